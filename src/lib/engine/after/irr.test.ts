import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { irrAnnual, signChanges } from './irr.ts';
import { presentValue } from './present-value.ts';

const amounts = (values: readonly number[]) => values.map((v) => new Decimal(v));
const irr = (...net: readonly number[]) => irrAnnual(amounts(net));
const away = (actual: number | undefined, expected: number) => Math.abs((actual ?? NaN) - expected);

describe('irrAnnual (model §14)', () => {
	it('turns 1 % a month into 1.01^12 − 1 = 12.6825030131969720661201 % a year', () => {
		expect(away(irr(-100, 101), 0.126825030131969720661201)).toBeLessThan(1e-12);
	});

	it('finds 10 % when 100 comes back as 110 after 12 months', () => {
		expect(away(irr(-100, ...Array(11).fill(0), 110), 0.1)).toBeLessThan(1e-12);
	});

	it('finds the root of −100, 60, 60 that the quadratic formula gives, to 1e-9', () => {
		// 60x² + 60x − 100 = 0 → x = (−60 + √(3600 + 24000))/120; i = 1/x − 1.
		const x = (-60 + Math.sqrt(27600)) / 120;
		expect(away(irr(-100, 60, 60), Math.pow(1 / x, 12) - 1)).toBeLessThan(1e-9);
	});

	it('finds a loss: 100 comes back as 50 after 12 months, −50 %', () => {
		expect(away(irr(-100, ...Array(11).fill(0), 50), -0.5)).toBeLessThan(1e-12);
	});

	it('finds 0 when all of 100 comes back and no more', () => {
		expect(away(irr(-100, 30, 70), 0)).toBeLessThan(1e-12);
	});

	it('is undefined without a change of sign and with two of them', () => {
		expect(irr(-1, -2, -3)).toBeUndefined();
		expect(irr(0, 0)).toBeUndefined();
		expect(irr(-100, 250, -155)).toBeUndefined();
	});

	it('ignores months of 0: idle months before and after move nothing', () => {
		expect(away(irr(0, 0, 0, -100, 101, 0, 0), irr(-100, 101) ?? NaN)).toBeLessThan(1e-12);
	});

	it('finds a loss of all but a millionth in the last month, where plain powers overflow', () => {
		// 1e-6·x^59 = 1 + x^58 → x near 1e6 a month: −100 % a year to every digit, and x^59 is 1e354.
		expect(away(irr(-1, ...Array(57).fill(0), -1, 1e-6), -1)).toBeLessThan(1e-12);
	});

	it('is undefined where no double holds the rate: e^101 a month, e^1215 a year', () => {
		expect(irr(-1e-22, 1e22)).toBeUndefined();
	});

	it('makes the net present value 0 to 1e-9 of what flows (§18.8)', () => {
		const outlay = fc.double({ min: 1, max: 1e6, noNaN: true });
		const gains = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), {
			minLength: 12,
			maxLength: 60
		});
		fc.assert(
			fc.property(outlay, gains, (spent, gained) => {
				const net = amounts([-spent, ...gained]);
				const rate = irrAnnual(net);
				fc.pre(rate !== undefined && rate > -0.999 && rate < 1e6);
				const gap = presentValue(net, new Decimal(rate ?? NaN)).abs();
				const gross = presentValue(
					net.map((flow) => flow.abs()),
					new Decimal(rate ?? NaN)
				);
				expect(gap.lte(gross.times(1e-9))).toBe(true);
			})
		);
	});

	it('does not move when every flow is multiplied by one factor (§18.4)', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1e4, noNaN: true }), (factor) => {
				const scaled = [-100, 30, 40, 50].map((flow) => flow * factor);
				expect(away(irr(...scaled), irr(-100, 30, 40, 50) ?? NaN)).toBeLessThan(1e-9);
			})
		);
	});
});

describe('signChanges', () => {
	it('counts none in −1, −2, −3', () => {
		expect(signChanges(amounts([-1, -2, -3]))).toBe(0);
	});

	it('counts 2 changes in −1, 0, 3, 0, −2', () => {
		expect(signChanges(amounts([-1, 0, 3, 0, -2]))).toBe(2);
	});
});
