import { plainText } from '../format/plain.ts';
import { beforePercent, plainNumber, shifted } from '../plan/written-number.ts';

/** Decimal text, as a plan and a record have it. */
const PLAIN = /^-?\d{1,15}(\.\d{1,24})?$/;
/** More decimals than these stay text, so that none is lost. */
const SHORT = /^[^.]*(\.\d{1,9})?$/;

/**
 * The value of a number field as the plan takes it: a number, or the text itself where it is none, so
 * that the plan's own check can quote it. `shift` moves the point: −2 for per cent.
 */
export function valueOfText(text: string, shift = 0): number | string {
	const plain = plainNumber((shift === -2 ? beforePercent(text) : undefined) ?? text);
	if (plain === undefined) return text;
	const value = shifted(plain, shift);
	return SHORT.test(value) ? Number(value) : value;
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
