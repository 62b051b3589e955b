import { describe, expect, it } from 'vitest';
import { inputAt } from '../engine/inputs.ts';
import { PLAN_DEFAULTS } from './defaults.ts';
import { FIELD_BY_PATH, FIELD_GROUPS, FIELDS, fieldsOf } from './fields.ts';
import { parsePlan } from './parse-plan.ts';
import { PRESETS } from './presets.ts';

/** `{ workload: { pods: value } }` for `workload.pods`. */
const planWith = (path: string, value: unknown): unknown =>
	path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

describe('the table of fields', () => {
	it('has each path once, and every group is filled', () => {
		expect(FIELD_BY_PATH.size).toBe(FIELDS.length);
		expect(FIELD_GROUPS.filter((group) => fieldsOf(group).length === 0)).toEqual([]);
	});

	it('opens with six', () => {
		expect(FIELDS.filter(({ basic }) => basic).map(({ path }) => path)).toEqual([
			'workload.pods',
			'workload.services',
			'workload.edgeRps',
			'workload.payloadKiB',
			'workload.growthPodsMonthly',
			'platform.region'
		]);
	});

	it.each(FIELDS.map((field) => [field.path, field] as const))('explains %s', (_, field) => {
		expect(field.help).toMatch(/^[A-Z].{8,80}\.$/);
		expect(field.label).toMatch(/^[A-Z’a-z0-9]/);
	});

	it('names inputs of the engine and takes unit and limits from there', () => {
		for (const field of FIELDS) {
			if (field.kind !== 'number') continue;
			const [path = ''] = field.feeds;
			expect(inputAt(path)).toMatchObject({ unit: field.unit, domain: field.domain });
			expect(field.step).toBeGreaterThan(0);
		}
	});

	it('holds fields that a plan takes: each number at its least or just above it', () => {
		for (const field of FIELDS) {
			if (field.kind !== 'number') continue;
			const value = field.domain.above === true ? field.domain.min + 0.5 : field.domain.min;
			expect(parsePlan(planWith(field.path, value)), field.path).toMatchObject({ ok: true });
			const below = field.domain.min - 1;
			expect(parsePlan(planWith(field.path, below)), field.path).toMatchObject({
				ok: false,
				errors: [{ path: field.path }]
			});
		}
	});

	it('shows 2 % for shares and growth, not for counts', () => {
		const percent = (path: string): boolean => {
			const field = FIELD_BY_PATH.get(path);
			return field?.kind === 'number' && field.percent;
		};
		for (const path of [
			'workload.growthPodsMonthly',
			'workload.headroom',
			'finance.discountAnnual'
		])
			expect(percent(path), path).toBe(true);
		for (const path of ['workload.pods', 'workload.azs', 'workload.peakToAverage'])
			expect(percent(path), path).toBe(false);
	});
});

describe('defaults and presets', () => {
	it('are plans: every default is accepted at its path', () => {
		for (const [path, { value, low, high, reason }] of Object.entries(PLAN_DEFAULTS)) {
			const written = low === undefined ? value : { value, low, high };
			expect(parsePlan(planWith(path, written)), path).toMatchObject({ ok: true });
			expect(reason).toMatch(/\.$/);
			expect(FIELD_BY_PATH.has(path), path).toBe(true);
		}
	});

	it.each(Object.entries(PRESETS))('%s is a plan with a sentence', (_, { plan, sentence }) => {
		expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
		expect(sentence).toMatch(/\.$/);
	});
});
