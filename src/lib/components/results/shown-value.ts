import { formatCents } from '../../format/ledger-cell.ts';
import { formatNumber } from '../../format/number.ts';
import { formatShare } from '../../format/quantity.ts';

/** What is written the same for one and for many. */
const UNCOUNTED = /^(USD|FTE|MiB|GiB|KiB|GB|series|ms|s|[A-Z]{3})$/;

/**
 * A unit in words: `USD/core-hour` reads "USD per core-hour"; a plain number has none. Beside a value
 * it is counted: 1 node, 18 nodes.
 */
export function unitWords(unit: string, value?: string): string {
	if (unit === '1') return '';
	const [over = '', ...under] = unit.split('/');
	const single = value === undefined || Number(value) === 1 || over.includes('-');
	const counted = single || UNCOUNTED.test(over) ? over : `${over}s`;
	return [counted === 'persons' ? 'people' : counted, ...under].join(' per ');
}

/** A sum of money, in dollars or in the currency of the report; prices per hour too. */
const isMoney = (unit: string): boolean => /^[A-Z]{3}(\/|$)/.test(unit) && !unit.startsWith('FTE');

/** Decimal text for the eye: money to the cent, the rest to five digits; the full text is kept aside. */
export function shownValue(value: string, unit: string): string {
	const number = Number(value);
	if (!Number.isFinite(number) || value.trim() === '') return value;
	if (isMoney(unit) && Math.abs(number) >= 1) return formatCents(value);
	return formatNumber(number, 5);
}

/** An input as its field shows it: a share in per cent. */
export const shownInput = (value: string, unit: string, percent: boolean): string =>
	percent && value.trim() !== '' && Number.isFinite(Number(value))
		? formatShare(Number(value))
		: shownValue(value, unit);

/** How far a figure's word goes, in one word for a badge. */
export const basisWords: Readonly<Record<string, string>> = {
	user: 'yours',
	published: 'published',
	derived: 'derived',
	claimed: 'claimed',
	assumed: 'assumed',
	default: 'default'
};
