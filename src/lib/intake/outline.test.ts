import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from './outline.ts';

describe('outline', () => {
	it('maps 6 paths of a list to the first scalar of each', () => {
		const seen = outline(
			'{"kind":"List","items":[{"kind":"Pod","n":1},{"kind":"Node"}],"a":{"b":"}"}}'
		);
		expect(Object.fromEntries(seen)).toEqual({
			'': '',
			kind: 'List',
			items: '',
			'items[]': '',
			'items[].kind': 'Pod',
			'items[].n': '1',
			a: '',
			'a.b': '}'
		});
	});

	it('takes 262,144 backslash quotes in under 200 ms', () => {
		const text = `{"a":"${'\\"'.repeat(131_072)}`;
		const before = performance.now();
		outline(text);
		expect(performance.now() - before).toBeLessThan(200);
	});

	it('answers for any text without an exception', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(outline(text)).toBeInstanceOf(Map);
			})
		);
	});
});
