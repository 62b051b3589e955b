import { describe, expect, it } from 'vitest';
import { pathsOf, wayOf } from './rules.ts';

describe('how a request is answered', () => {
	it.each([
		['_app/immutable/chunks/a1.js', 'kept'],
		['', 'fresh'],
		['prices', 'fresh'],
		['prices/__data.json', 'fresh'],
		['embed/build', 'fresh'],
		['favicon.svg', 'fresh'],
		['embed', 'leave'],
		['embed/chart', 'leave'],
		['api/v1/estimate', 'leave'],
		['oembed', 'leave'],
		['healthz', 'leave'],
		['service-worker.js', 'leave'],
		['offline.json', 'leave']
	])('%s: %s', (path, way) => {
		expect(wayOf(path)).toBe(way);
	});
});

describe('the list of what is kept', () => {
	it('is taken whole where every entry is a path below the root', () => {
		expect(pathsOf(['', 'prices', '_app/immutable/assets/a-1.css'])).toHaveLength(3);
	});

	it.each([
		['another shape', { 0: 'prices' }],
		['something else than text', ['prices', 1]],
		['another host', ['//example.com/a.js']],
		['an address', ['https://example.com/a.js']],
		['a climb', ['a/../../b']],
		['a query', ['api/v1/estimate?s=1']],
		['too many entries', Array.from({ length: 2001 }, (_, i) => `a${i}`)]
	])('is refused with %s', (_name, list) => {
		expect(pathsOf(list)).toBe(undefined);
	});
});
