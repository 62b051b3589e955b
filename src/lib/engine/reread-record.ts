import { choicesOf, type Raw } from './read-choices.ts';
import { readNumber } from './read-values.ts';
import type { Decimal } from './decimal.ts';
import { inputAt } from './inputs.ts';
import type { ModelRecord } from './record.ts';

/** What stood in a record when it was read, and the numbers that its choices hang on. */
interface Remembered {
	readonly raw: Raw;
	readonly decisive: ReadonlySet<string>;
}

const remembered = new WeakMap<ModelRecord, Remembered>();

/** Keeps what a record was read from, so that it can be read again with other numbers. */
export function remember(record: ModelRecord, from: Remembered): void {
	remembered.set(record, from);
}

/** Numbers by path, as decimal text. */
export type Numbers = ReadonlyMap<string, string>;

const SOURCE = 'support.migration.source.';

/**
 * A record with some of its numbers changed, the same as if the whole were read again. Nothing where
 * only that can tell: a number that is refused, or a path that holds none.
 */
export function rereadRecord(before: ModelRecord, changed: Numbers): ModelRecord | undefined {
	const from = remembered.get(before);
	if (from === undefined) return undefined;
	const own = new Map([...changed].filter(([path]) => !path.startsWith(SOURCE)));
	const values = withNumbers(from.raw, own);
	if (values === undefined) return undefined;
	const source = before.source && rereadRecord(before.source, numbersOfSource(changed));
	if (before.source !== undefined && source === undefined) return undefined;
	const raw = { ...from.raw, values };
	const decides = [...own.keys()].some((path) => from.decisive.has(path));
	const { value: choices, decisive } = decides
		? choicesOf(raw)
		: { value: before.choices, decisive: from.decisive };
	const record = { choices, values, written: before.written, source };
	remember(record, { raw, decisive });
	return record;
}

function withNumbers(raw: Raw, changed: Numbers): ReadonlyMap<string, Decimal> | undefined {
	if (changed.size === 0) return raw.values;
	const values = new Map(raw.values);
	for (const [path, text] of changed) {
		const input = inputAt(path);
		const read = input === undefined ? undefined : readNumber(text, input);
		if (read?.ok !== true || !values.has(path)) return undefined;
		values.set(path, read.value);
	}
	return values;
}

/** The mesh being left shares all but mesh and licence, which it has from a place of its own. */
function numbersOfSource(changed: Numbers): Numbers {
	const numbers = new Map<string, string>();
	for (const [path, text] of changed) {
		if (path.startsWith(SOURCE)) {
			numbers.set(path.slice(SOURCE.length).replace(/^licence\b/, 'support.licence'), text);
		} else if (!/^(?:mesh|support\.licence|support\.migration)\b/.test(path)) {
			numbers.set(path, text);
		}
	}
	return numbers;
}
