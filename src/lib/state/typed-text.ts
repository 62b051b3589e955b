import { plainText } from '../format/plain.ts';

/** What people type into a number field, and what it says. */
const PLAIN = /^-?\d{1,15}(\.\d{1,9})?$/;

/** Thousands marks and spaces go, a leading plus too, and digits of other widths: `+12,000` reads `12000`. */
export const tidy = (text: string): string =>
	text.length > 64
		? text
		: text
				.normalize('NFKC')
				.trim()
				.replace(/^\+/, '')
				.replace(/\u2212/g, '-')
				.replace(/(\d)[ ,\u00a0\u202f](?=\d{3}(\D|$))/g, '$1')
				.replace(/^(-?)\./, '$10.');

/** Moves the decimal point, in text, so that no digit changes. */
export function shifted(text: string, places: number): string {
	if (places === 0) return text;
	const sign = text.startsWith('-') ? '-' : '';
	const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
	const digits = whole + fraction;
	const point = whole.length + places;
	const padded = digits.padStart(digits.length + Math.max(0, 1 - point), '0');
	const start = Math.max(point, 1);
	const full = padded.padEnd(start, '0');
	const out = `${full.slice(0, start)}.${full.slice(start)}`;
	return sign + out.replace(/^0+(?=\d)/, '').replace(/\.?0*$/, '');
}

/**
 * The value of a number field as the plan takes it: a number, or the text itself where it is none, so
 * that the plan's own check can quote it. `shift` moves the point: −2 for per cent.
 */
export function valueOfText(text: string, shift = 0): number | string {
	const plain = shift === -2 ? tidy(text).replace(/\s*%$/, '') : tidy(text);
	return PLAIN.test(plain) ? Number(shifted(plain, shift)) : text;
}

/** A value as it stands in its field: a number or decimal text, grouped from 10,000 up. */
export function textOfValue(value: unknown, shift = 0): string {
	const text =
		typeof value === 'number'
			? (plainText(value, { maximumFractionDigits: 12 })?.replaceAll(',', '') ?? String(value))
			: value;
	if (typeof text !== 'string' || !PLAIN.test(text)) return typeof text === 'string' ? text : '';
	const [whole = '', fraction] = shifted(text, shift).split('.');
	const grouped =
		whole.replace('-', '').length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
	return fraction ? `${grouped}.${fraction}` : grouped;
}
