import { describe, expect, it } from 'vitest';
import { costSpec } from '../charts/specs/cost.ts';
import { capacitySpec } from '../charts/specs/capacity.ts';
import { latencySpec } from '../charts/specs/latency.ts';
import { catalogs, TODAY } from '../plan/resolve/example-resolve.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from './build-report.ts';
import { underRequested } from './under-requested.ts';
import { nodeWords } from './node-words.ts';
import type { Report } from './types.ts';

function reported(plan: Plan): Report {
	const read = buildReport({ plan, catalog: catalogs.aws, generatedAt: TODAY, reading: 'doubles' });
	if (!read.ok) throw new Error(read.errors[0]?.message);
	return read.value;
}

/** Options whose nodes are not what the largest limit asks for. */
const roundedUp = ({ options, comparison }: Report) =>
	comparison.ranking.flatMap((id) => {
		const { label, capacity } = options.find((option) => option.id === id) ?? {};
		if (capacity === undefined || 'missing' in capacity || capacity.month1.binding === 'none')
			return [];
		const { nodesByLimit, nodesMesh } = capacity.month1;
		const needed = Math.max(nodesByLimit.cpu, nodesByLimit.memory, nodesByLimit.pods);
		return needed === nodesMesh ? [] : [`${label} needs ${needed} and gets ${nodesMesh}`];
	});

describe('nodes beside the limits that ask for them', () => {
	it('names the zones for which they are rounded up', () => {
		const report = reported({});
		const [first = 'none'] = roundedUp(report);
		expect(nodeWords(report, {}, 'month1')).toContain(`${first}: each of 3 zones has as many.`);
	});

	it('says no more than what the columns mean where all that is needed is bought', () => {
		const plan: Plan = { workload: { azs: 1 } };
		const report = reported(plan);
		expect(roundedUp(report)).toEqual([]);
		expect(nodeWords(report, plan, 'month1')).toMatch(/the most of them counts\.$/);
	});

	it('names clusters, and a zone that may be lost', () => {
		const plan: Plan = { workload: { clusters: 2 }, platform: { surviveAzLoss: true } };
		expect(nodeWords(reported(plan), plan, 'month1')).toMatch(
			/: there are 2 clusters and the other zones must do when one is lost and each of 3 zones has as many\.$/
		);
	});
});

describe('what is to be known beside a chart', () => {
	it('names options that use more than they request under their cost, too', () => {
		const report = reported({});
		const told = report.options.filter((option) => underRequested(option) !== undefined);
		expect(told.map(({ id }) => id)).toContain('app-mesh');
		const notes = costSpec(report, 'all').notes.filter((note) => note.includes('under-requested'));
		// Each with the proxy that is meant: waypoints of an ambient mesh are another.
		expect(notes).toEqual(
			told.map(
				({ label, kind }) =>
					`${label}: under-requested: will be throttled or evicted under pressure; ` +
					`its cost counts what the ${kind === 'ambient' ? 'ztunnel' : 'sidecar'} uses`
			)
		);
		const sized = reported({ platform: { sizing: 'requests' } });
		expect(costSpec(sized, 'all').notes.join()).toContain('its cost counts what is requested');
	});

	it('bears its unit at every tick', () => {
		const report = reported({});
		expect(latencySpec(report).axis.short(20)).toBe('20 ms');
		expect(capacitySpec(report, 'cores', 'first').axis.short(20)).toBe('20 cores');
		expect(capacitySpec(report, 'memory', 'last').axis.short(20)).toBe('20 GiB');
	});
});
