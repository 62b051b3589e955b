/** Rounding for the eye: short money for sentences and ticks, grouped text for tables. */

const MINUS = '\u2212';
const withMinus = (text: string): string => text.replace(/^-/, MINUS).replaceAll('-', MINUS);

const SYMBOLS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£', JPY: '¥' };

const symbolOf = (currency: string): string => SYMBOLS[currency] ?? `${currency}\u00a0`;

const scaled = [
	{ from: 999_500_000, by: 1e9, suffix: 'bn' },
	{ from: 999_500, by: 1e6, suffix: 'm' },
	{ from: 999.5, by: 1e3, suffix: 'k' }
] as const;

/** Three digits that say something, without trailing zeros: 0.0336, 12.5, 214, 1,240. */
export function quantity(value: number, digits = 3): string {
	const size = Math.abs(value);
	const options =
		size >= 10 ** (digits - 1)
			? { maximumFractionDigits: 0 }
			: { maximumSignificantDigits: digits };
	return withMinus(new Intl.NumberFormat('en-US', options).format(value === 0 ? 0 : value));
}

/** `$214k`, `−$3.2k`, `$1.24m`, `$0`. */
export function compactMoney(amount: string | number, currency: string): string {
	const value = Number(amount);
	const size = Math.abs(value);
	const scale = scaled.find((step) => size >= step.from);
	const body = scale
		? quantity(size / scale.by) + scale.suffix
		: size < 1 && size > 0
			? size.toFixed(2)
			: quantity(Math.round(size));
	return (value < 0 && body !== '0' ? MINUS : '') + symbolOf(currency) + body;
}

/** Every digit of decimal text, grouped by thousands: `-1234.50` reads `−1,234.50`. */
export function exactMoney(amount: string): string {
	const [whole = '0', fraction] = amount.replace(/^-/, '').split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return (amount.startsWith('-') ? MINUS : '') + grouped + (fraction ? `.${fraction}` : '');
}

/** Whole units of money, grouped: `171,200`. */
export const wholeMoney = (amount: string): string => {
	const rounded = Math.round(Number(amount));
	return withMinus(new Intl.NumberFormat('en-US').format(rounded === 0 ? 0 : rounded));
};

/** `7 %`, `0.5 %`. */
export const percent = (fraction: number): string => `${quantity(fraction * 100)} %`;

/** `1 month`, `36 months`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
	`${quantity(count)} ${count === 1 ? one : many}`;
