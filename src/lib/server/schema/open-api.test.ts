import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../catalog/catalog.ts';
import type { Plan } from '../../plan/plan.ts';
import { presets } from '../../plan/presets.ts';
import { buildReport } from '../../report/build-report.ts';
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { reportJson } from '../estimate.ts';
import { openApi } from './open-api.ts';
import { recordSchema } from './record-schema.ts';
import { reportSchema } from './report-schema.ts';

async function reportOf(plan: Plan): Promise<unknown> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws');
	const asked = { plan, catalog, generatedAt: '2026-11-24', reading: 'exact' as const };
	const report = buildReport(asked);
	if (!report.ok) throw new Error(report.errors[0]?.message);
	return JSON.parse(JSON.stringify(report.value));
}

const onGoogle: Plan = {
	platform: { cloud: 'gcp', region: 'europe-west1', nodeType: 'n2-standard-8' },
	options: ['linkerd', 'vpc-lattice']
};

describe('reportSchema', () => {
	it.each([
		['small', presets.small],
		['medium', presets.medium],
		['large', presets.large],
		['on Google Cloud, with an option that is not offered there', onGoogle],
		['with a licence whose price nobody publishes', { options: ['linkerd-enterprise'] } as Plan]
	])('describes each field of the report of a plan: %s', async (_, plan) => {
		const read = reportSchema.safeParse(await reportOf(plan));
		expect(read.error?.issues ?? []).toEqual([]);
	});

	it('describes each field of a report with ranges, as the address answers it', async () => {
		const asked = { plan: {}, now: '2026-11-24T10:00:00Z', points: false };
		const json = await reportJson(asked);
		const report: unknown = JSON.parse(json.ok ? new TextDecoder().decode(json.value) : '');
		expect(report).toMatchObject({ comparison: { simulation: { samples: 5000 } } });
		expect(reportSchema.safeParse(report).error?.issues ?? []).toEqual([]);
	});
});

describe('openApi', () => {
	const document = JSON.parse(JSON.stringify(openApi())) as {
		openapi: string;
		paths: Record<string, unknown>;
		components: { schemas: Record<string, unknown> };
	};

	it('lists the 7 addresses of design.md §3 that are not pages', () => {
		expect(Object.keys(document.paths).sort()).toEqual([
			'/api/v1/chart.png',
			'/api/v1/chart.svg',
			'/api/v1/estimate',
			'/api/v1/model',
			'/healthz',
			'/oembed',
			'/schema/plan-1.json'
		]);
	});

	it('refers only to the 4 schemas that it holds', () => {
		const known = Object.keys(document.components.schemas);
		expect(known.sort()).toEqual(['Errors', 'Plan', 'Record', 'Report']);
		const used = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)];
		expect(used.length).toBeGreaterThan(10);
		for (const [, name] of used) expect(known).toContain(name);
	});
});

describe('recordSchema', () => {
	const read = z.fromJSONSchema(recordSchema() as Parameters<typeof z.fromJSONSchema>[0]);

	it('accepts the input record of the worked example of model.md §19', () => {
		const text = readFileSync(
			new URL('../../../../tests/cases/worked-example.json', import.meta.url),
			'utf8'
		);
		const { cases } = JSON.parse(text) as { cases: readonly { input: unknown }[] };
		expect(cases.length).toBeGreaterThan(0);
		for (const { input } of cases) {
			const issues = read.safeParse(input).error?.issues ?? [];
			expect(issues.slice(0, 2)).toEqual([]);
		}
	});

	it('refuses a record with minus 5 pods, and one with a field that there is not', () => {
		expect(read.safeParse({ workload: { groups: [{ pods: -5 }] } }).success).toBe(false);
		expect(read.safeParse({ workload: { podz: 5 } }).success).toBe(false);
	});
});
