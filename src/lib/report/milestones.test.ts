import { beforeAll, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from './build-report.ts';
import type { ReportMilestone } from './types.ts';

let catalog: Catalog;
beforeAll(async () => {
	catalog = await loadCatalog('aws');
});

function milestones(plan: Plan, id = 'istio-sidecar'): readonly ReportMilestone[] {
	const asked = { plan, catalog, generatedAt: '2026-11-24', reading: 'doubles' as const };
	const report = buildReport(asked);
	if (!report.ok) throw new Error(report.errors[0]?.message);
	return report.value.options.find((option) => option.id === id)?.milestones ?? [];
}
const kinds = (found: readonly ReportMilestone[]): readonly string[] =>
	found.map(({ kind }) => kind);

it('knows no change for a plan on demand that does not grow', () => {
	expect(milestones({ workload: { growthPodsMonthly: 0, growthRpsMonthly: 0 } })).toEqual([]);
});

it('ends a commitment of a year in month 12 of 36, and one of three years in month 36', () => {
	const still = { workload: { growthPodsMonthly: 0 } };
	const after = (commitment: '1y' | '3y') =>
		milestones({ ...still, platform: { commitment } }).map(({ month }) => month);
	expect(after('1y')).toEqual([12]);
	expect(after('3y')).toEqual([36]);
	expect(milestones({ ...still, platform: { commitment: '3y' }, finance: { months: 24 } })).toEqual(
		[]
	);
});

it('fills the nodes of month 1 in the first month that takes more of them', () => {
	const [first] = milestones({ workload: { growthPodsMonthly: 0.02 } });
	expect(first?.kind).toBe('nodes');
	expect(first?.words).toMatch(/^the nodes of month 1 are full: \d+ instead of \d+$/);
});

it('says in which month growth of requests fills the busiest proxy, earliest change first', () => {
	const found = milestones({ workload: { edgeRps: 3000, growthRpsMonthly: 0.1 } });
	expect(kinds(found)).toContain('capacity');
	const months = found.map(({ month }) => month);
	expect(months).toEqual(months.toSorted((a, b) => a - b));
});
