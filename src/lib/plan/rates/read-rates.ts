import * as z from 'zod/mini';
import { parsedJson } from '../parse-plan.ts';
import { failure, success, type Parsed, type Problem } from '../parsed.ts';
import { currencyCode, day, name, readBy } from '../parts.ts';
import { problemsOf } from '../problems.ts';
import { flawOf } from '../scan-json.ts';
import { quoted } from '../text.ts';
import { rowsOf } from './rows.ts';
import { RATE_SHAPE, RATES_LIMITS, type Rates } from './rates.ts';

const RATE = new RegExp(RATE_SHAPE);

const source = name.check(
	z.refine((text) => text !== '', { error: 'It is empty: say who publishes the rates.' })
);

/** Decimal text, or a number whose digits JSON has kept. */
const rate = readBy<string>((value) => {
	const text = typeof value === 'number' ? String(value) : value;
	return typeof text === 'string' && text.length <= 25 && RATE.test(text) && Number(text) > 0
		? { value: text }
		: {
				problems: [
					{
						path: '',
						message: `${quoted(value)} is not a rate above 0, of at most 15 digits and 9 decimals.`
					}
				]
			};
});

export const ratesSchema = z.strictObject({
	version: z.exactOptional(z.literal(1)),
	base: currencyCode,
	date: day,
	source,
	rates: z.record(currencyCode, rate)
});

/**
 * A file of rates: JSON, or CSV with the columns base, date, source, currency and rate. Every fault
 * with its field or line and a sentence; nothing is filled in.
 */
export function readRates(text: string): Parsed<Rates> {
	const bytes = new TextEncoder().encode(text).length;
	if (bytes > RATES_LIMITS.bytes) {
		return failure(
			'',
			`A file of rates has at most ${RATES_LIMITS.bytes} bytes; this has ${bytes}.`
		);
	}
	const plain = text.replace(/^\uFEFF/, '');
	if (plain.trim() === '') return failure('', 'The file of rates is empty.');
	return plain.trimStart().startsWith('{') ? fromJson(plain) : fromCsv(plain);
}

function fromJson(text: string): Parsed<Rates> {
	const json = parsedJson(text);
	if (!json.ok) return json;
	const flaw = flawOf(text);
	if (flaw !== undefined)
		return failure('', `The key ${quoted(flaw.token)} is there twice: keep one.`);
	return typed(json.value);
}

const SAME = ['base', 'date', 'source'] as const;
const COLUMNS = [...SAME, 'currency', 'rate'] as const;

function fromCsv(text: string): Parsed<Rates> {
	const [head = [], ...lines] = rowsOf(text);
	const heads = head.map((cell) => cell.toLowerCase());
	const lacking = COLUMNS.filter((column) => !heads.includes(column));
	if (lacking.length > 0) {
		const columns = COLUMNS.join(', ');
		return failure(
			'line 1',
			`Neither JSON nor CSV with the columns ${columns}: no ${lacking.join(', ')}.`
		);
	}
	const unknown = heads.filter((column) => !COLUMNS.some((known) => known === column));
	if (unknown.length > 0) {
		return failure(
			'line 1',
			`The column ${quoted(unknown[0])} is not one of ${COLUMNS.join(', ')}.`
		);
	}
	const errors: Problem[] = [];
	const rates = new Map<string, string>();
	const cellOf = (line: readonly string[], column: string): string =>
		line[heads.indexOf(column)] ?? '';
	const [first = []] = lines;
	lines.forEach((line, at) => {
		const path = `line ${at + 2}`;
		if (line.length !== heads.length) {
			errors.push({ path, message: `${line.length} cells; the head has ${heads.length}.` });
			return;
		}
		for (const column of SAME) {
			if (cellOf(line, column) === cellOf(first, column)) continue;
			const message = `${column} is ${quoted(cellOf(line, column))}, above it ${quoted(cellOf(first, column))}: one file holds one day of one source.`;
			errors.push({ path, message });
		}
		const currency = cellOf(line, 'currency');
		if (rates.has(currency)) errors.push({ path, message: `${quoted(currency)} is there twice.` });
		rates.set(currency, cellOf(line, 'rate'));
	});
	if (errors.length > 0) return { ok: false, errors };
	const same = Object.fromEntries(SAME.map((column) => [column, cellOf(first, column)]));
	return typed({ ...same, rates: Object.fromEntries(rates) });
}

function typed(written: unknown): Parsed<Rates> {
	const read = ratesSchema.safeParse(written);
	if (!read.success) {
		return { ok: false, errors: problemsOf(ratesSchema, written, read.error.issues) };
	}
	const { base, date, source: who, rates } = read.data;
	const all = new Map(Object.entries(rates));
	const own = all.get(base);
	if (own !== undefined && Number(own) !== 1) {
		return failure(`rates.${base}`, `One ${base} is one ${base}: ${quoted(own)} is not 1.`);
	}
	if (all.size === 0 || all.size > RATES_LIMITS.currencies) {
		return failure('rates', `${all.size} currencies; a file has 1 to ${RATES_LIMITS.currencies}.`);
	}
	return success({ base, date, source: who, rates: all });
}
