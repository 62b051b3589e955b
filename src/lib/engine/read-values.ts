import { Decimal } from './decimal.ts';
import type { Input } from './inputs.ts';
import type { ChoiceField } from './record-fields.ts';

type Read<T> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

const refuse = (why: string): { readonly ok: false; readonly why: string } => ({ ok: false, why });

/** What was written, short and on one line. */
export function quoted(value: unknown): string {
	if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
	if (typeof value === 'number' || typeof value === 'boolean' || value === null)
		return String(value);
	if (value === undefined) return 'nothing';
	return Array.isArray(value) ? 'a list' : 'an object';
}

/** Nothing that is measured is smaller: with `LARGEST` it keeps all results finite. */
const SMALLEST = 1e-15;

/** Decimal text: no exponent, hex or words; the length bounds the work. */
const DECIMAL_TEXT = /^-?\d{1,15}(?:\.\d{1,24})?$/;

/** Texts that an input was given before: a plan is read again at every stroke, with one new number. */
const known = new WeakMap<Input, Map<string, Read<Decimal>>>();
const MOST_KNOWN = 200;

/** A number of the record: a JSON number or decimal text, within its field's range. */
export function readNumber(value: unknown, input: Input): Read<Decimal> {
	if (typeof value !== 'string') return read(value, input);
	const texts = known.get(input) ?? new Map<string, Read<Decimal>>();
	const before = texts.get(value);
	if (before !== undefined) return before;
	const found = read(value, input);
	if (!found.ok) return found;
	if (texts.size >= MOST_KNOWN) texts.clear();
	known.set(input, texts.set(value, found));
	return found;
}

function read(value: unknown, input: Input): Read<Decimal> {
	const number = toDecimal(value);
	if (number === undefined)
		return refuse(`${quoted(value)} is not a number; allowed: ${input.domain.words}`);
	const { min, max, above } = input.domain;
	const low = above === true ? number.lte(min) : number.lt(min);
	if (low || number.gt(max) || (input.whole && !number.isInteger())) {
		return refuse(`${quoted(value)} is out of range; allowed: ${input.domain.words}`);
	}
	if (!number.isZero() && number.abs().lt(SMALLEST)) {
		const instead = above === true || min > 0 ? `allowed: ${input.domain.words}` : 'write 0';
		return refuse(`${quoted(value)} is nearer to 0 than 10^-15; ${instead}`);
	}
	return { ok: true, value: number };
}

function toDecimal(value: unknown): Decimal | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? new Decimal(value) : undefined;
	return typeof value === 'string' && value.length <= 41 && DECIMAL_TEXT.test(value)
		? new Decimal(value)
		: undefined;
}

/** Days of each month, in a leap year; `read` checks the others. */
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether the calendar has this day. */
function isDay(date: string): boolean {
	const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return day <= (DAYS[month - 1] ?? 0) && (leap || month !== 2 || day <= 28);
}

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export function readChoice(value: unknown, field: ChoiceField): Read<string | boolean> {
	switch (field.is) {
		case 'yes-no':
			return typeof value === 'boolean'
				? { ok: true, value }
				: refuse(`${quoted(value)} is neither true nor false`);
		case 'one-of':
			return typeof value === 'string' && field.of.includes(value)
				? { ok: true, value }
				: refuse(`${quoted(value)} is not one of ${field.of.join(', ')}`);
		case 'month':
			return matching(value, MONTH, 'a month such as 2027-01');
		case 'date':
			return typeof value === 'string' && DATE.test(value) && !isDay(value)
				? refuse(`${quoted(value)} is not a day of the calendar`)
				: matching(value, DATE, 'a date such as 2026-09-30');
		case 'text':
			return typeof value === 'string' && value.length <= 120
				? { ok: true, value }
				: refuse(`${quoted(value)} is not a text of at most 120 characters`);
	}
}

const matching = (value: unknown, shape: RegExp, words: string): Read<string> =>
	typeof value === 'string' && shape.test(value)
		? { ok: true, value }
		: refuse(`${quoted(value)} is not ${words}`);
