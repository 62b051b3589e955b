import type { Run } from './run.ts';

const TABLE = { format: 'table', tool: 'table' } as const;

/**
 * The article's table as a benchmark set (`model.md` §16): ten instances of 100 requests a second,
 * half reached without a mesh and all with one, 50 and 20 ms of an unnamed statistic. It loads
 * without error and shows what goes wrong: no coefficient may come of it.
 */
export const ARTICLE: { readonly id: 'article'; readonly runs: readonly Run[] } = {
	id: 'article',
	runs: [
		{
			label: 'Without mesh',
			mesh: 'none',
			offeredRps: 1000,
			achievedRps: 500,
			latencyMs: {},
			unstatedLatencyMs: 50,
			components: [],
			source: TABLE
		},
		{
			label: 'Istio with Envoy',
			mesh: 'istio-sidecar',
			offeredRps: 1000,
			achievedRps: 1000,
			latencyMs: {},
			unstatedLatencyMs: 20,
			components: [],
			source: TABLE
		}
	]
};
