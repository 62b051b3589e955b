import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flawOf } from './scan-json.ts';

const parses = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

describe('the flaw of a JSON text', () => {
	it('is none for what JSON.stringify writes', () => {
		fc.assert(
			fc.property(fc.jsonValue(), fc.constantFrom(0, 1, 4), (value, indent) => {
				expect(flawOf(JSON.stringify(value, undefined, indent))).toBeUndefined();
			})
		);
	});

	it('is one of syntax just where JSON.parse fails, one character changed', () => {
		const changed = fc
			.tuple(
				fc.jsonValue(),
				fc.nat(),
				fc.constantFrom('', '"', '{', '}', '[', ']', ',', ':', '0', '\\', ' ')
			)
			.map(([value, place, put]) => {
				const text = JSON.stringify(value);
				const at = place % (text.length + 1);
				return text.slice(0, at) + put + text.slice(at + 1);
			});
		fc.assert(
			fc.property(changed, (text) => {
				expect(flawOf(text)?.kind === 'syntax', text).toBe(!parses(text));
			}),
			{ numRuns: 500 }
		);
	});

	it.each([
		['{"a":}', 5, '}'],
		['{"a":1,}', 7, '}'],
		['[1 2]', 3, '2'],
		['{"a":1', 6, ''],
		['{"a":\'x\'}', 5, "'"],
		['', 0, '']
	])('of %s lies at %i', (text, at, token) => {
		expect(flawOf(text)).toEqual({ at, kind: 'syntax', token });
	});

	it('is a key that stands twice in one object, however it is written', () => {
		expect(flawOf('{"a":{"b":1},"b":2,"a":3}')).toEqual({ at: 19, kind: 'duplicate', token: 'a' });
		expect(flawOf('{"a":1,"\\u0061":2}')).toMatchObject({ kind: 'duplicate', token: 'a' });
		expect(flawOf('[{"a":1},{"a":2}]')).toBeUndefined();
	});

	it('is the syntax where a key stands twice besides', () => {
		expect(flawOf('{"a":1,"a":2,"b"}')).toEqual({ at: 16, kind: 'syntax', token: '}' });
	});

	it('is found 100,000 levels deep without a crash', () => {
		expect(flawOf('['.repeat(100_000))).toEqual({ at: 100_000, kind: 'syntax', token: '' });
	});
});
