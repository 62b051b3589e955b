import { invariant } from './invariant.ts';

/**
 * Quantiles by linear interpolation between order statistics, type 7 (`model.md` §15), at rising
 * shares. Partial sorting only; the values are not changed, and their order does not matter.
 */
export function quantiles(values: Float64Array, shares: readonly number[]): readonly number[] {
	invariant(values.length > 0, 'quantiles of no samples');
	const work = values.slice();
	let from = 0;
	return shares.map((share) => {
		const place = (work.length - 1) * share;
		const index = Math.floor(place);
		invariant(index >= from, 'shares must rise');
		const low = select(work, index, from);
		from = index;
		if (index === place) return low;
		const high = leastFrom(work, index + 1);
		return low + (place - index) * (high - low);
	});
}

/** P10, P50 and P90, as every range is shown. */
export interface Band {
	readonly p10: number;
	readonly p50: number;
	readonly p90: number;
}

export function bandOf(values: Float64Array): Band {
	const [p10 = NaN, p50 = NaN, p90 = NaN] = quantiles(values, [0.1, 0.5, 0.9]);
	return { p10, p50, p90 };
}

/**
 * The value of rank `index`, by Hoare's selection. Afterwards nothing before `index` is larger and
 * nothing after it is smaller. All before `from` must already be no larger than the rest.
 */
function select(work: Float64Array, index: number, from: number): number {
	let left = from;
	let right = work.length - 1;
	while (left < right) {
		const pivot = middleOf(at(work, left), at(work, (left + right) >>> 1), at(work, right));
		let i = left;
		let j = right;
		while (i <= j) {
			while (at(work, i) < pivot) i++;
			while (at(work, j) > pivot) j--;
			if (i > j) break;
			const held = at(work, i);
			work[i++] = at(work, j);
			work[j--] = held;
		}
		if (index <= j) right = j;
		else if (index >= i) left = i;
		else break;
	}
	return at(work, index);
}

function leastFrom(work: Float64Array, from: number): number {
	let least = at(work, from);
	for (let i = from + 1; i < work.length; i++) least = Math.min(least, at(work, i));
	return least;
}

function middleOf(a: number, b: number, c: number): number {
	return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}

function at(work: Float64Array, index: number): number {
	return work[index] ?? NaN;
}
