import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { convertLedger } from './currency.ts';
import { ledger, type RowAmounts } from './ledger.ts';
import { isMissing } from './missing.ts';

const usd = (rows: readonly (readonly [string, RowAmounts])[]) =>
	ledger(new Map(rows), { minorUnit: 2, rounding: 'half-even' });
const dollars = (...values: readonly string[]) => values.map((v) => new Decimal(v));
const at = (rate: string, to: string, minorUnit: number) => ({
	from: 'USD',
	to,
	rate: new Decimal(rate),
	asOf: '2026-11-20',
	minorUnit
});

describe('convertLedger (model §14)', () => {
	it('converts cells, not totals: 0.01 + 0.01 at 0.5 is 0.00, not 0.01', () => {
		// 0.005 is a tie and goes to the even 0.00 in each cell; the total 0.02 alone would give 0.01.
		const euros = convertLedger(
			usd([['infra.compute', dollars('0.01', '0.01')]]),
			at('0.5', 'EUR', 2)
		);
		const { total } = euros.spend;
		expect(isMissing(total) ? total.reason : total.toFixed(2)).toBe('0.00');
	});

	it('rounds yen to whole units: 10.01 USD at 150.25 is 1504 JPY', () => {
		// 10.01 × 150.25 = 1504.0025
		const yen = convertLedger(usd([['support.run', dollars('10.01')]]), at('150.25', 'JPY', 0));
		expect(yen.rows[0]?.cells).toEqual(dollars('1504'));
		expect(yen.minorUnit).toBe(0);
	});

	it('keeps a missing row missing', () => {
		const gap = { missing: 'not-published', reason: 'no list price' } as const;
		const euros = convertLedger(usd([['infra.meshFee', gap]]), at('0.9', 'EUR', 2));
		expect(isMissing(euros.spend.total)).toBe(true);
	});

	it('refuses a rate of 0', () => {
		expect(() => convertLedger(usd([]), at('0', 'EUR', 2))).toThrow('USD/EUR');
	});
});
