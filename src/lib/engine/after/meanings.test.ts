import { expect, it } from 'vitest';
import { COMPUTED } from './meanings.ts';

it('names each of the 10 computed figures once, with a formula of at most 160 characters', () => {
	expect(new Set(COMPUTED.map(({ id }) => id)).size).toBe(10);
	expect(COMPUTED.filter(({ formula }) => formula.length > 160)).toEqual([]);
});
