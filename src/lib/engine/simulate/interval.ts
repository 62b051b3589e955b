/** Where the values of a step lie in every sample and month of a run. */
export interface Interval {
	readonly low: number;
	readonly high: number;
	/** Some value may be no number: a guard that fails, a division by 0. */
	readonly gap: boolean;
}

/** `exp` and `ln` of an engine need not rise with every last digit of their argument. */
const LOOSE = 1e-12;
const NOISE = 1e-9;

export const point = (value: number): Interval => ({
	low: value,
	high: value,
	gap: !Number.isFinite(value)
});

export const hull = (values: Iterable<number>): Interval => {
	let [low, high] = [Infinity, -Infinity];
	for (const value of values) {
		if (!Number.isFinite(value)) return EVERYTHING;
		if (value < low) low = value;
		if (value > high) high = value;
	}
	return { low, high, gap: false };
};

/** Nothing is known. */
export const EVERYTHING: Interval = { low: -Infinity, high: Infinity, gap: true };

const between = (low: number, high: number, gap: boolean): Interval =>
	Number.isFinite(low) && Number.isFinite(high) ? { low, high, gap } : { ...EVERYTHING };

const loosened = (low: number, high: number, gap: boolean): Interval =>
	between(low - LOOSE * Math.abs(low), high + LOOSE * Math.abs(high), gap);

const corners = (
	a: Interval,
	b: Interval,
	work: (x: number, y: number) => number
): readonly number[] => [
	work(a.low, b.low),
	work(a.low, b.high),
	work(a.high, b.low),
	work(a.high, b.high)
];

const spanned = (ends: readonly number[], gap: boolean): Interval =>
	between(Math.min(...ends), Math.max(...ends), gap);

const ceiling = (value: number): number => Math.max(0, Math.ceil(value - NOISE));
const floor = (value: number): number => Math.floor(value + NOISE);

/** Bounds of one operation. The operations rise or fall with their arguments, doubles included. */
export function intervalOf(op: string, args: readonly Interval[]): Interval {
	const [a = EVERYTHING, b = EVERYTHING] = args;
	const gap = args.some((arg) => arg.gap);
	switch (op) {
		case 'add':
			return between(a.low + b.low, a.high + b.high, gap);
		case 'sub':
			return between(a.low - b.high, a.high - b.low, gap);
		case 'mul':
			return spanned(
				corners(a, b, (x, y) => x * y),
				gap
			);
		case 'div':
			if (b.low <= 0 && b.high >= 0) return EVERYTHING;
			return spanned(
				corners(a, b, (x, y) => x / y),
				gap
			);
		case 'max':
			return between(Math.max(a.low, b.low), Math.max(a.high, b.high), gap);
		case 'min':
			return between(Math.min(a.low, b.low), Math.min(a.high, b.high), gap);
		case 'ceil':
			return between(ceiling(a.low), ceiling(a.high), gap);
		case 'floor':
			return between(floor(a.low), floor(a.high), gap);
		case 'ln':
			return a.low > 0 ? loosened(Math.log(a.low), Math.log(a.high), gap) : EVERYTHING;
		case 'exp':
			return loosened(Math.exp(a.low), Math.exp(a.high), gap);
		case 'guard':
			return a.low > 0 ? a : { low: Math.max(a.low, 0), high: Math.max(a.high, 0), gap: true };
		case 'ifAbove': {
			const [, , above = EVERYTHING, otherwise = EVERYTHING] = args;
			const [low, high] = [
				Math.min(above.low, otherwise.low),
				Math.max(above.high, otherwise.high)
			];
			return between(low, high, gap);
		}
		default:
			return EVERYTHING;
	}
}

const TIE = 1e-12;

/** Whether x > limit holds in every sample, in none, or is open (`ifAbove` of the graph). */
export function alwaysAbove(x: Interval, limit: Interval): boolean | undefined {
	if (x.gap || limit.gap) return undefined;
	const tie = Math.max(Math.abs(limit.low), Math.abs(limit.high)) * TIE;
	if (x.low - limit.high > tie) return true;
	return x.high - limit.low <= 0 ? false : undefined;
}
