import { describe, expect, it } from 'vitest';
import { parsePlan, readJson, readPlanText } from './parse-plan.ts';
import type { Problem } from './parsed.ts';

const faults = (written: unknown): readonly Problem[] => {
	const read = parsePlan(written);
	return read.ok ? [] : read.errors;
};
const fault = (written: unknown): Problem | undefined => faults(written)[0];

describe('a plan that is right', () => {
	it('is kept as written, with nothing filled in', () => {
		const plan = {
			version: 1,
			name: 'Checkout platform',
			workload: { pods: 300, appCpu: '0.25', l7Fraction: { value: 0.3, low: 0.1, high: 0.5 } },
			platform: { cloud: 'aws', region: 'eu-west-1', nodeType: 'm7i.2xlarge' },
			options: ['no-mesh', { id: 'lean', from: 'istio-sidecar', label: 'Lean' }],
			finance: { months: 36, startMonth: null },
			overrides: {
				'istio-sidecar': { 'mesh.proxy.cpuReq': 0.05 },
				'*': { 'storage.perGiBMonth': 1 }
			}
		};
		expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
	});

	it('may be empty', () => {
		expect(parsePlan({})).toEqual({ ok: true, value: {} });
	});

	it('loses hidden characters of its name: a bidi override and a zero-width space', () => {
		expect(parsePlan({ name: 'pay\u202Ement\u200B' })).toEqual({
			ok: true,
			value: { name: 'payment' }
		});
	});

	it('takes 0 pods, 0 services and 0 requests', () => {
		expect(faults({ workload: { pods: 0, services: 0, edgeRps: 0 } })).toEqual([]);
	});
});

describe('a number that is wrong', () => {
	const pods = (value: unknown): Problem | undefined => fault({ workload: { pods: value } });

	it.each([
		['', 'Nothing is written here; allowed: 0 or more, at most 10^12.'],
		['ten', '"ten" is not a number; allowed: 0 or more, at most 10^12.'],
		['NaN', '"NaN" is not a number; allowed: 0 or more, at most 10^12.'],
		['0x10', '"0x10" is not a number; allowed: 0 or more, at most 10^12.'],
		[
			'1,5',
			'"1,5" is not a number, its decimals stand after a point; allowed: 0 or more, at most 10^12.'
		],
		[
			'300%',
			'"300%" is not a number, and no per cent is asked for here; allowed: 0 or more, at most 10^12.'
		],
		['1 000', '"1 000" is not written as plain decimals: write 1000.'],
		['1.5k', '"1.5k" is not written as plain decimals: write 1500.'],
		['1e3', '"1e3" is not written as plain decimals: write 1000.'],
		['1e13', '"1e13" is out of range; allowed: 0 or more, at most 10^12.'],
		['1e-20', '"1e-20" is nearer to 0 than 10^-15; write 0.'],
		['1e-30', '"1e-30" is nearer to 0 than 10^-15; allowed: 0 or more, at most 10^12.'],
		['1e9000000', '"1e9000000" is out of range; allowed: 0 or more, at most 10^12.'],
		[-1, '-1 is out of range; allowed: 0 or more, at most 10^12.'],
		['-1', '"-1" is out of range; allowed: 0 or more, at most 10^12.'],
		[1e99, '1e+99 is out of range; allowed: 0 or more, at most 10^12.'],
		[Infinity, 'This number is too large to be read; allowed: 0 or more, at most 10^12.'],
		[true, 'true is not a number; allowed: 0 or more, at most 10^12.'],
		[null, 'null is not a number; allowed: 0 or more, at most 10^12.'],
		[[], 'a list is not a number; allowed: 0 or more, at most 10^12.']
	])('%j gets one sentence', (value, message) => {
		expect(pods(value)).toEqual({ path: 'workload.pods', message });
	});

	it('is not told to write what its field would refuse next', () => {
		expect(fault({ workload: { l7Fraction: '1e3' } })?.message).toBe(
			'"1e3" is out of range; allowed: from 0 to 1.'
		);
		expect(fault({ workload: { azs: '1e-20' } })?.message).toBe(
			'"1e-20" is out of range; allowed: a whole number from 1 to 100.'
		);
	});

	it('is told what it means for a share in per cent, and for thousandths of a core', () => {
		expect(fault({ workload: { l7Fraction: '30%' } })?.message).toBe(
			'"30%" is not a number, write 0.3 for 30 %; allowed: from 0 to 1.'
		);
		expect(fault({ workload: { appCpu: '250m' } })?.message).toBe(
			'"250m" is not a number, write 0.25 for 250m of a core; allowed: 0 or more, at most 10^12.'
		);
	});

	it('of 100,000 digits is refused by its length', () => {
		expect(pods('9'.repeat(100_000))?.message).toBe(
			`"${'9'.repeat(40)}…" has 100000 characters, a number at most 32.`
		);
	});

	it('has the limits of the input that it feeds: a share of 1.2, 2.5 zones, 61 months', () => {
		expect(fault({ workload: { l7Fraction: 1.2 } })?.message).toBe(
			'1.2 is out of range; allowed: from 0 to 1.'
		);
		expect(fault({ workload: { azs: 2.5 } })?.message).toBe(
			'2.5 is out of range; allowed: a whole number from 1 to 100.'
		);
		expect(fault({ finance: { months: 61 } })?.message).toBe(
			'61 is out of range; allowed: a whole number from 12 to 60.'
		);
	});

	it('says which end of a range is wrong', () => {
		expect(pods({ value: 10, low: 11 })).toEqual({
			path: 'workload.pods.low',
			message: 'The low end, 11, is above the value, 10.'
		});
		expect(pods({ value: 10, high: '9' })?.path).toBe('workload.pods.high');
		expect(pods({ low: 1 })).toEqual({
			path: 'workload.pods.value',
			message: 'The value is missing.'
		});
		expect(pods({ value: 1, lo: 0 })).toEqual({
			path: 'workload.pods.lo',
			message: 'There is no field "lo" here; did you mean "low"?'
		});
	});
});

describe('a field that is wrong', () => {
	it.each([
		[{ workload: { podz: 1 } }, 'workload.podz', 'did you mean "pods"?'],
		[{ worklaod: {} }, 'worklaod', 'did you mean "workload"?'],
		[{ platform: { cloud: 'asw' } }, 'platform.cloud', '(did you mean "aws"?)'],
		[{ platform: { region: '<b>' } }, 'platform.region', 'is not a name such as eu-west-1.'],
		[{ options: ['istio-sidcar'] }, 'options[0]', '(did you mean "istio-sidecar"?)'],
		[{ options: ['linkerd', 'linkerd'] }, 'options[1]', '"linkerd" stands in the list twice.'],
		[{ options: [] }, 'options', 'At least one option is needed.'],
		[{ options: [{ id: 'Mine!', from: 'linkerd' }] }, 'options[0].id', '"Mine!" is not an id'],
		[{ options: [{ id: 'mine' }] }, 'options[0].from', 'nothing is not one of'],
		[
			{ options: [{ id: 'mine', from: 'linkerd', overrides: { 'mesh.proxy.c9': 1 } }] },
			'options[0].overrides.mesh.proxy.c9',
			'did you mean "mesh.proxy.c'
		],
		[{ overrides: { linkard: {} } }, 'overrides.linkard', 'did you mean "linkerd"?'],
		[{ overrides: { '*': { 'time.months': 12 } } }, 'overrides.*.time.months', 'finance.months'],
		[
			{ overrides: { '*': { 'purchase.terms[99].discount': 0.1 } } },
			'overrides.*.purchase.terms[99].discount',
			'beyond the end'
		],
		[{ workload: 3 }, 'workload', '3 is not an object with fields.'],
		[{ workload: { groups: {} } }, 'workload.groups', 'an object is not a list.'],
		[{ workload: { groups: [{ pods: 1 }], pods: 2 } }, 'workload.pods', 'belongs to each group'],
		[{ workload: { season: [1, 2] } }, 'workload.season', '2 entries; a season has 12'],
		[{ finance: { startMonth: '2027-13' } }, 'finance.startMonth', 'a month such as 2027-01'],
		[{ finance: { currency: 'EUR' } }, 'finance.rate', 'Units of EUR for one US dollar'],
		[{ data: { pinned: '2026-02-30' } }, 'data.pinned', 'is not a date such as 2026-11-23.'],
		[{ name: 'x'.repeat(121) }, 'name', 'has 121 characters, at most 120'],
		[{ version: 2 }, 'version', 'Version 2 was made by a newer version of MeshUp'],
		[{ version: 'one' }, 'version', '"one" is not a version'],
		[[], '', 'a list is not an object with fields.'],
		['text', '', '"text" is not an object with fields.'],
		[null, '', 'null is not an object with fields.']
	])('%j is named at its path', (written, path, words) => {
		const found = fault(written);
		expect(found?.path).toBe(path);
		expect(found?.message).toContain(words);
	});

	it('does not hide the others: three faults are three entries', () => {
		const written = { workload: { pods: -1, services: 'x' }, finance: { months: 3 } };
		expect(faults(written).map(({ path }) => path)).toEqual([
			'workload.pods',
			'workload.services',
			'finance.months'
		]);
	});
});

describe('text', () => {
	const say = (text: string): string | undefined => {
		const read = readPlanText(text);
		return read.ok ? undefined : read.errors[0]?.message;
	};

	it('is read with a byte-order mark in front', () => {
		expect(readPlanText('\uFEFF{"version":1}')).toEqual({ ok: true, value: { version: 1 } });
	});

	it.each([
		['', 'There is nothing in it; an empty plan is {}.'],
		['{"a', 'This is not valid JSON: """ is out of place (line 1, column 2)'],
		['{\n"a": }', 'This is not valid JSON: "}" is out of place (line 2, column 6).'],
		['{"a":', 'This is not valid JSON: it ends too early (line 1, column 6).'],
		['{"name":"a","name":"b"}', 'The key "name" is there twice (line 1, column 13): keep one.'],
		['{"workload":{"pods":1e9000000}}', 'This number is too large to be read'],
		['{"__proto__":{"x":1}}', 'The key "__proto__" is not accepted.'],
		['{"workload":{"constructor":1}}', 'The key "constructor" is not accepted.'],
		['['.repeat(20) + ']'.repeat(20), 'This plan nests deeper than 16 levels.'],
		[`[${'0,'.repeat(20_000)}0]`, 'This plan has more than 20000 values.'],
		[`"${'x'.repeat(262_144)}"`, 'It has 262146 bytes or more; a plan has at most 262144.'],
		[`"${'é'.repeat(140_000)}"`, 'It has 280002 bytes or more']
	])('number $# gets one sentence', (text, words) => {
		expect(say(text)).toContain(words);
	});

	it('nested 100,000 deep is refused without a crash', () => {
		expect(readJson('['.repeat(100_000) + ']'.repeat(100_000)).ok).toBe(false);
	});
});
