import { cholesky } from './copula.ts';
import type { Draws } from './draw-inputs.ts';
import { doubledRanks } from './ranks.ts';

/** How much an input moves a result, from −1 to 1; the sign says which way. */
export interface Sensitivity {
	readonly path: string;
	/** Correlation of the ranks of input and result, whatever else moves along. */
	readonly rank: number;
	/**
	 * The same with the linear part of all other inputs taken out of both, so that an input that only
	 * travels with another does not borrow its effect.
	 */
	readonly partialRank: number;
	/** Paths that always move exactly with this one: they cannot be told apart. */
	readonly twins: readonly string[];
}

/** Keeps a matrix of nearly dependent inputs invertible; moves a partial correlation by about 1e-8. */
const RIDGE = 1e-9;

interface RankedInput {
	readonly path: string;
	readonly ranks: Float64Array;
	readonly twins: string[];
}

/**
 * Rank sensitivities of one result to every input that varies, largest partial effect first
 * (`model.md` §15). Sums of doubled ranks are whole numbers, so the order of samples or inputs
 * changes no digit. Needs more samples than inputs; inputs that never vary are left out.
 */
export const rankSensitivity = (draws: Draws, result: Float64Array): readonly Sensitivity[] =>
	rankSensitivities(draws, [result])[0] ?? [];

/** The same for several results of the same draws: the inputs are ranked once. */
export function rankSensitivities(
	draws: Draws,
	results: readonly Float64Array[]
): readonly (readonly Sensitivity[])[] {
	const inputs = distinctInputs(draws);
	const among = correlationsOf(inputs.map(({ ranks }) => ranks));
	return results.map((result) => {
		const outcome = doubledRanks(result);
		const withResult = inputs.map(({ ranks }) => correlation(ranks, outcome));
		const varies = outcome.some((rank) => rank !== outcome[0]);
		const partial = partialWithLast([
			...among.map((row, i) => [...row, withResult[i] ?? 0]),
			[...withResult, varies ? 1 : 0]
		]);
		return inputs
			.map(({ path, twins }, i) => ({
				path,
				rank: withResult[i] ?? 0,
				partialRank: partial[i] ?? 0,
				twins
			}))
			.sort(
				(a, b) => Math.abs(b.partialRank) - Math.abs(a.partialRank) || (a.path < b.path ? -1 : 1)
			);
	});
}

/** Inputs that vary, by path; one stands for all whose ranks are the same. */
function distinctInputs(draws: Draws): readonly RankedInput[] {
	const distinct: RankedInput[] = [];
	for (const path of [...draws.keys()].sort()) {
		const values = draws.get(path);
		if (values === undefined || values.every((value) => value === values[0])) continue;
		const ranks = doubledRanks(values);
		const twin = distinct.find((other) => moveAlike(other.ranks, ranks));
		if (twin === undefined) distinct.push({ path, ranks, twins: [] });
		else twin.twins.push(path);
	}
	return distinct;
}

/** Whether ranks are the same throughout, or exactly the other way round. */
function moveAlike(a: Float64Array, b: Float64Array): boolean {
	const mirrored = 2 * (a.length + 1);
	return (
		a.every((rank, i) => rank === b[i]) || a.every((rank, i) => rank + (b[i] ?? NaN) === mirrored)
	);
}

/** Pearson's correlation of two columns of ranks; 0 for what never varies. */
function correlation(a: Float64Array, b: Float64Array): number {
	const [centredA, centredB] = [centred(a), centred(b)];
	const size = Math.sqrt(dot(centredA, centredA) * dot(centredB, centredB));
	return size === 0 ? 0 : dot(centredA, centredB) / size;
}

const centred = (ranks: Float64Array): Float64Array =>
	ranks.map((rank) => rank - (ranks.length + 1));

function correlationsOf(columns: readonly Float64Array[]): readonly (readonly number[])[] {
	const all = columns.map(centred);
	const squares = all.map((column) => dot(column, column));
	const rows = all.map((a, i) =>
		all.slice(0, i + 1).map((b, j) => {
			const size = Math.sqrt((squares[i] ?? 0) * (squares[j] ?? 0));
			if (size === 0) return 0;
			return i === j ? 1 : dot(a, b) / size;
		})
	);
	return rows.map((row, i) => [...row, ...rows.slice(i + 1).map((below) => below[i] ?? 0)]);
}

function dot(a: Float64Array, b: Float64Array): number {
	let total = 0;
	for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
	return total;
}

/** −P_iy/√(P_ii·P_yy) for every i, P the inverse of the correlations and y their last column. */
function partialWithLast(correlations: readonly (readonly number[])[]): readonly number[] {
	const last = correlations.length - 1;
	const lower = cholesky(
		correlations.map((row, i) => row.map((r, j) => (i === j ? r + RIDGE : r)))
	);
	if (lower === undefined) return [];
	const inverse = invertLower(lower);
	// P = L⁻ᵗ·L⁻¹, so its last column is the last row of L⁻¹ times the root of P_yy.
	return (inverse[last] ?? []).slice(0, last).map((entry, i) => {
		const pii = inverse.reduce((total, row) => total + (row[i] ?? 0) ** 2, 0);
		return -entry / Math.sqrt(pii);
	});
}

function invertLower(lower: readonly (readonly number[])[]): readonly (readonly number[])[] {
	const inverse: number[][] = [];
	for (const [i, row] of lower.entries()) {
		const pivot = row[i] ?? 1;
		const made = Array.from({ length: i + 1 }, (_, j) => {
			if (j === i) return 1 / pivot;
			let total = 0;
			for (let k = j; k < i; k++) total += (row[k] ?? 0) * (inverse[k]?.[j] ?? 0);
			return -total / pivot;
		});
		inverse.push(made);
	}
	return inverse;
}
