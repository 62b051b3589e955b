import { MINUS, write } from './number.ts';

/** Every digit of decimal text, grouped, without a currency: `-1234.50` reads `−1,234.50`. */
export function formatCellExact(amount: string): string {
	const [whole = '0', fraction] = amount.replace(/^-/, '').split('.');
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
	return (amount.startsWith('-') ? MINUS : '') + grouped + (fraction ? `.${fraction}` : '');
}

const isNumeric = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Decimal text to the cent, a tie to the even digit as the ledger does it: `359.775` reads `359.78`. */
export function formatCents(amount: string): string {
	if (!isNumeric(amount)) return amount;
	const [whole = '0', fraction = ''] = amount.replace(/^-/, '').split('.');
	const cents = BigInt(whole + fraction.slice(0, 2).padEnd(2, '0'));
	const rest = fraction.slice(2).replace(/0+$/, '');
	const up = rest === '5' ? cents % 2n === 1n : rest >= '5';
	const text = String(up ? cents + 1n : cents).padStart(3, '0');
	const sign = amount.startsWith('-') && /[1-9]/.test(text) ? '-' : '';
	return formatCellExact(`${sign}${text.slice(0, -2)}.${text.slice(-2)}`);
}

/** Whole units for a table whose head names the currency: `171,200`; never a negative zero. */
export function formatCellWhole(amount: string): string {
	const rounded = Math.round(Number(amount));
	return write(rounded === 0 ? 0 : rounded, { maximumFractionDigits: 0 });
}
