import { MINUS, NOT_AVAILABLE, formatOf, write } from './number.ts';

/** Decimal text, as the report holds money, or a number. */
export type Amount = string | number;

const STEPS = [
	{ size: 1e12, suffix: 'tn' },
	{ size: 1e9, suffix: 'bn' },
	{ size: 1e6, suffix: 'm' },
	{ size: 1e3, suffix: 'k' },
	{ size: 1, suffix: '' }
] as const;
const COMPACT_DIGITS = 3;
/** Asked for with every sum, and slow to find out. */
const minorUnits = new Map<string, number>([['USD', 2]]);

/** Empty text is no amount, though `Number` reads it as 0. */
function toNumber(amount: Amount): number {
	return amount === '' ? NaN : Number(amount);
}

/** Decimals of a currency's smallest unit: 2 for USD, 0 for JPY. */
export function minorUnitOf(currency: string): number {
	const known = minorUnits.get(currency);
	if (known !== undefined) return known;
	const { maximumFractionDigits: unit = 2 } = formatOf({
		style: 'currency',
		currency
	}).resolvedOptions();
	minorUnits.set(currency, unit);
	return unit;
}

/** Every digit of a ledger cell: "$1,234.56", "−$12.30". */
export function formatMoney(amount: Amount, currency = 'USD'): string {
	return write(toNumber(amount), { style: 'currency', currency });
}

/** Whole units, for tables of large sums: "$1,235". */
export function formatMoneyWhole(amount: Amount, currency = 'USD'): string {
	return write(toNumber(amount), { style: 'currency', currency, maximumFractionDigits: 0 });
}

/** Three digits at most, for headlines and axes: "$214k", "$61.4k", "$1.24m", "$870". */
export function formatMoneyCompact(amount: Amount, currency = 'USD'): string {
	const value = toNumber(amount);
	if (!Number.isFinite(value)) return NOT_AVAILABLE;
	// Rounded first: 999,950 is $1m, not $1000k.
	const rounded = Number(value.toPrecision(COMPACT_DIGITS));
	const step = STEPS.find(({ size }) => Math.abs(rounded) >= size) ?? { size: 1, suffix: '' };
	const text = write(rounded / step.size, {
		style: 'currency',
		currency,
		minimumFractionDigits: 0,
		maximumFractionDigits: step.size === 1 ? minorUnitOf(currency) : COMPACT_DIGITS - 1
	});
	return `${text}${step.suffix}`;
}

/** With its sign, for a difference: "+$61k", "−$12k", "$0". */
export function formatMoneyDifference(amount: Amount, currency = 'USD'): string {
	const text = formatMoneyCompact(amount, currency);
	return toNumber(amount) > 0 && text !== NOT_AVAILABLE ? `+${text}` : text;
}

/** A price with all its digits, at least the minor unit's: "$0.0225/h", "$0.40/GB". */
export function formatUnitPrice(amount: Amount, per: string, currency = 'USD'): string {
	const text = write(toNumber(amount), {
		style: 'currency',
		currency,
		minimumFractionDigits: minorUnitOf(currency),
		maximumFractionDigits: 10
	});
	return text === NOT_AVAILABLE ? text : `${text}/${per}`;
}

/** Three digits of a price that was worked out, whole from 1,000 on: "$0.449", "€1,720". */
export function formatPrice(amount: Amount, currency = 'USD'): string {
	const value = toNumber(amount);
	return Math.abs(value) >= 1000
		? write(value, { style: 'currency', currency, maximumFractionDigits: 0 })
		: write(value, { style: 'currency', currency, maximumSignificantDigits: 3 });
}

/** "± $20k": half the width of a band. */
export function formatMoneySpread(amount: Amount, currency = 'USD'): string {
	const text = formatMoneyCompact(amount, currency);
	return text === NOT_AVAILABLE ? text : `± ${text.replace(MINUS, '')}`;
}
