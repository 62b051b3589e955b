import { Decimal } from '../engine/decimal.ts';
import { readNumber } from '../engine/read-values.ts';
import type { Input } from '../engine/inputs.ts';
import type { PlanNumber, PlanRange } from './plan.ts';
import type { Problem } from './parsed.ts';
import { nearest } from '../engine/nearest.ts';
import { cleaned, NAME_CHARS, quoted } from './text.ts';
import { beforePercent, isWritten, plainNumber, shifted } from './written-number.ts';

/** Checked before a Decimal is built: the length bounds the work (`conventions.md` §5). */
const MOST_CHARS = 32;
const PLAIN = /^-?\d{1,15}(?:\.\d{1,24})?$/;
/** Inputs of unit 1 up to here are shares or changes. */
const PERCENT_MOST = 100;

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
	if (PLAIN.test(bare)) return withinRange(bare, input);
	const plain = plainNumber(bare);
	if (plain !== undefined) {
		const within = withinRange(plain, input);
		if ('value' in within) {
			return refuse(`${quoted(text)} is not written as plain decimals: write ${plain}.`);
		}
		const [fault] = within.problems;
		return refuse(`${fault?.message ?? ''}`.replace(quoted(plain), quoted(text)));
	}
	const fault = isWritten(bare) ? beyondWords(bare) : `is not a number${adviceOn(bare, input)}`;
	return refuse(`${quoted(text)} ${fault}; allowed: ${words}.`);
}

/** A power of ten that is too small for any number has the fault of one that is not quite so small. */
const beyondWords = (bare: string): string =>
	/[eE^]\s*[-\u2212]/.test(bare) ? 'is nearer to 0 than 10^-15' : 'is out of range';

/** What was probably meant. */
function adviceOn(bare: string, { unit, domain }: Input): string {
	if (/^-?\d+,\d+$/.test(bare)) return ', its decimals stand after a point';
	const percent = plainNumber(beforePercent(bare) ?? '');
	if (percent !== undefined) {
		return unit === '1' && domain.max <= PERCENT_MOST
			? `, write ${shifted(percent, -2)} for ${percent} %`
			: ', and no per cent is asked for here';
	}
	const milli = unit.startsWith('core')
		? plainNumber(/^([\d.]+)m$/.exec(bare)?.[1] ?? '')
		: undefined;
	return milli === undefined ? '' : `, write ${shifted(milli, -3)} for ${bare} of a core`;
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
