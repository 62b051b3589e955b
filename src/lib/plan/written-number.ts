/**
 * The one reading of a number that somebody types. Forms: `1500`, `1,500`, `1 500`, `1.5k`, `2M`, `1.5e3`
 * `10^3` and `10³`; a plus in front and digits of other widths do no harm. A comma never stands for a point.
 */
const FORM = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d{1,7})|\s?([kKM]))?$/i;
const POWER_OF_TEN = /^10\^(\d{1,7})$/;

/**
 * Thousands in groups, all by one mark, from the first digit on. `0,250` and `1.234,567` are none: there the
 * comma stands for a point, and taking it away would make a thousand times the number.
 */
const GROUPED = /^-?[1-9]\d{0,2}([ ,])\d{3}(?:\1\d{3})*(?!\d)/;

/** As much as a record reads. */
const PLAIN = /^-?\d{1,15}(\.\d{1,24})?$/;
/** Plain digits must not be made of these: 10¹² is no 1012. */
const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const RAISED = new RegExp(`[${RAISED_DIGITS}]+`, 'g');

/** Longer text is no number, and is not looked at. */
const MOST_CHARS = 64;

/** How the forms are told to whoever typed none of them. */
export const FORMS = 'Numbers are written 1500, 1,500, 1.5k, 2M or 1.5e3';

/** Thousands marks and spaces go, a leading plus too, and digits of other widths: `+12,000` is `12000`. */
export function tidy(text: string): string {
	if (text.length > MOST_CHARS) return text;
	return text
		.replace(
			RAISED,
			(digits) => `^${[...digits].map((digit) => RAISED_DIGITS.indexOf(digit)).join('')}`
		)
		.normalize('NFKC')
		.trim()
		.replace(/^\+/, '')
		.replace(/\u2212/g, '-')
		.replace(GROUPED, (grouped) => grouped.replace(/[ ,]/g, ''))
		.replace(/^(-?)\./, '$10.');
}

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

const PLACES: Readonly<Record<string, number>> = { k: 3, K: 3, M: 6 };

interface Written {
	/** Digits before the power of ten is applied. */
	readonly mantissa: string;
	readonly places: number;
}

function written(text: string): Written | undefined {
	if (text.length > MOST_CHARS) return undefined;
	const bare = tidy(text);
	const power = POWER_OF_TEN.exec(bare)?.[1];
	if (power !== undefined) return { mantissa: '1', places: Number(power) };
	const [, sign = '', whole, fraction, exponent, suffix = ''] = FORM.exec(bare) ?? [];
	// A small m is a thousandth where CPU is written, a million to others: neither is guessed.
	if (whole === undefined || suffix === 'm') return undefined;
	const mantissa = `${sign}${whole}${fraction === undefined ? '' : `.${fraction}`}`;
	return { mantissa, places: exponent === undefined ? (PLACES[suffix] ?? 0) : Number(exponent) };
}

/** Whether a text has one of the forms, however large what it says. */
export const isWritten = (text: string): boolean => written(text) !== undefined;

/** The digits that a text stands for; nothing where it has none of the forms, or too many digits. */
export function plainNumber(text: string): string | undefined {
	const found = written(text);
	if (found === undefined || Math.abs(found.places) > MOST_CHARS) return undefined;
	const plain = shifted(found.mantissa, found.places);
	return PLAIN.test(plain) ? plain : undefined;
}

/** The number before a per cent sign, as it stands. */
export const beforePercent = (text: string): string | undefined =>
	/^(.*\d[kKM]?)\s*%$/.exec(tidy(text))?.[1];
