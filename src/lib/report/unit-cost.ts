import { Decimal } from '../engine/decimal.ts';
import type { Run } from '../engine/run.ts';
import { isGap } from './gap.ts';
import { addMoney } from './rows.ts';
import type { Money, MoneyOrGap, ReportOption, ReportRow } from './types.ts';

const SECONDS_AN_HOUR = 3600;
const MILLION = 1_000_000;
/** Unit costs are small: two digits more than money has. */
const MORE_DIGITS = 2;

const digitsOf = (amount: Money): number => amount.split('.')[1]?.length ?? 0;

/** What month 1 costs, without what is paid before the start. */
const monthOne = (rows: readonly ReportRow[]): MoneyOrGap =>
	addMoney(
		rows
			.filter(({ block }) => block === 'infra' || block === 'support')
			.flatMap(({ monthly }) => monthly.slice(0, 1))
	);

/**
 * Recurring spend of month 1 for each service, pod and million requests that enter: the sum of the
 * displayed cells over the count. A count of 0 gives none.
 */
export function unitCostsOf(rows: readonly ReportRow[], run: Run): ReportOption['unitCosts'] {
	const spend = monthOne(rows);
	if (isGap(spend)) return [];
	const value = (path: string): Decimal => run.values.get(path) ?? new Decimal(0);
	const pods = run.record.choices.groups
		.map((_, at) => value(`workload.groups[${at}].pods`))
		.reduce((sum, count) => sum.plus(count), new Decimal(0));
	const requests = value('workload.edgeRps')
		.times(SECONDS_AN_HOUR)
		.times(value('time.hoursPerMonth'));
	const counts = [
		['service', value('workload.services')],
		['pod', pods],
		['million requests', requests.div(MILLION)]
	] as const;
	return counts.flatMap(([per, count]) =>
		count.gt(0)
			? [
					{
						per,
						count: count.toNumber(),
						amount: new Decimal(spend).div(count).toFixed(digitsOf(spend) + MORE_DIGITS)
					}
				]
			: []
	);
}

/**
 * Spend over the plan by group of pods, in the share of its pods in month 1. Cents that are left over
 * go to the largest remainders, so that the parts add up to the total.
 */
export function showbackOf(
	spend: MoneyOrGap,
	run: Run,
	names: readonly string[]
): ReportOption['showback'] {
	if (isGap(spend)) return undefined;
	const pods = names.map(
		(_, at) => run.values.get(`workload.groups[${at}].pods`) ?? new Decimal(0)
	);
	const all = pods.reduce((sum, count) => sum.plus(count), new Decimal(0));
	if (names.length < 2 || all.isZero()) return undefined;
	const places = digitsOf(spend);
	const units = new Decimal(spend).times(new Decimal(10).pow(places));
	const exact = pods.map((count) => units.times(count).div(all));
	const floors = exact.map((part) => part.floor());
	const left = units.minus(floors.reduce((sum, part) => sum.plus(part), new Decimal(0))).toNumber();
	const order = exact
		.map((part, at) => ({ at, rest: part.minus(part.floor()).toNumber() }))
		.sort((a, b) => b.rest - a.rest || a.at - b.at);
	const extra = new Set(order.slice(0, left).map(({ at }) => at));
	return names.map((group, at) => ({
		group,
		share: (pods[at] ?? new Decimal(0)).div(all).toNumber(),
		amount: (floors[at] ?? new Decimal(0))
			.plus(extra.has(at) ? 1 : 0)
			.div(new Decimal(10).pow(places))
			.toFixed(places)
	}));
}
