import type { Gap, Money, MoneyOrGap, ReportOption, ReportRow } from '../../report/types.ts';

/** `month` is month 1 without one-off cash, `year` the first twelve months with it, `all` the plan. */
export type Period = 'month' | 'year' | 'all';

export const isGap = (cell: MoneyOrGap): cell is Gap => typeof cell !== 'string';

const decimals = (text: Money): number => {
	const point = text.indexOf('.');
	return point < 0 ? 0 : text.length - point - 1;
};

const minor = (text: Money, places: number): bigint =>
	BigInt(text.replace('.', '') + '0'.repeat(places - decimals(text)));

function toText(amount: bigint, places: number): Money {
	const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places);
	const sign = amount < 0n ? '-' : '';
	return places === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-places)}`;
}

/** The exact sum of displayed cells; a missing cell makes it missing, with every reason once. */
export function addCells(cells: readonly MoneyOrGap[]): MoneyOrGap {
	const gaps = cells.filter(isGap);
	const [first] = gaps;
	if (first !== undefined) {
		const reasons = [...new Set(gaps.map((gap) => gap.reason))];
		return { missing: first.missing, reason: reasons.join(' ') };
	}
	const amounts = cells.filter((cell): cell is Money => !isGap(cell));
	const places = Math.max(0, ...amounts.map(decimals));
	return toText(
		amounts.reduce((sum, text) => sum + minor(text, places), 0n),
		places
	);
}

/** One row of the ledger over a period. */
export function rowOver(row: ReportRow, period: Period): MoneyOrGap {
	if (period === 'all') return row.total;
	const [month1] = row.monthly;
	if (period === 'month') return month1 ?? '0';
	return addCells([row.month0, ...row.monthly.slice(0, 12)]);
}

const monthsOf = (period: Period): number | undefined =>
	period === 'month' ? 1 : period === 'year' ? 12 : undefined;

/** What a bar is made of, over a period. */
export interface Blocks {
	readonly infra: MoneyOrGap;
	/** Support but for what is paid before month 1. */
	readonly running: MoneyOrGap;
	readonly oneOff: MoneyOrGap;
	readonly spend: MoneyOrGap;
}

interface Known {
	readonly totals: ReportOption['totals'];
	readonly blocks: Map<Period, Blocks>;
}

/** Several views of a page ask for the same: each is added up once for a report. */
const known = new WeakMap<ReportOption['rows'], Known>();

export function blocksOver(option: ReportOption, period: Period): Blocks {
	const { rows, totals } = option;
	const kept = known.get(rows);
	const { blocks } = kept?.totals === totals ? kept : { blocks: new Map<Period, Blocks>() };
	const before = blocks.get(period);
	if (before !== undefined) return before;
	const made = addedUp(option, period);
	known.set(rows, { totals, blocks: blocks.set(period, made) });
	return made;
}

function addedUp(option: ReportOption, period: Period): Blocks {
	const until = monthsOf(period);
	const monthly = (block: ReportRow['block']): MoneyOrGap =>
		addCells(
			option.rows.filter((row) => row.block === block).flatMap((row) => row.monthly.slice(0, until))
		);
	const spendRows = option.rows.filter((row) => row.block === 'infra' || row.block === 'support');
	const infra = monthly('infra');
	const running = monthly('support');
	const oneOff = period === 'month' ? '0' : addCells(spendRows.map((row) => row.month0));
	const spend = period === 'all' ? option.totals.spend : addCells([infra, running, oneOff]);
	return { infra, running, oneOff, spend };
}
