import * as z from 'zod/mini';
import type { Input } from '../engine/inputs.ts';
import { nearest } from '../engine/nearest.ts';
import { inputOf } from './input-of.ts';
import { readAmount, readPlanNumber } from './plan-number.ts';
import type { Problem } from './parsed.ts';
import type { PlanNumber } from './plan.ts';
import { cleaned, listed, NAME_CHARS, quoted } from './text.ts';

// The content policy forbids code made from text, which zod would try first.
z.config({ jitless: true });

type Read<T> = { readonly value: T } | { readonly problems: readonly Problem[] };

/** A schema from a reader of ours, whose sentences become zod's. */
export const readBy = <T>(read: (value: unknown) => Read<T>) =>
	z.transform((value: unknown, context): T => {
		const answer = read(value);
		if ('value' in answer) return answer.value;
		for (const { path, message } of answer.problems) {
			const at = path === '' ? [] : path.split('.');
			context.issues.push({ code: 'custom', input: value, message, path: at });
		}
		return z.NEVER;
	});

const wrong = (message: string): { readonly problems: readonly Problem[] } => ({
	problems: [{ path: '', message }]
});

export const number = (path: string) =>
	readBy<PlanNumber>((value) => readPlanNumber(value, inputOf(path)));

/** A number without a range. */
export const amount = (input: Input) =>
	readBy<number | string>((value) => readAmount(value, input));

export const numberOrNull = (path: string) =>
	readBy<PlanNumber | null>((value) =>
		value === null ? { value } : readPlanNumber(value, inputOf(path))
	);

export const optional = z.exactOptional;

type Optional<T> = { [K in keyof T]: ReturnType<typeof optionalNumber> };
const optionalNumber = (path: string) => optional(number(path));

/** One optional number a field; the table names the inputs they feed. */
export function numbers<T extends Readonly<Record<string, string>>>(table: T): Optional<T> {
	const shape = Object.fromEntries(
		Object.entries(table).map(([key, path]) => [key, optionalNumber(path)])
	);
	return hasKeys(shape, table) ? shape : raise('a field was lost');
}

const hasKeys = <T extends object>(shape: object, table: T): shape is Optional<T> =>
	Object.keys(table).every((key) => key in shape);

function raise(why: string): never {
	throw new Error(why);
}

const isOneOf = <T extends string>(value: unknown, known: readonly T[]): value is T =>
	known.some((name) => name === value);

export const oneOf = <T extends string>(known: readonly T[]) =>
	readBy<T>((value) => {
		if (isOneOf(value, known)) return { value };
		const near = typeof value === 'string' ? nearest(value, known) : undefined;
		const hint = near === undefined ? '' : ` (did you mean "${near}"?)`;
		return wrong(`${quoted(value)} is not one of ${listed(known)}${hint}.`);
	});

export const yesNo = readBy<boolean>((value) =>
	typeof value === 'boolean' ? { value } : wrong(`${quoted(value)} is neither true nor false.`)
);

/** A name or label: hidden characters are taken out. */
export const name = readBy<string>((value) => {
	if (typeof value !== 'string') return wrong(`${quoted(value)} is not a text.`);
	const text = value.length > 4 * NAME_CHARS ? value : cleaned(value);
	return text.length <= NAME_CHARS
		? { value: text }
		: wrong(`${quoted(value)} has ${text.length} characters, at most ${NAME_CHARS} are kept.`);
});

const matching = (shape: RegExp, words: string) =>
	readBy<string>((value) =>
		typeof value === 'string' && value.length <= NAME_CHARS && shape.test(value)
			? { value }
			: wrong(`${quoted(value)} is not ${words}.`)
	);

export const month = matching(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'a month such as 2027-01');
export const currencyCode = matching(/^[A-Z]{3}$/, 'a currency code such as USD or EUR');
/** Ids of regions and instance types; the price files know which exist. */
export const placeName = matching(/^[A-Za-z0-9][\w.-]{0,59}$/, 'a name such as eu-west-1');
export const ownId = matching(/^[a-z0-9][a-z0-9-]{0,39}$/, 'an id of a–z, 0–9 and -, at most 40');

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day that exists: 2026-02-30 does not. */
export const isDay = (text: string): boolean => {
	const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

export const day = readBy<string>((value) =>
	typeof value === 'string' && value.length === 10 && isDay(value)
		? { value }
		: wrong(`${quoted(value)} is not a date such as 2026-11-23.`)
);

export const listOf = <T>(item: z.ZodMiniType<T>, most: number) =>
	z.array(item).check(
		z.refine((items) => items.length <= most, {
			error: ({ input }) =>
				`${Array.isArray(input) ? input.length : 'Too many'} entries; at most ${most} are read.`
		})
	);
