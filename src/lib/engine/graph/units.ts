/**
 * Units as types and as text. A unit is factors over factors: `USD/core-hour` is dollars per core and
 * hour. Factors stand in the order of `FACTORS`, so each unit has one spelling.
 */
export const FACTORS = [
	'USD',
	'FTE',
	'core',
	'MiB',
	'GiB',
	'KiB',
	'byte',
	'GB',
	'traversal',
	'request',
	'call',
	'sample',
	'span',
	'record',
	'series',
	'connection',
	'pod',
	'endpoint',
	'node',
	'plane',
	'cluster',
	'service',
	'person',
	'upgrade',
	'incident',
	'release',
	'language',
	'hour',
	'ms',
	's',
	'month',
	'year'
] as const;

type Factors = typeof FACTORS;

type Split<S extends string> = S extends `${infer A}-${infer Rest}` ? [A, ...Split<Rest>] : [S];
type Side<S extends string> = S extends '1' ? [] : Split<S>;
type Over<U extends string> = U extends `${infer N}/${string}` ? Side<N> : Side<U>;
type Under<U extends string> = U extends `${string}/${infer D}` ? Side<D> : [];

type Without<T extends unknown[], X> = T extends [infer A, ...infer Rest]
	? A extends X
		? Rest
		: [A, ...Without<Rest, X>]
	: [];
type Has<T extends unknown[], X> = T extends [infer A, ...infer Rest]
	? A extends X
		? true
		: Has<Rest, X>
	: false;
type Cancel<N extends unknown[], D extends unknown[], Kept extends unknown[] = []> = N extends [
	infer A,
	...infer Rest
]
	? Has<D, A> extends true
		? Cancel<Rest, Without<D, A>, Kept>
		: Cancel<Rest, D, [...Kept, A]>
	: [Kept, D];

type Only<T extends unknown[], X> = T extends [infer A, ...infer Rest]
	? A extends X
		? [A, ...Only<Rest, X>]
		: Only<Rest, X>
	: [];
type Sorted<T extends unknown[], Order extends readonly unknown[] = Factors> = T extends []
	? []
	: Order extends readonly [infer F, ...infer Rest]
		? [...Only<T, F>, ...Sorted<T, Rest>]
		: [];
type Joined<T extends unknown[]> = T extends [infer A extends string]
	? A
	: T extends [infer A extends string, ...infer Rest]
		? `${A}-${Joined<Rest>}`
		: '1';
type Spelled<N extends unknown[], D extends unknown[]> = D extends []
	? Joined<Sorted<N>>
	: `${Joined<Sorted<N>>}/${Joined<Sorted<D>>}`;
type Reduced<P> = P extends [infer N extends unknown[], infer D extends unknown[]]
	? Spelled<N, D>
	: never;

/** The unit of a product: `Times<'call/s', 'byte/call'>` is `'byte/s'`. */
export type Times<U extends string, V extends string> = V extends '1'
	? U
	: U extends '1'
		? V
		: Reduced<Cancel<[...Over<U>, ...Over<V>], [...Under<U>, ...Under<V>]>>;

/** The unit of a quotient. */
export type Per<U extends string, V extends string> = V extends '1'
	? U
	: Reduced<Cancel<[...Over<U>, ...Under<V>], [...Under<U>, ...Over<V>]>>;

const side = (text: string | undefined): readonly string[] =>
	text === undefined || text === '1' ? [] : text.split('-');

const parts = (unit: string) => {
	const [over, under] = unit.split('/');
	return { over: side(over), under: side(under) };
};

const rank = (factor: string): number => {
	const at = FACTORS.findIndex((known) => known === factor);
	if (at < 0) throw new Error(`"${factor}" is not a factor of any unit`);
	return at;
};

const spell = (factors: readonly string[]): string =>
	factors.length === 0 ? '1' : [...factors].sort((a, b) => rank(a) - rank(b)).join('-');

function reduce(over: readonly string[], under: readonly string[]): string {
	const left = [...under];
	const kept = over.filter((factor) => {
		const at = left.indexOf(factor);
		if (at >= 0) left.splice(at, 1);
		return at < 0;
	});
	return left.length === 0 ? spell(kept) : `${spell(kept)}/${spell(left)}`;
}

const known = new Map<string, string>();

function remembered(key: string, work: () => string): string {
	const found = known.get(key);
	if (found !== undefined) return found;
	const unit = work();
	known.set(key, unit);
	return unit;
}

/** `Times` at run time. */
export const timesUnit = (u: string, v: string): string =>
	remembered(`${u}*${v}`, () => {
		const [a, b] = [parts(u), parts(v)];
		return reduce([...a.over, ...b.over], [...a.under, ...b.under]);
	});

/** `Per` at run time. */
export const perUnit = (u: string, v: string): string =>
	remembered(`${u}:${v}`, () => {
		const [a, b] = [parts(u), parts(v)];
		return reduce([...a.over, ...b.under], [...a.under, ...b.over]);
	});

/** Whether a text is a unit in its one spelling. */
export const isUnit = (text: string): boolean => {
	try {
		const { over, under } = parts(text);
		return reduce(over, under) === text;
	} catch {
		return false;
	}
};
