import { describe, expect, it } from 'vitest';
import { PLAN_DEFAULTS } from '../plan/defaults.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import { FORMS } from '../plan/written-number.ts';
import { faultWords } from './field-words.ts';
import { emptyDraft, type } from './draft.ts';
import { formGroups } from './form-groups.ts';
import type { FormNumber } from './form.ts';
import { valueOfText } from './typed-text.ts';

const known = new Map(Object.entries(PLAN_DEFAULTS).map(([path, { value }]) => [path, value]));
const fields = formGroups({ known, lists: {}, taken: {} }).flatMap(({ basic, more }) => [
	...basic,
	...more
]);
const numbers = fields.flatMap((field) => (field.kind === 'number' ? [field] : []));

function numberAt(path: string): FormNumber {
	const field = numbers.find((it) => it.path === path);
	if (field === undefined) throw new Error(`no field ${path}`);
	return field;
}

/** What stands below a field after a text was typed into it. */
function said(path: string, text: string): string | undefined {
	const field = numberAt(path);
	const { plan } = type(emptyDraft, { path, text, shift: -field.shift });
	const read = parsePlan(plan);
	const message = read.ok ? undefined : read.errors.find((error) => error.path === path)?.message;
	return message && faultWords({ field, text, message });
}

const PODS = 'workload.pods';
const SHARE = 'workload.l7Fraction';

describe('a fault, in the words of its field', () => {
	it.each([
		[PODS, 'ten', `"ten" is not a number; allowed: 0 or more, at most 10¹². ${FORMS}.`],
		[PODS, '-5', '-5 is out of range; allowed: 0 or more, at most 10¹².'],
		[PODS, '1e99', '"1e99" is out of range; allowed: 0 or more, at most 10¹².'],
		[
			PODS,
			'300%',
			'"300%" is not a number, and no per cent is asked for here; allowed: 0 or more, at most 10¹².'
		],
		[
			SHARE,
			'a third',
			`"a third" is not a number; allowed: 0\u00a0% to 100\u00a0%. ${FORMS}, with or without a per cent sign.`
		],
		[SHARE, '300%', '"300%" is out of range; allowed: 0\u00a0% to 100\u00a0%.']
	])('%s takes no %j', (path, text, words) => {
		expect(said(path, text)).toBe(words);
	});

	it('is left as it is where the number itself is within its range', () => {
		const message = 'It stands beside another fault.';
		expect(faultWords({ field: numberAt(SHARE), text: '50', message })).toBe(message);
	});

	it('quotes per cent in a field of per cent where a number leaves no option, not the fraction', () => {
		const message = '0.5 leaves no option to work out. Not one pod fits.';
		const told = '50 % leaves no option to work out. Not one pod fits.';
		for (const text of ['50', ' 50 % ', '50%']) {
			expect(faultWords({ field: numberAt(SHARE), text, message })).toBe(told);
		}
		expect(faultWords({ field: numberAt(PODS), text: '0.5', message })).toBe(message);
	});

	it('is none for a number in any of the forms that it names', () => {
		const named = FORMS.match(/\d(?:[\w.]|,(?=\d))*/g) ?? [];
		expect(named).toContain('1,500');
		for (const text of named) expect([text, said(PODS, text)]).toEqual([text, undefined]);
		for (const text of ['30', '30%', '30 %']) expect(said(SHARE, text)).toBeUndefined();
		expect(said('finance.discounts.compute', '10 %')).toBeUndefined();
		expect(said('finance.discounts.compute', '110')).toMatch(/^"110" is out of range/);
	});
});

describe('the unit of a field', () => {
	it('stands in one line beside its number: eleven characters are the most', () => {
		for (const { path, unit } of numbers) {
			expect([path, unit.length <= 11 && !unit.includes(' ')]).toEqual([path, true]);
		}
	});
});

describe('the hint of a field', () => {
	it('never names a limit that only guards the model', () => {
		expect(numbers.length).toBeGreaterThan(90);
		for (const { path, hint } of numbers) {
			expect([path, hint]).toEqual([path, expect.not.stringMatching(/10\^|10[¹⁶⁷]|1000\s%|10000/)]);
		}
	});

	it('names what may be come across: 12 to 60 months, up to 100 %, whole clusters', () => {
		expect(numberAt('finance.months').hint).toMatch(
			/plan covers\. A whole number from 12 to 60\.$/
		);
		expect(numberAt(SHARE).hint).toMatch(/0\u00a0% to 100\u00a0%\.$/);
		expect(numberAt('workload.clusters').hint).toMatch(/evenly\. A whole number, 1 or more\.$/);
		expect(numberAt(PODS).hint).toBe('Pods, or tasks, that are to be in the mesh.');
	});

	it('has ends that the plan takes, in the unit of the field', () => {
		for (const { path, min, max, shift } of numbers) {
			// A rate is asked for beside another currency only.
			const finance = { currency: 'EUR', rateDate: '2026-11-20' };
			const draft = path === 'finance.rate' ? { plan: { finance }, texts: {} } : emptyDraft;
			const top = type(draft, { path, text: String(max), shift: -shift });
			const problems = parsePlan(top.plan);
			const own = problems.ok ? [] : problems.errors.filter((error) => error.path === path);
			expect([path, own]).toEqual([path, []]);
			expect(min).toBeLessThan(max);
			expect(valueOfText(String(max))).toBe(max);
		}
	});
});
