import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/lib/catalog/catalog.ts';
import { parsePlan } from '../../src/lib/plan/parse-plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { workOut } from '../../src/lib/report/work-out.ts';

/**
 * What the page does at a stroke, all but painting: six options × 36 months in doubles, and the report.
 * Target: 7 ms, so that 9 of the 16 are left to the browser. On a busy machine the minimum tells.
 */
const catalog = await loadCatalog('aws');
const REGIONS = ['eu-west-1', 'us-east-1', 'eu-central-1'] as const;

function answer(written: unknown): void {
	const plan = parsePlan(written);
	if (!plan.ok) throw new Error(plan.errors[0]?.message);
	const generatedAt = '2026-11-24T00:00:00.000Z';
	const worked = workOut({ plan: plan.value, catalog, generatedAt, reading: 'doubles' });
	if (!worked.ok) throw new Error(worked.errors[0]?.message);
	reportOf(worked.value, generatedAt);
}

describe('from a stroke to its report', () => {
	let turn = 0;
	bench('another rate', () => {
		answer({ workload: { edgeRps: 1000 + turn++ } });
	});
	bench('another region', () => {
		answer({ platform: { region: REGIONS[turn++ % REGIONS.length] } });
	});
	bench('another figure of one option', () => {
		answer({ overrides: { linkerd: { 'mesh.proxy.m0': 6 + turn++ / 1000 } } });
	});
});
