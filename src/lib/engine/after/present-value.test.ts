import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { presentValue } from './present-value.ts';
import { sum } from './sum.ts';

const amounts = (...values: readonly (string | number)[]) => values.map((v) => new Decimal(v));
const flowsOf = (min: number) =>
	fc
		.array(fc.double({ min, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 61 })
		.map((values) => amounts(...values));
const rates = fc.double({ min: 0.001, max: 2, noNaN: true });

describe('presentValue (model §14)', () => {
	it('leaves 100 at month 0 whole and makes 110 and 121 after 12 and 24 months 100 each at 10 %', () => {
		const flows = Array.from({ length: 25 }, () => new Decimal(0));
		flows[0] = new Decimal(100);
		flows[12] = new Decimal(110);
		flows[24] = new Decimal(121);
		expect(presentValue(flows, new Decimal('0.1')).toFixed()).toBe('300');
	});

	it('discounts 1 after 6 months at 21 % by 1.1, to 1e-15', () => {
		const flows = amounts(0, 0, 0, 0, 0, 0, '1.1');
		const gap = presentValue(flows, new Decimal('0.21')).minus(1).abs();
		expect(gap.lt('1e-15')).toBe(true);
	});

	it('gives 36 equal months at 10 % as the annuity, to 1e-12', () => {
		// By hand: (1 − 1.1^−3)/(1.1^(1/12) − 1) = 0.248685199…/0.00797414042890… months.
		const annuity = (1 - 1 / 1.331) / (Math.pow(1.1, 1 / 12) - 1);
		const flows = amounts(0, ...Array.from({ length: 36 }, () => 1));
		const gap = presentValue(flows, new Decimal('0.1')).minus(annuity).abs();
		expect(gap.lt('1e-12')).toBe(true);
	});

	it('equals the nominal sum at a rate of 0 (§18.8)', () => {
		fc.assert(
			fc.property(flowsOf(-1e6), (flows) => {
				expect(presentValue(flows, new Decimal(0)).eq(sum(flows))).toBe(true);
			})
		);
	});

	it('falls as the rate rises, for positive flows (§18.8)', () => {
		fc.assert(
			fc.property(flowsOf(1), rates, rates, (flows, a, b) => {
				const [low, high] = [Math.min(a, b), Math.max(a, b)];
				const dear = presentValue(flows, new Decimal(low));
				expect(presentValue(flows, new Decimal(high)).lte(dear)).toBe(true);
			})
		);
	});
});
