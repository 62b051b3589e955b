import { Decimal } from '../engine/decimal.ts';
import { readNumber } from '../engine/read-values.ts';
import type { Input } from '../engine/inputs.ts';
import type { PlanNumber, PlanRange } from './plan.ts';
import type { Problem } from './parsed.ts';
import { nearest } from '../engine/nearest.ts';
import { cleaned, NAME_CHARS, quoted } from './text.ts';

/** Checked before a Decimal is built: the length bounds the work (`conventions.md` §5). */
const MOST_CHARS = 32;
const PLAIN = /^-?\d{1,15}(?:\.\d{1,24})?$/;

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

const refuse = (message: string, path = ''): { readonly problems: readonly Problem[] } => ({
	problems: [{ path, message }]
});

/** One number, as written, or the sentence that says why it is none. */
export function readAmount(value: unknown, input: Input): Read<number | string> {
	if (typeof value === 'string') return readText(value, input);
	if (typeof value !== 'number') {
		return refuse(`${quoted(value)} is not a number; allowed: ${input.domain.words}.`);
	}
	if (!Number.isFinite(value)) {
		return refuse(`This number is too large to be read; allowed: ${input.domain.words}.`);
	}
	return withinRange(value, input);
}

function readText(text: string, input: Input): Read<number | string> {
	const { words } = input.domain;
	const bare = text.trim();
	if (bare === '') return refuse(`Nothing is written here; allowed: ${words}.`);
	if (text.length > MOST_CHARS) {
		const length = `${text.length} characters`;
		return refuse(`${quoted(text)} has ${length}, a number at most ${MOST_CHARS}.`);
	}
	if (/^[+-]?[\d.]+e[+-]?\d+$/i.test(bare)) {
		return refuse(`${quoted(text)} has an exponent; write the number out; allowed: ${words}.`);
	}
	if (!PLAIN.test(bare)) {
		return refuse(`${quoted(text)} is not a number${adviceOn(bare)}; allowed: ${words}.`);
	}
	return withinRange(bare, input);
}

/** What was probably meant. */
function adviceOn(bare: string): string {
	if (/^-?\d+,\d+$/.test(bare)) return ', its decimals stand after a point';
	if (/^-?[\d.]+\s*%$/.test(bare)) return ', write 0.3 for 30 %';
	return /^\d{1,3}([ .']\d{3})+$/.test(bare) ? ', write it without marks between thousands' : '';
}

function withinRange(value: number | string, input: Input): Read<number | string> {
	const read = readNumber(value, input);
	return read.ok ? { value } : refuse(`${read.why}.`);
}

const RANGE_KEYS = ['value', 'low', 'high', 'note'] as const;

/** A number with or without its range. */
export function readPlanNumber(written: unknown, input: Input): Read<PlanNumber> {
	if (typeof written !== 'object' || written === null || Array.isArray(written)) {
		return readAmount(written, input);
	}
	const fields = new Map<string, unknown>(Object.entries(written));
	const problems = [...fields.keys()].flatMap(unknownKey);
	if (!fields.has('value')) problems.push({ path: 'value', message: 'The value is missing.' });
	const parts = (['value', 'low', 'high'] as const).flatMap((key) => {
		if (!fields.has(key)) return [];
		const read = readAmount(fields.get(key), input);
		if ('value' in read) return [[key, read.value] as const];
		problems.push(...read.problems.map(({ message }) => ({ path: key, message })));
		return [];
	});
	const note = fields.get('note');
	if (note !== undefined && (typeof note !== 'string' || note.length > NAME_CHARS)) {
		const message = `${quoted(note)} is not a note of at most ${NAME_CHARS} characters.`;
		problems.push({ path: 'note', message });
	}
	if (problems.length > 0) return { problems };
	return inOrder({
		value: 0,
		...Object.fromEntries(parts),
		...(typeof note === 'string' ? { note: cleaned(note) } : {})
	});
}

function unknownKey(key: string): Problem[] {
	if (RANGE_KEYS.some((known) => known === key)) return [];
	const near = nearest(key, RANGE_KEYS);
	const hint = near === undefined ? '.' : `; did you mean "${near}"?`;
	return [{ path: key, message: `There is no field ${quoted(key)} here${hint}` }];
}

function inOrder(range: PlanRange): Read<PlanRange> {
	const { value, low = value, high = value } = range;
	if (new Decimal(low).gt(value)) {
		return refuse(`The low end, ${low}, is above the value, ${value}.`, 'low');
	}
	if (new Decimal(high).lt(value)) {
		return refuse(`The high end, ${high}, is below the value, ${value}.`, 'high');
	}
	return { value: range };
}
