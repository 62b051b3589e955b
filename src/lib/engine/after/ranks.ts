/** Values in rising order; the samples themselves stay where they are. */
export function sorted(values: Float64Array): Float64Array {
	return values.slice().sort();
}

/**
 * Doubled ranks, 1 + how many are below + how many are at most: 2 for the least of distinct values,
 * and a mean rank for ties. Doubled, they are whole numbers, so sums of their products are exact in
 * doubles and do not depend on the order of the samples.
 */
export function doubledRanks(values: Float64Array): Float64Array {
	const order = sorted(values);
	return values.map((value) => {
		const below = countWhere(order, (other) => other < value);
		const upTo =
			order[below + 1] === value ? countWhere(order, (other) => other <= value) : below + 1;
		return below + upTo + 1;
	});
}

/** How many leading values of a sorted list satisfy a condition that ends once. */
export function countWhere(order: Float64Array, holds: (value: number) => boolean): number {
	let from = 0;
	let to = order.length;
	while (from < to) {
		const middle = (from + to) >>> 1;
		if (holds(order[middle] ?? NaN)) from = middle + 1;
		else to = middle;
	}
	return from;
}
