import { invariant } from './invariant.ts';
import { bandOf, type Band } from './quantile.ts';
import { sorted } from './ranks.ts';

/** Money of one option per sample, or any other figure of which less is better. */
export type Outcomes = ReadonlyMap<string, Float64Array>;

/** Two options over the same draws (`model.md` §15); the three probabilities add up to 1. */
export interface PairComparison {
	readonly probabilityBelow: number;
	readonly probabilityTie: number;
	readonly probabilityAbove: number;
	/** √(p(1−p)/n) of `probabilityBelow`: what the number of samples leaves open. */
	readonly standardError: number;
	/** How much A costs beyond B. */
	readonly difference: Band;
	readonly differenceMean: number;
	readonly differenceDeviation: number;
}

export interface OptionChances {
	/** Share of draws in which it costs least; ties are shared, so these add up to 1. */
	readonly probabilityFirst: number;
	readonly standardError: number;
	/** Mean cost beyond the cheapest of each draw: the price of choosing it without knowing. */
	readonly expectedRegret: number;
	readonly band: Band;
}

export interface Comparison {
	readonly samples: number;
	readonly options: ReadonlyMap<string, OptionChances>;
	/** Share of draws in which the options stand in the order of the central case. */
	readonly rankStability: number;
	readonly tooCloseToCall: boolean;
}

const STABLE = 0.8;

/** Compares A with B draw by draw, never by their separate ranges. */
export function comparePair(a: Float64Array, b: Float64Array): PairComparison {
	invariant(a.length === b.length && a.length > 0, `${a.length} samples beside ${b.length}`);
	const n = a.length;
	const differences = a.map((value, i) => value - (b[i] ?? NaN));
	const below = differences.filter((gap) => gap < 0).length;
	const above = differences.filter((gap) => gap > 0).length;
	const differenceMean = meanOf(differences);
	return {
		probabilityBelow: below / n,
		probabilityTie: (n - below - above) / n,
		probabilityAbove: above / n,
		standardError: standardErrorOf(below / n, n),
		difference: bandOf(differences),
		differenceMean,
		differenceDeviation: Math.sqrt(meanOf(differences.map((gap) => (gap - differenceMean) ** 2)))
	};
}

/**
 * Chances, regret and stability of options that share their draws (`model.md` §15).
 *
 * `centralOrder` holds the ids in the order of the central case, cheapest first. Options that are no
 * destination must be left out by the caller.
 */
export function compareOptions(outcomes: Outcomes, centralOrder: readonly string[]): Comparison {
	const ordered = centralOrder.map((id) => outcomes.get(id) ?? new Float64Array(0));
	const n = ordered[0]?.length ?? 0;
	invariant(
		n > 0 && outcomes.size === centralOrder.length && ordered.every((o) => o.length === n),
		'the central order names each option once, all with the same samples'
	);
	const least = cheapestOf(ordered, n);
	const options = new Map(
		centralOrder.map((id, i) => {
			const values = ordered[i] ?? least.cost;
			const probabilityFirst = shareFirst(values, least, ordered.length);
			const regret = values.map((value, k) => value - (least.cost[k] ?? NaN));
			return [
				id,
				{
					probabilityFirst,
					standardError: standardErrorOf(probabilityFirst, n),
					expectedRegret: meanOf(regret),
					band: bandOf(values)
				}
			] as const;
		})
	);
	const rankStability = shareInOrder(ordered, n);
	return { samples: n, options, rankStability, tooCloseToCall: rankStability < STABLE };
}

/** √(p(1−p)/n). */
export function standardErrorOf(probability: number, samples: number): number {
	return Math.sqrt((probability * (1 - probability)) / samples);
}

/** The least cost of each draw, and how many options have it. */
interface Cheapest {
	readonly cost: Float64Array;
	readonly sharedBy: Float64Array;
}

/** Firsts are counted by how many share them, so that no order of adding up enters. */
function shareFirst(values: Float64Array, { cost, sharedBy }: Cheapest, options: number): number {
	const counts = new Float64Array(options + 1);
	for (let k = 0; k < values.length; k++) {
		const shared = sharedBy[k] ?? 0;
		if (values[k] === cost[k]) counts[shared] = (counts[shared] ?? 0) + 1;
	}
	return (
		counts.reduce((total, count, by) => (by === 0 ? 0 : total + count / by), 0) / values.length
	);
}

function cheapestOf(ordered: readonly Float64Array[], n: number): Cheapest {
	const cost = new Float64Array(n).fill(Infinity);
	const sharedBy = new Float64Array(n);
	for (const values of ordered) {
		for (let k = 0; k < n; k++) {
			const [value, best] = [values[k] ?? NaN, cost[k] ?? NaN];
			if (value < best) {
				cost[k] = value;
				sharedBy[k] = 1;
			} else if (value === best) sharedBy[k] = (sharedBy[k] ?? 0) + 1;
		}
	}
	return { cost, sharedBy };
}

/** A tie keeps the order. */
function shareInOrder(ordered: readonly Float64Array[], n: number): number {
	let kept = 0;
	for (let k = 0; k < n; k++) {
		const isKept = ordered.every((values, i) => {
			const before = ordered[i - 1];
			return before === undefined || (before[k] ?? NaN) <= (values[k] ?? NaN);
		});
		if (isKept) kept++;
	}
	return kept / n;
}

/** Added up from the least to the largest, so that the order of samples changes no digit. */
function meanOf(values: Float64Array): number {
	return sorted(values).reduce((total, value) => total + value, 0) / values.length;
}
