import type { Grade, Method } from './schema.ts';

/** What a block of values says about them. */
export interface Said {
	readonly from: string;
	readonly source: string;
	readonly method: Method;
	readonly grade: Grade;
	readonly derivation?: string | undefined;
	readonly reason?: string | undefined;
	readonly note?: string | undefined;
}

/** An amount with the block it stands in. */
export interface Found {
	readonly amount: string;
	readonly said: Said;
}

/** A table's own entry: names typed by a user must not reach the prototype. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
	return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The first day a date text may mean; undated comes before every day. */
export function firstDay(date: string): string {
	if (date === 'undated') return '';
	return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/**
 * The value in force among blocks in ascending order of date.
 *
 * With a pinned day only what had begun by then counts, or the first value of all when nothing had;
 * without, everything. The last one wins, but what is assumed gives way to any value with a source.
 */
export function inForce<B extends Said>(
	blocks: readonly B[],
	amountOf: (block: B) => string | undefined,
	pinned: string | undefined
): Found | undefined {
	const all = blocks.flatMap((said) => {
		const amount = amountOf(said);
		return amount === undefined ? [] : [{ amount, said }];
	});
	const begun = all.filter(({ said }) => pinned === undefined || firstDay(said.from) <= pinned);
	const pool = begun.length > 0 ? begun : all.slice(0, 1);
	return pool.findLast(({ said }) => said.method !== 'assumed') ?? pool.at(-1);
}
