/** Values in rising order; the samples themselves stay where they are. */
export function sorted(values: Float64Array): Float64Array {
	return values.slice().sort();
}

/** How many values lie below each: 0 for the least. */
export function ranksOf(values: Float64Array): Uint32Array {
	const order = sorted(values);
	const ranks = new Uint32Array(values.length);
	for (let i = 0; i < ranks.length; i++) ranks[i] = countBelow(order, values[i] ?? NaN);
	return ranks;
}

/**
 * Doubled ranks, 1 + how many are below + how many are at most: 2 for the least of distinct values,
 * and a mean rank for ties. Doubled, they are whole numbers, so sums of their products are exact in
 * doubles and do not depend on the order of the samples.
 */
export function doubledRanks(values: Float64Array): Float64Array {
	const order = sorted(values);
	const ranks = new Float64Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? NaN;
		const below = countBelow(order, value);
		const upTo = order[below + 1] === value ? countUpTo(order, value) : below + 1;
		ranks[i] = below + upTo + 1;
	}
	return ranks;
}

/** How many values of a sorted list lie below `value`. */
export function countBelow(order: Float64Array, value: number): number {
	let from = 0;
	let to = order.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((order[middle] ?? NaN) < value) from = middle + 1;
		else to = middle;
	}
	return from;
}

/** How many values of a sorted list are at most `value`. */
function countUpTo(order: Float64Array, value: number): number {
	let from = 0;
	let to = order.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if ((order[middle] ?? NaN) <= value) from = middle + 1;
		else to = middle;
	}
	return from;
}
