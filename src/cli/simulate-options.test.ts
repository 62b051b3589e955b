import { expect, it } from 'vitest';
import { readSimulating } from './simulate-options.ts';

const read = (flags: Readonly<Record<string, string>>) =>
	readSimulating(new Map(Object.entries(flags)));

it('draws 5,000 samples from seed 1 where nothing is said', () => {
	expect(read({})).toEqual({ ok: true, value: { samples: 5000, seed: 1 } });
});

it('takes 100 to 50,000 samples and any seed up to 2^53 − 1', () => {
	const asked = { '--samples': '100', '--seed': '9007199254740991' };
	expect(read(asked)).toEqual({ ok: true, value: { samples: 100, seed: 9007199254740991 } });
});

it('refuses 99 samples, a seed of −1 and half a sample with the range in the sentence', () => {
	for (const [flag, written, range] of [
		['--samples', '99', '100 to 50000'],
		['--seed', '-1', '0 to 9007199254740991'],
		['--samples', '100.5', '100 to 50000']
	] as const) {
		const message = `"${written}" is not a whole number from ${range}.`;
		expect(read({ [flag]: written })).toEqual({ ok: false, errors: [{ path: flag, message }] });
	}
});

it('draws nothing with --points, which takes no --seed beside it', () => {
	expect(read({ '--points': '' })).toEqual({ ok: true, value: undefined });
	expect(read({ '--points': '', '--seed': '3' }).ok).toBe(false);
});
