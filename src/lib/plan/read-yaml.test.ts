import { expect, it } from 'vitest';
import { readPlanYaml } from './read-yaml.ts';

it('reads the same plan from YAML, dates and months as text', () => {
	const text = 'name: Checkout\nworkload:\n  pods: 300\nfinance: { startMonth: 2027-01 }\n';
	expect(readPlanYaml(text)).toEqual({
		ok: true,
		value: { name: 'Checkout', workload: { pods: 300 }, finance: { startMonth: '2027-01' } }
	});
});

it.each([
	['', 'There is nothing in it; an empty plan is {}.'],
	['a: [1', 'This is not valid YAML (line 1'],
	['workload: { pods: .inf }', 'This number is too large to be read'],
	['__proto__: { x: 1 }', 'The key "__proto__" is not accepted.'],
	['['.repeat(200), 'nests deeper than 16 levels'],
	[`${'- '.repeat(200)}1`, 'nests deeper than 16 levels'],
	['a: &a [1,1]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c,*c]', 'too many aliases'],
	['a: 1\n---\nb: 2', 'This is not valid YAML']
])('answers text $# with a sentence', (text, words) => {
	const read = readPlanYaml(text);
	expect(read.ok ? '' : read.errors[0]?.message).toContain(words);
});
