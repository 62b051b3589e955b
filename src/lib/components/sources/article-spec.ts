import type { Dot, DotSet, PointSpec } from '$lib/charts/specs/points.ts';
import { formatNumber } from '$lib/format/number.ts';
import type { Article } from './evidence.ts';

const POINTS = 40;
const MOST_RPS = 1100;
const LEAST_RPS = 250;

/** Latency over rate where a fixed number of callers each wait for an answer (Little's law). */
function inFlight(callers: number): DotSet {
	const dots = Array.from({ length: POINTS + 1 }, (_, i): Dot => {
		const x = LEAST_RPS + ((MOST_RPS - LEAST_RPS) * i) / POINTS;
		return { id: String(i), x, y: (callers / x) * 1000, label: `${callers} in flight` };
	});
	return {
		id: `in-flight-${callers}`,
		label: `${callers} callers that wait`,
		draw: 'line',
		base: 'no-mesh',
		marker: 'cross',
		dash: callers === 25 ? [6, 4] : [2, 3],
		untold: true,
		dots
	};
}

/** The article's two runs as they are printed, over the curves of a closed loop. */
export function articleSpec({ runs }: Article): PointSpec {
	const bases = ['no-mesh', 'istio-sidecar'] as const;
	const points = runs.map((run, i): DotSet => ({
		id: run.label,
		label: run.label,
		draw: 'points',
		base: bases[i] ?? 'no-mesh',
		marker: i === 0 ? 'rect' : 'circle',
		dots: [{ id: run.label, x: Number(run.achieved), y: Number(run.latency), label: run.label }]
	}));
	return {
		kind: 'points',
		id: 'article',
		title: 'The two runs of the article, as printed',
		finding:
			'Both points lie near the curves of 20 to 25 callers that each wait for an answer, where a slow answer by itself lowers the rate.',
		x: {
			label: 'Requests a second that came through, of 1000 asked for',
			log: false,
			short: (value) => formatNumber(value),
			full: (value) => `${formatNumber(value)} requests/s`
		},
		y: {
			label: 'Latency, ms, of which kind is not said',
			log: false,
			short: (value) => formatNumber(value),
			full: (value) => `${formatNumber(value)} ms`
		},
		sets: [inFlight(25), inFlight(20), ...points],
		notes: []
	};
}
