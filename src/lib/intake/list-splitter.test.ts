import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LISTS, type Limits } from './limits.ts';
import { ListSplitter } from './list-splitter.ts';

interface Split {
	readonly items: readonly string[];
	readonly problems: readonly string[];
}

function split(text: string, size: number, path: readonly string[], limits: Limits = LISTS): Split {
	const items: string[] = [];
	const onItem = (bytes: Uint8Array): void => {
		items.push(new TextDecoder().decode(bytes));
	};
	const splitter = new ListSplitter({ path, limits, onItem });
	const bytes = new TextEncoder().encode(text);
	for (let at = 0; at < bytes.length; at += size) splitter.push(bytes.subarray(at, at + size));
	splitter.end();
	return { items, problems: splitter.problems.map((problem) => problem.message) };
}

describe('ListSplitter', () => {
	it('cuts any JSON objects out of items, whatever the size of the chunks', () => {
		const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });
		fc.assert(
			fc.property(objects, fc.integer({ min: 1, max: 40 }), fc.boolean(), (items, size, nice) => {
				const list = { apiVersion: 'v1', other: [{ items: [1] }], items, kind: 'List' };
				const text = JSON.stringify(list, undefined, nice ? '\t' : undefined);
				const found = split(text, size, ['items']);
				expect(found.items.map((item) => JSON.parse(item))).toEqual(JSON.parse(text).items);
				expect(found.problems).toEqual([]);
			})
		);
	});

	it('follows data.result and passes by a result elsewhere', () => {
		const text =
			'{"result":[{"a":1}],"data":{"x":{"result":[{"b":2}]},"result":[{"c":3}, {"d":[{}]}]}}';
		expect(split(text, 7, ['data', 'result']).items).toEqual(['{"c":3}', '{"d":[{}]}']);
	});

	it('reads a list at the root', () => {
		expect(split('[{"a":1},2,{"b":2}]', 3, []).items).toEqual(['{"a":1}', '{"b":2}']);
	});

	it('names the element in which the file ends, and keeps the 1 before it', () => {
		const cut = split('{"items":[{"a":1},{"b"', 100, ['items']);
		expect(cut.items).toEqual(['{"a":1}']);
		expect(cut.problems).toEqual(['The file ends in the middle of this element.']);
	});

	it('leaves out an element of 21 bytes where 20 are allowed, and reads on', () => {
		const text = `{"items":[{"a":"${'x'.repeat(13)}"},{"b":"${'x'.repeat(12)}"}]}`;
		const found = split(text, 4, ['items'], { ...LISTS, itemBytes: 20 });
		expect(found.items).toEqual([`{"b":"${'x'.repeat(12)}"}`]);
		expect(found.problems).toEqual(['This element is too large and was left out.']);
	});

	it('leaves out an element that nests 65 levels', () => {
		const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
		const found = split(`{"items":[${deep(66)},${deep(65)}]}`, 50, ['items']);
		expect(found.items).toEqual([deep(65)]);
		expect(found.problems).toEqual(['This element nests too deep and was left out.']);
	});

	it('says so when there is no such list', () => {
		expect(split('{"a":[]}', 10, ['items']).problems).toEqual([
			'There is no list items in this file.'
		]);
	});
});
