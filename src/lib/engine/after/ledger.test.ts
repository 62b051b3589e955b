import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../decimal.ts';
import { ledger, type Ledger, type RowAmounts, type Total } from './ledger.ts';
import { isMissing } from './missing.ts';
import type { Rounding } from './rounding.ts';

const CENTS = { minorUnit: 2, rounding: 'half-even' } as const;
const amounts = (...values: readonly (string | number)[]) => values.map((v) => new Decimal(v));
const text = (total: Total) => (isMissing(total) ? total.reason : total.toFixed(2));

const KEYS = ['infra.compute', 'infra.network.locality', 'support.run', 'avoided.build'];
const cell = fc.double({ min: -1e7, max: 1e7, noNaN: true });
const rowsOf = fc
	.integer({ min: 1, max: 8 })
	.chain((months) =>
		fc.tuple(...KEYS.map(() => fc.array(cell, { minLength: months, maxLength: months })))
	)
	.map((rows) => new Map(rows.map((row, i) => [KEYS[i] ?? '', amounts(...row)] as const)));
const roundings = fc.constantFrom<Rounding>('half-even', 'half-up');

const spendRows = (made: Ledger) => made.rows.filter((r) => /^(infra|support)/.test(r.key));
const addTotals = (totals: readonly Total[]) =>
	totals.reduce<Decimal>((run, t) => run.plus(isMissing(t) ? NaN : t), new Decimal(0));

describe('ledger (model §17)', () => {
	it('adds displayed cells, not what lies beneath them', () => {
		// Three times 0.004 is 0.012 unrounded, but three displayed cells of 0.00 add up to 0.00.
		const made = ledger(new Map([['infra.compute', amounts(0.004, 0.004, 0.004)]]), CENTS);
		expect(text(made.spend.total)).toBe('0.00');
	});

	it('keeps blocks apart: spend 30.02 is infra 10.01 and support 20.01, benefits outside', () => {
		const made = ledger(
			new Map<string, RowAmounts>([
				['support.run', amounts('0', '20.011')],
				['avoided.build', amounts('0', '500')],
				['infra.compute', amounts('0', '10.009')]
			]),
			CENTS
		);
		expect(text(made.blocks.infra.total)).toBe('10.01');
		expect(text(made.blocks.support.total)).toBe('20.01');
		expect(text(made.blocks.avoided.total)).toBe('500.00');
		expect(text(made.blocks.adoption.total)).toBe('0.00');
		expect(text(made.spend.total)).toBe('30.02');
		expect(made.spend.months.map(text)).toEqual(['0.00', '30.02']);
	});

	it('makes each total over a missing row missing, naming the row, and leaves the others', () => {
		const made = ledger(
			new Map<string, RowAmounts>([
				['infra.meshFee', { missing: 'not-published', reason: 'no price for eu-1' }],
				['infra.compute', amounts(1, 2)],
				['support.run', amounts(3, 4)]
			]),
			CENTS
		);
		expect(text(made.spend.total)).toBe('infra.meshFee: no price for eu-1');
		expect(made.spend.months.map(isMissing)).toEqual([true, true]);
		expect(text(made.blocks.support.total)).toBe('7.00');
		expect(text(made.rows[1]?.total ?? new Decimal(0))).toBe('3.00');
	});

	it('names every missing row in a total, not only the first', () => {
		const gap = { missing: 'not-measured', reason: 'nobody ran it' } as const;
		const rows = new Map([
			['infra.compute', gap],
			['infra.storage', gap]
		]);
		const { total } = ledger(rows, CENTS).blocks.infra;
		expect(isMissing(total) && 'causes' in total && total.causes.map(({ row }) => row)).toEqual([
			'infra.compute',
			'infra.storage'
		]);
	});

	it('refuses rows of different length and a row of no block', () => {
		const ragged = new Map([
			['infra.compute', amounts(1, 2)],
			['support.run', amounts(1)]
		]);
		expect(() => ledger(ragged, CENTS)).toThrow('2 and 1 months');
		expect(() => ledger(new Map([['profit', amounts(1)]]), CENTS)).toThrow('"profit"');
	});

	it('adds rows to the same spend as months, for any amounts (§18.11)', () => {
		fc.assert(
			fc.property(rowsOf, roundings, (rows, rounding) => {
				const made = ledger(rows, { minorUnit: 2, rounding });
				const byRow = addTotals(spendRows(made).map(({ total }) => total));
				const byMonth = addTotals(made.spend.months);
				expect(text(made.spend.total)).toBe(byRow.toFixed(2));
				expect(text(made.spend.total)).toBe(byMonth.toFixed(2));
			})
		);
	});

	it('differs from the unrounded sum by at most 0.0050005 a cell (§17)', () => {
		fc.assert(
			fc.property(rowsOf, roundings, (rows, rounding) => {
				const made = ledger(rows, { minorUnit: 2, rounding });
				const spend = [...rows].filter(([key]) => !key.startsWith('avoided'));
				const unrounded = addTotals(spend.flatMap(([, row]) => row));
				const cells = spend.flatMap(([, row]) => row).length;
				const gap = addTotals([made.spend.total]).minus(unrounded).abs();
				expect(gap.lte(new Decimal('0.0050005').times(cells))).toBe(true);
			})
		);
	});

	it('gives the same totals whatever the order of the rows (§18.5)', () => {
		fc.assert(
			fc.property(rowsOf, (rows) => {
				const turned = new Map([...rows].reverse());
				expect(text(ledger(turned, CENTS).spend.total)).toBe(text(ledger(rows, CENTS).spend.total));
			})
		);
	});
});
