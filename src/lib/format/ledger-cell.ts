import { MINUS, formatOf, write } from './number.ts';

/** Every digit of decimal text, grouped, without a currency: `-1234.50` reads `−1,234.50`. */
export function formatCellExact(amount: string): string {
	const [whole = '0', fraction] = amount.replace(/^-/, '').split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return (amount.startsWith('-') ? MINUS : '') + grouped + (fraction ? `.${fraction}` : '');
}

const isNumeric = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text);

/** Decimal text to the cent, a tie to the even digit as the ledger does it: `359.775` reads `359.78`. */
export function formatCents(amount: string): string {
	if (!isNumeric(amount)) return amount;
	const cents = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
	return formatOf({ ...cents, roundingMode: 'halfEven' })
		.format(amount)
		.replace('-', MINUS);
}

/** Whole units for a table whose head names the currency: `171,200`; never a negative zero. */
export function formatCellWhole(amount: string): string {
	const rounded = Math.round(Number(amount));
	return write(rounded === 0 ? 0 : rounded, { maximumFractionDigits: 0 });
}
