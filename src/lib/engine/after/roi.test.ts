import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { netPresentValue, returnOnInvestment } from './roi.ts';

const values = (avoided: number, adoption: number, spend: number) => ({
	avoided: new Decimal(avoided),
	adoption: new Decimal(adoption),
	spend: new Decimal(spend)
});

describe('returnOnInvestment (model §14)', () => {
	it('is (150 − 20 − 100)/100 = 0.3', () => {
		expect(returnOnInvestment(values(150, 20, 100))).toBe(0.3);
		expect(netPresentValue(values(150, 20, 100)).toFixed()).toBe('30');
	});

	it('is undefined when nothing is spent', () => {
		expect(returnOnInvestment(values(10, 0, 0))).toBeUndefined();
	});
});
