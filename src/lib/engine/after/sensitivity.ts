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
	/** Doubled ranks less their mean: whole numbers still. */
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
export const rankSensitivities = (
	draws: Draws,
	results: readonly Float64Array[]
): readonly (readonly Sensitivity[])[] => sensitivitiesTo(rankedInputs(draws), results);

/** Draws in ranks, and what they say of each other, whatever the results are: plain values. */
export interface RankedInputs {
	readonly inputs: readonly RankedInput[];
	readonly columns: readonly Column[];
	readonly others: Others | undefined;
}

export function rankedInputs(draws: Draws): RankedInputs {
	const inputs = distinctInputs(draws);
	const columns = inputs.map(({ ranks }) => columnOf(ranks));
	return { inputs, columns, others: othersOf(columns) };
}

/** Sensitivities of each result to inputs that are ranked already. */
export function sensitivitiesTo(
	{ inputs, columns, others }: RankedInputs,
	results: readonly Float64Array[]
): readonly (readonly Sensitivity[])[] {
	return results.map((result) => {
		const outcome = columnOf(centredRanks(result));
		const ranks = columns.map((column) => correlation(column, outcome));
		const partial = outcome.size === 0 ? [] : partialOf(others, ranks);
		return inputs
			.map(({ path, twins }, i) => ({
				path,
				rank: ranks[i] ?? 0,
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
		const ranks = centredRanks(values);
		const twin = distinct.find((other) => moveAlike(other.ranks, ranks));
		if (twin === undefined) distinct.push({ path, ranks, twins: [] });
		else twin.twins.push(path);
	}
	return distinct;
}

function centredRanks(values: Float64Array): Float64Array {
	const ranks = doubledRanks(values);
	const mean = ranks.length + 1;
	for (let i = 0; i < ranks.length; i++) ranks[i] = (ranks[i] ?? NaN) - mean;
	return ranks;
}

/** Whether ranks are the same throughout, or exactly the other way round. */
function moveAlike(a: Float64Array, b: Float64Array): boolean {
	return isTimes(a, b, 1) || isTimes(a, b, -1);
}

function isTimes(a: Float64Array, b: Float64Array, sign: number): boolean {
	for (let i = 0; i < a.length; i++) if (a[i] !== sign * (b[i] ?? NaN)) return false;
	return true;
}

/** Centred ranks, and the sum of their squares. */
interface Column {
	readonly ranks: Float64Array;
	readonly size: number;
}

const columnOf = (ranks: Float64Array): Column => ({ ranks, size: dot(ranks, ranks) });

/** Pearson's correlation of two columns of ranks; 0 for what never varies. */
const correlation = (a: Column, b: Column): number =>
	a.size === 0 || b.size === 0 ? 0 : dot(a.ranks, b.ranks) / Math.sqrt(a.size * b.size);

function dot(a: Float64Array, b: Float64Array): number {
	let total = 0;
	for (let i = 0; i < a.length; i++) total += (a[i] ?? 0) * (b[i] ?? 0);
	return total;
}

/** What the inputs say of each other: the same for every result. */
interface Others {
	/** Rows of L⁻¹, where L·Lᵗ are their correlations. */
	readonly inverse: readonly Float64Array[];
	/** Sums of the squares of the columns of L⁻¹. */
	readonly squares: Float64Array;
}

function othersOf(columns: readonly Column[]): Others | undefined {
	const rows = columns.map((a, i) =>
		columns.slice(0, i + 1).map((b, j) => (i === j ? 1 + RIDGE : correlation(a, b)))
	);
	const lower = cholesky(rows);
	if (lower === undefined) return undefined;
	const inverse = invertLower(lower);
	const squares = new Float64Array(inverse.length);
	for (const row of inverse) row.forEach((x, j) => (squares[j] = (squares[j] ?? 0) + x * x));
	return { inverse, squares };
}

/**
 * −P_iy/√(P_ii·P_yy) for every input i, P the inverse of the correlations of all inputs and, last, the
 * result y: its row is added to the factors of the inputs.
 */
function partialOf(others: Others | undefined, ranks: readonly number[]): readonly number[] {
	if (others === undefined) return [];
	const { inverse, squares } = others;
	const row = inverse.map((left) => left.reduce((sum, x, j) => sum + x * (ranks[j] ?? 0), 0));
	const rest = row.reduce((left, x) => left - x * x, 1 + RIDGE);
	const pivot = Math.sqrt(Math.max(rest, RIDGE / 2));
	// P = L⁻ᵗ·L⁻¹, so its last column is the last row of L⁻¹ times the root of P_yy.
	const last = new Float64Array(inverse.length);
	inverse.forEach((left, i) => {
		const weight = (row[i] ?? 0) / pivot;
		left.forEach((x, j) => (last[j] = (last[j] ?? 0) + weight * x));
	});
	return Array.from(last, (entry, i) => entry / Math.sqrt((squares[i] ?? 0) + entry * entry));
}

function invertLower(lower: readonly (readonly number[])[]): readonly Float64Array[] {
	const inverse: Float64Array[] = [];
	for (const [i, row] of lower.entries()) {
		const pivot = row[i] ?? 1;
		const made = new Float64Array(i + 1);
		for (let k = 0; k < i; k++) {
			const above = inverse[k] ?? made;
			const weight = row[k] ?? 0;
			for (let j = 0; j <= k; j++) made[j] = (made[j] ?? 0) - weight * (above[j] ?? 0);
		}
		for (let j = 0; j < i; j++) made[j] = (made[j] ?? 0) / pivot;
		made[i] = 1 / pivot;
		inverse.push(made);
	}
	return inverse;
}
