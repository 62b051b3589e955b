import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatNumber } from '../../format/number.ts';

/** A unit in words: `USD/core-hour` reads "USD per core-hour"; a plain number has none. */
export const unitWords = (unit: string): string =>
	unit === '1' ? '' : unit.replaceAll('/', ' per ');

/** Decimal text for the eye: money to the cent, the rest to five digits; the full text is kept aside. */
export function shownValue(value: string, unit: string): string {
	const number = Number(value);
	if (!Number.isFinite(number) || value.trim() === '') return value;
	if (unit.startsWith('USD') && Math.abs(number) >= 1) return formatCellExact(number.toFixed(2));
	return formatNumber(number, 5);
}

/** How far a figure's word goes, in one word for a badge. */
export const basisWords: Readonly<Record<string, string>> = {
	user: 'yours',
	published: 'published',
	derived: 'derived',
	claimed: 'claimed',
	assumed: 'assumed',
	default: 'default'
};
