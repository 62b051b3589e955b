/**
 * Solves a small system by elimination with row exchange; undefined when it is singular.
 * `tolerance` is the smallest pivot accepted, relative to the largest entry.
 */
export function solveLinear(
	matrix: readonly (readonly number[])[],
	right: readonly number[],
	tolerance = 1e-12
): readonly number[] | undefined {
	const rows = matrix.map((row, i) => Float64Array.of(...row, right[i] ?? 0));
	const size = rows.length;
	const scale = Math.max(...matrix.flat().map(Math.abs));
	for (let column = 0; column < size; column++) {
		const pivot = takePivot(rows, column);
		const lead = pivot?.[column] ?? 0;
		if (pivot === undefined || Math.abs(lead) <= tolerance * scale) return undefined;
		rows.forEach((row, index) => {
			if (index === column) return;
			const factor = (row[column] ?? 0) / lead;
			row.forEach((value, k) => (row[k] = value - factor * (pivot[k] ?? 0)));
		});
	}
	return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}

/** Moves the row with the largest entry in `column` to its place. */
function takePivot(rows: Float64Array[], column: number): Float64Array | undefined {
	let best = column;
	for (let index = column + 1; index < rows.length; index++) {
		const size = Math.abs(rows[index]?.[column] ?? 0);
		if (size > Math.abs(rows[best]?.[column] ?? 0)) best = index;
	}
	const [pivot, current] = [rows[best], rows[column]];
	if (pivot === undefined || current === undefined) return undefined;
	rows[best] = current;
	rows[column] = pivot;
	return pivot;
}
