import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparePair } from '../after/compare.ts';
import { bandOf } from '../after/quantile.ts';
import { constant, leaf, monthsSinceStart, one, power, type Expr } from '../graph/expr.ts';
import { drawn, exampleSubject } from './example-subject.ts';
import { prepare } from './prepare.ts';
import { simulate, type Asked, type Simulation } from './simulate.ts';
import type { Subject } from './supply.ts';

const price = leaf('price', 'USD/month');
const other = leaf('other', 'USD/month');

interface Run extends Partial<Omit<Asked, 'prepared'>> {
	readonly subjects: readonly Subject[];
	readonly months?: number;
}

const simulated = ({ subjects, months = 12, ...asked }: Run): Simulation => {
	const prepared = prepare(subjects, months);
	const done = simulate({ prepared, samples: 1000, seed: 1, ...asked });
	if (!done.ok) throw new Error(`stuck at ${done.fault.option}`);
	return done.value;
};

const spendOf = ({ spend }: Simulation, id: string): Float64Array =>
	spend.get(id) ?? new Float64Array();

const pert = (path: string) => ({ [path]: drawn(path, 'pert', [10, 20, 60]) });

it('adds 12 months of a price between 10 and 60 up: mean 12 · 25, within a thousandth', () => {
	// PERT mean (10 + 4·20 + 60)/6 = 25; one stratum a sample leaves about 1/n of the spread.
	const result = simulated({ subjects: [exampleSubject('a', price, pert('price'))] });
	const total = spendOf(result, 'a').reduce((sum, value) => sum + value, 0);
	expect(Math.abs(total / 1000 / 300 - 1)).toBeLessThan(1e-3);
});

it('finds P10, P50 and P90 of a coefficient whose low, central and high are 1, 2 and 8', () => {
	// Before the cut they are low, central and high; after it P10 is at z of 0.005 + 0.99·0.1 = 0.104:
	// z = −1.25908, so 2·2^(−1.25908/1.28155) = 1.01222; P90 likewise 2·4^(0.98247) = 7.80795.
	const supplies = { price: drawn('price', 'splitLognormal', [1, 2, 8]) };
	const subjects = [exampleSubject('a', price, supplies)];
	const { p10, p50, p90 } = bandOf(spendOf(simulated({ subjects, months: 1, samples: 5000 }), 'a'));
	expect(Math.abs(p10 / 1.01222 - 1)).toBeLessThan(2e-3);
	expect(Math.abs(p50 / 2 - 1)).toBeLessThan(2e-3);
	expect(Math.abs(p90 / 7.80795 - 1)).toBeLessThan(2e-3);
});

it('gives 0.23975 for A < B of two lognormals that correlate by 0.5', () => {
	// P10 and P90 at m·e^±1.28155 make σ = 1 each; ln A − ln B has variance 1 + 1 − 2·0.5 = 1 and here
	// the mean 0.70711, so P(A < B) = Φ(−0.70711) = 0.23975.
	const e = Math.exp(1.2815515655446004);
	const shift = Math.exp(0.7071067811865476);
	const member = (path: string, middle: number) => ({
		[path]: {
			kind: 'drawn' as const,
			spec: {
				path,
				distribution: 'lognormal' as const,
				low: middle / e,
				central: middle,
				high: middle * e,
				correlate: { group: 'g', rho: 0.5 }
			}
		}
	});
	const result = simulated({
		subjects: [
			exampleSubject('a', price, member('price', shift)),
			exampleSubject('b', other, member('other', 1))
		],
		samples: 10_000,
		months: 1
	});
	const { probabilityBelow, probabilityTie, probabilityAbove } = comparePair(
		spendOf(result, 'a'),
		spendOf(result, 'b')
	);
	expect(Math.abs(probabilityBelow - 0.23975)).toBeLessThan(0.01);
	expect(Math.abs(probabilityBelow + probabilityTie + probabilityAbove - 1)).toBeLessThan(1e-12);
});

it('gives one value for P10, P50 and P90 where all inputs are fixed', () => {
	const subjects = [exampleSubject('a', price, { price: { kind: 'fixed', value: 12.5 } })];
	expect(bandOf(spendOf(simulated({ subjects }), 'a'))).toEqual({ p10: 150, p50: 150, p90: 150 });
});

it('repeats every digit under one seed and changes them under another', () => {
	const subjects = [exampleSubject('a', price, pert('price'))];
	const [first, again] = [simulated({ subjects }), simulated({ subjects })];
	expect(spendOf(again, 'a')).toEqual(spendOf(first, 'a'));
	expect(spendOf(simulated({ subjects, seed: 2 }), 'a')).not.toEqual(spendOf(first, 'a'));
});

it('gives each option the same samples in whatever order and company the options come', () => {
	const costs: readonly (readonly [string, Expr<'USD/month'>])[] = [
		['a', price],
		['b', price.plus(other)],
		['c', other.by(power(one.plus(constant(0.01, '1')), monthsSinceStart))]
	];
	const subjects = costs.map(([id, cost]) =>
		exampleSubject(id, cost, { ...pert('price'), ...pert('other') })
	);
	const alone = subjects.map((subject) => simulated({ subjects: [subject], samples: 300 }));
	fc.assert(
		fc.property(fc.shuffledSubarray(subjects, { minLength: 1 }), (some) => {
			const together = simulated({ subjects: some, samples: 300 });
			for (const { id } of some) {
				const apart = alone[subjects.findIndex((subject) => subject.id === id)];
				if (apart !== undefined) expect(spendOf(together, id)).toEqual(spendOf(apart, id));
			}
		}),
		{ numRuns: 20 }
	);
});

it('draws one range twice where only one of two options correlates it with others', () => {
	const spec = { path: 'price', distribution: 'pert' as const, low: 10, central: 20, high: 60 };
	const linked = { ...spec, correlate: { group: 'g', rho: 0.8 } };
	const subjects = [spec, linked].map((one, at) =>
		exampleSubject(`option ${at}`, price, { price: { kind: 'drawn', spec: one } })
	);
	const together = simulated({ subjects, samples: 100 });
	subjects.forEach((subject) => {
		const alone = simulated({ subjects: [subject], samples: 100 });
		expect(spendOf(together, subject.id)).toEqual(spendOf(alone, subject.id));
	});
	expect(spendOf(together, 'option 0')).not.toEqual(spendOf(together, 'option 1'));
});

it('keeps the share of two linked inputs in every draw: c1 of a tunnel is 0.3 of the sidecar’s', () => {
	const sidecar = drawn('price', 'splitLognormal', [1, 2, 3]);
	const share = { kind: 'fixed' as const, value: 0.3 };
	const tunnel = { kind: 'product' as const, of: sidecar, times: share, whole: false };
	const result = simulated({
		subjects: [
			exampleSubject('sidecar', price, { price: sidecar }),
			exampleSubject('tunnel', other, { other: tunnel })
		],
		months: 1
	});
	const of = spendOf(result, 'sidecar');
	spendOf(result, 'tunnel').forEach((value, i) => expect(value).toBe((of[i] ?? 0) * 0.3));
});

it('replaces the 1 in 4 draws that do not fit, counts them and warns above 5 %', () => {
	// Uniform-like triangular 0…2 around 1: below 0.7071 lies (0.7071)²/2 = 0.25 of the draws.
	const supplies = { price: drawn('price', 'triangular', [0, 1, 2]) };
	const margin = leaf('price', 'USD/month').minus(constant(Math.SQRT1_2, 'USD/month'));
	const result = simulated({
		subjects: [exampleSubject('a', price, supplies, margin)],
		months: 1,
		samples: 4000
	});
	// 1000 fail at first; of those about a quarter again, and so on: 1000/(1 − 1/4) = 1333.
	expect(Math.abs(result.replaced - 1333)).toBeLessThan(60);
	expect(result.warn).toBe(true);
	expect(spendOf(result, 'a').every((value) => value > Math.SQRT1_2)).toBe(true);
	expect(spendOf(result, 'a')).toHaveLength(4000);
});

it('ends with the check that failed 50 times in a row', () => {
	const margin = leaf('price', 'USD/month').minus(constant(70, 'USD/month'));
	const subjects = [exampleSubject('a', price, pert('price'), margin)];
	const done = simulate({ prepared: prepare(subjects, 1), samples: 10, seed: 1 });
	expect(done).toEqual({ ok: false, fault: { option: 'a', check: 0 } });
});

it('draws 25,000 samples as batches of 10,000 that are not the same', () => {
	const subjects = [exampleSubject('a', price, pert('price'))];
	const spend = spendOf(simulated({ subjects, months: 1, samples: 25_000 }), 'a');
	expect(spend).toHaveLength(25_000);
	expect(spend.slice(0, 10_000)).not.toEqual(spend.slice(10_000, 20_000));
	expect(spend.slice(0, 100)).toEqual(
		spendOf(simulated({ subjects, months: 1, samples: 10_000 }), 'a').slice(0, 100)
	);
});

it('keeps months 0 to 12 of the first 100 samples; they add up to the total', () => {
	const growing = price.by(power(one.plus(constant(0.02, '1')), monthsSinceStart));
	const subjects = [exampleSubject('a', growing, pert('price'))];
	const result = simulated({ subjects, keptMonths: 100 });
	const rows = result.months.get('a') ?? [];
	expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 13 }, () => 100));
	const added = rows.reduce((sum, row) => sum + (row[7] ?? NaN), 0);
	expect(Math.abs(added / (spendOf(result, 'a')[7] ?? NaN) - 1)).toBeLessThan(1e-14);
});
