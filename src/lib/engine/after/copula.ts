/** Rounding noise of a matrix that is singular by design, such as one of all 1. */
const TOLERANCE = 1e-10;

type Matrix = readonly (readonly number[])[];

/**
 * Lower triangle L with L·Lᵗ = the correlations; undefined when they are not positive
 * semi-definite, that is, when no inputs could correlate so (`model.md` §15).
 */
export function cholesky(correlations: Matrix): Matrix | undefined {
	const lower: number[][] = [];
	for (const [i, row] of correlations.entries()) {
		const made: number[] = [];
		for (let j = 0; j < i; j++) {
			const other = lower[j] ?? [];
			const rest = (row[j] ?? 0) - dot(made, other);
			const pivot = other[j] ?? 0;
			if (pivot === 0 && Math.abs(rest) > Math.sqrt(TOLERANCE)) return undefined;
			made.push(pivot === 0 ? 0 : rest / pivot);
		}
		const left = (row[i] ?? 0) - dot(made, made);
		if (!(left >= -TOLERANCE)) return undefined;
		made.push(left < TOLERANCE ? 0 : Math.sqrt(left));
		lower.push(made);
	}
	return lower;
}

/** What is wrong with a correlation matrix, as a sentence; undefined when it can be used. */
export function correlationFault(correlations: Matrix): string | undefined {
	const size = correlations.length;
	for (const [i, row] of correlations.entries()) {
		if (row.length !== size) return `row ${i + 1} has ${row.length} of ${size} numbers`;
		if (row[i] !== 1) return `an input correlates with itself by 1, not by ${row[i]}`;
		for (const [j, r] of row.entries()) {
			if (!(r >= -1 && r <= 1)) return `${r} is no correlation: it must lie from -1 to 1`;
			if (r !== correlations[j]?.[i]) return `${r} one way and ${correlations[j]?.[i]} the other`;
		}
	}
	return cholesky(correlations) === undefined
		? 'no inputs can correlate like this: the matrix is not positive semi-definite'
		: undefined;
}

/** Normal scores that correlate as `lower` says, from independent ones: z = L·e. */
export function correlate(
	lower: Matrix,
	independent: readonly Float64Array[]
): readonly Float64Array[] {
	return lower.map((row) => {
		const [first] = independent;
		const scores = new Float64Array(first?.length ?? 0);
		for (const [j, weight] of row.entries()) {
			const other = independent[j];
			if (other === undefined || weight === 0) continue;
			for (let i = 0; i < scores.length; i++) {
				scores[i] = (scores[i] ?? 0) + weight * (other[i] ?? 0);
			}
		}
		return scores;
	});
}

/** Scores that share one factor: √ρ·common + √(1−ρ)·own. Any two of them correlate by √(ρ₁ρ₂). */
export function shareFactor(common: Float64Array, own: Float64Array, rho: number): Float64Array {
	const [a, b] = [Math.sqrt(rho), Math.sqrt(1 - rho)];
	const scores = new Float64Array(own.length);
	for (let i = 0; i < scores.length; i++) scores[i] = a * (common[i] ?? 0) + b * (own[i] ?? 0);
	return scores;
}

function dot(a: readonly number[], b: readonly number[]): number {
	let total = 0;
	for (let k = 0; k < a.length; k++) total += (a[k] ?? 0) * (b[k] ?? 0);
	return total;
}
