import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/lib/engine/decimal.ts';
import { MESH_IDS } from '../../src/lib/catalog/mesh-ids.ts';
import { outcomeOf } from '../../src/lib/engine/outcome.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { isGap } from '../../src/lib/report/gap.ts';
import type { MoneyOrGap, Report, ReportOption } from '../../src/lib/report/types.ts';
import type { Worked } from '../../src/lib/report/work-out.ts';
import { plans } from './random-plans.ts';
import { TODAY, worked } from './shared.ts';

const RUNS = 12;

const cellsOf = ({ rows }: ReportOption): readonly MoneyOrGap[] =>
	rows.flatMap(({ month0, monthly }) => [month0, ...monthly]);

const amountOf = (cell: MoneyOrGap): Decimal => new Decimal(isGap(cell) ? 0 : cell);

const sum = (cells: readonly MoneyOrGap[]): Decimal =>
	cells.reduce<Decimal>((total, cell) => total.plus(amountOf(cell)), new Decimal(0));

/** Ledger cells of an option as the engine has them, unrounded, in dollars. */
function unrounded(all: Worked, id: string): readonly (Decimal | undefined)[] {
	const entry = all.options.find(({ option }) => option.id === id);
	return [...(entry?.run ? outcomeOf(entry.run).cash.values() : [])].flatMap((row) =>
		row.map((cell) => (cell instanceof Decimal ? cell : undefined))
	);
}

/**
 * Doubles differ from decimals by noise alone, and a cell is snapped to four more digits before it is
 * rounded, so that two readings of one cell can differ only where the amount lies within the noise of
 * a border: half a cent, give or take a ten-thousandth of a cent and 1e-11 of the amount.
 */
function onBorder(amount: Decimal | undefined): boolean {
	if (amount === undefined) return false;
	const cents = amount.times(100).abs();
	const noise = amount.abs().times(1e-9).plus(1e-4);
	return cents.minus(cents.floor()).minus(0.5).abs().lte(noise);
}

/** Cells of an option that two readings show otherwise, in words; a border of rounding excuses. */
function differences(
	option: ReportOption,
	other: ReportOption | undefined,
	amounts: readonly (Decimal | undefined)[]
): readonly string[] {
	if (other?.status !== option.status) return [`${option.id}: ${option.status}`];
	const twins = cellsOf(other);
	return cellsOf(option).flatMap((cell, at) => {
		const twin = twins[at] ?? '';
		if (isGap(cell) && isGap(twin)) return cell.reason === twin.reason ? [] : [cell.reason];
		if (isGap(cell) || isGap(twin)) return [`${option.id}: one reading has no cell ${at}`];
		if (cell === twin || onBorder(amounts[at])) return [];
		return [`${option.id}: ${cell} or ${twin}`];
	});
}

describe('the two readings of a report', () => {
	it('agree to the cent in every cell but on a border of rounding, over 12 plans', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const [exact, doubles] = [worked(plan, 'exact'), worked(plan, 'doubles')];
				const [a, b] = [reportOf(exact, TODAY), reportOf(doubles, TODAY)];
				const apart = a.options.flatMap((option, at) =>
					differences(option, b.options[at], unrounded(exact, option.id))
				);
				expect(apart).toEqual([]);
				expect(b.comparison.excluded).toEqual(a.comparison.excluded);
			}),
			{ numRuns: RUNS, seed: 20261124 }
		);
	});

	it('agree to the cent without exception in the default plan of each cloud', () => {
		for (const id of ['aws', 'gcp', 'azure'] as const) {
			const plan = { platform: { cloud: id } };
			const of = (reading: 'exact' | 'doubles'): Report => reportOf(worked(plan, reading), TODAY);
			const [a, b] = [of('exact'), of('doubles')];
			for (const [at, option] of a.options.entries()) {
				expect(b.options[at]?.rows).toEqual(option.rows);
				expect(b.options[at]?.totals.spend).toEqual(option.totals.spend);
			}
			expect(b.sentence).toBe(a.sentence);
			expect(b.assumptions).toEqual(a.assumptions);
		}
	});
});

describe('the ledger of a report', () => {
	it('adds up to its totals, cell by cell, in dollars and other currencies, over 12 plans', () => {
		fc.assert(
			fc.property(plans, (plan) => {
				const all = worked(plan, 'doubles');
				expect(reportOf(all, TODAY).options.flatMap(addsUp)).toEqual([]);
			}),
			{ numRuns: RUNS, seed: 7 }
		);
	});

	/** Sums that are not those of their parts. */
	function addsUp({ id, rows, totals }: ReportOption): readonly string[] {
		const wrong = (what: string, parts: readonly MoneyOrGap[], total: MoneyOrGap) => {
			if (parts.some(isGap) !== isGap(total)) return [`${id}: ${what} hides a gap`];
			return isGap(total) || sum(parts).eq(total) ? [] : [`${id}: ${what}`];
		};
		const of = (block: string): readonly MoneyOrGap[] =>
			rows.filter((row) => row.block === block).map(({ total }) => total);
		if (rows.length === 0) return [];
		return [
			...rows.flatMap((row) => wrong(row.key, [row.month0, ...row.monthly], row.total)),
			...wrong('infra', of('infra'), totals.infra),
			...wrong('support', of('support'), totals.support),
			...wrong('avoided', of('avoided'), totals.avoided),
			...wrong('adoption', of('adoption'), totals.adoption),
			...wrong('spend', [totals.infra, totals.support], totals.spend)
		];
	}

	it('ranks alike in every currency: rounding to a coarse unit makes no order', () => {
		const options = MESH_IDS;
		const order = (finance: Plan['finance']): readonly string[] =>
			reportOf(worked({ options, ...(finance && { finance }) }), TODAY).comparison.ranking;
		const dollars = order({});
		expect(dollars.length).toBeGreaterThan(4);
		for (const rate of ['0.9', '151.37', '0.0000001']) {
			const rateDate = '2026-11-20';
			expect(order({ currency: 'JPY', rate, rateDate })).toEqual(dollars);
		}
	});

	it('converts cells, not totals: 3 months of 0.4 yen are no yen', () => {
		// By hand: at 0.001 yen a dollar, 400 USD a month are 0.4 yen, rounded to 0 in every cell.
		const finance = { currency: 'JPY', rate: '0.001', rateDate: '2026-11-20', months: 12 };
		const plan: Plan = {
			options: ['no-mesh', 'linkerd'],
			people: { consultingMonthly: 400 },
			finance
		};
		const linkerd = reportOf(worked(plan), TODAY).options.find(({ id }) => id === 'linkerd');
		const row = linkerd?.rows.find(({ key }) => key === 'support.consulting');
		expect(row?.total).toBe('0');
		expect(row?.monthly[0]).toBe('0');
	});
});
