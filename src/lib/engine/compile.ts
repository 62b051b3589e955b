import { checksOf, type Check } from './checks.ts';
import type { Choices } from './choices.ts';
import { tapeOf, type Tape } from './graph/tape.ts';
import type { Formula } from './graph/expr.ts';
import { memo } from './memo.ts';
import { optionOf, type Option } from './option.ts';
import { quantitiesOf } from './quantities.ts';
import { otherBilling, rowsOf, type Rows } from './rows.ts';

/** One mesh as formulas, ready to be read; it holds no numbers. */
export interface Compiled {
	readonly choices: Choices;
	readonly option: Option;
	readonly rows: Rows;
	readonly checks: readonly Check[];
	readonly tape: Tape;
}

const cache = new Map<string, Compiled>();
const MOST_KEPT = 48;

/** Builds the formulas for a set of choices; the same choices give the same object. */
export const compile: (choices: Choices) => Compiled = memo(compiled);

function compiled(choices: Choices): Compiled {
	const key = JSON.stringify(choices, (_, value: unknown) =>
		value instanceof Set ? [...value].sort() : value
	);
	const known = cache.get(key);
	if (known !== undefined) return known;
	const built = build(choices);
	const [oldest] = cache.keys();
	if (cache.size >= MOST_KEPT && oldest !== undefined) cache.delete(oldest);
	cache.set(key, built);
	return built;
}

function build(choices: Choices): Compiled {
	const option = optionOf(choices);
	const rows = rowsOf(option);
	const checks = checksOf(option);
	const other = otherBilling(option);
	const roots: Record<string, Formula> = {
		...rows.monthly,
		...quantitiesOf(option),
		'other.compute': other.compute,
		'other.licence': other.licence
	};
	for (const [key, row] of Object.entries(rows.once)) roots[`once.${key}`] = row;
	checks.forEach((check, at) => (roots[`check.${at}`] = check.margin));
	return { choices, option, rows, checks, tape: tapeOf(roots) };
}
