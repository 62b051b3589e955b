import { expect, it } from 'vitest';
import { ageDays, isStale } from './age.ts';

it('counts 90 days from 2026-08-26 to 2026-11-24, which is not yet stale', () => {
	// By hand: 5 days left of August, 30 of September, 31 of October, 24 of November.
	expect(ageDays({ asOf: '2026-08-26' }, '2026-11-24')).toBe(90);
	expect(isStale({ asOf: '2026-08-26' }, '2026-11-24')).toBe(false);
	expect(isStale({ asOf: '2026-08-25' }, '2026-11-24')).toBe(true);
});

it('counts a bare month or year from its first day', () => {
	expect(ageDays({ asOf: '2026-11' }, '2026-11-24')).toBe(23);
	expect(ageDays({ asOf: '2025' }, '2026-01-01')).toBe(365);
});

it('has no age for an undated figure and calls it stale', () => {
	expect(ageDays({ asOf: 'undated' }, '2026-11-24')).toBeUndefined();
	expect(isStale({ asOf: 'undated' }, '2026-11-24')).toBe(true);
});
