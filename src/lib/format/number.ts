import { plainText } from './plain.ts';

/** Between a number and its unit, so that a line never breaks there. */
export const NBSP = '\u00A0';
/** U+2212; data files use "-" and do not come through here. */
export const MINUS = '\u2212';
/** What stands where a figure should. Never NaN, Infinity or an empty cell. */
export const NOT_AVAILABLE = 'not available';

const formats = new Map<string, Intl.NumberFormat>();

/** One locale for every reader, so that two people quote the same text. */
export function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
	const key = JSON.stringify(options);
	const known = formats.get(key);
	if (known !== undefined) return known;
	const made = new Intl.NumberFormat('en-US', { signDisplay: 'negative', ...options });
	formats.set(key, made);
	return made;
}

/** Formats and puts the proper minus; `NOT_AVAILABLE` for what is no number. */
export function write(amount: number, options: Intl.NumberFormatOptions): string {
	if (!Number.isFinite(amount)) return NOT_AVAILABLE;
	const text = plainText(amount, options) ?? formatOf(options).format(amount);
	return text.replace('-', MINUS);
}

/** Whole and grouped from 1,000 on, `digits` significant digits below; no trailing zeros. */
export function formatNumber(amount: number, digits = 3): string {
	return Math.abs(amount) >= 1000
		? write(amount, { maximumFractionDigits: 0 })
		: write(amount, { maximumSignificantDigits: digits });
}

/** A count of things: whole and grouped, "1,866". */
export function formatCount(count: number): string {
	return write(count, { maximumFractionDigits: 0 });
}

/** "$186k – $262k"; one text when both ends read the same. */
export function formatRange(low: string, high: string): string {
	return low === high ? low : `${low} – ${high}`;
}
