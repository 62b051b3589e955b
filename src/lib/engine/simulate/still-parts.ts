import { hull, point } from './interval.ts';
import { changesIn, partAt, type Part } from './part.ts';

/** Steps that no sample changes, each once among all parts of a program. */
export class StillParts {
	readonly #parts: Part[];
	readonly #constants = new Map<number, number>();
	/** Series of one sum: few are not the same. */
	readonly #series = new Map<number, number[]>();

	constructor(parts: Part[]) {
		this.#parts = parts;
	}

	constant(value: number): number {
		const known = this.#constants.get(value);
		if (known !== undefined) return known;
		const index = this.#parts.push(still(Float64Array.of(value), undefined)) - 1;
		this.#constants.set(value, index);
		return index;
	}

	/** Values by month; months that are all alike are a constant. */
	series(values: Float64Array): number {
		const changes = values.length === 1 ? undefined : changesIn(values);
		if (changes === undefined) return this.constant(values[0] ?? NaN);
		const sum = values.reduce((total, value) => total + value, 0);
		const alike = this.#series.get(sum) ?? [];
		const known = alike.find((index) => isSame(partAt(this.#parts, index).series, values));
		if (known !== undefined) return known;
		const index = this.#parts.push(still(values, changes)) - 1;
		this.#series.set(sum, [...alike, index]);
		return index;
	}
}

function isSame(a: Float64Array | undefined, b: Float64Array): boolean {
	if (a?.length !== b.length) return false;
	for (let k = 0; k < b.length; k++) if (!Object.is(a[k], b[k])) return false;
	return true;
}

const still = (series: Float64Array, changes: Uint8Array | undefined): Part => ({
	op: 'series',
	args: [],
	sampled: false,
	changes,
	bounds: series.length === 1 ? point(series[0] ?? NaN) : hull(series),
	within: 0,
	figure: 0,
	series,
	column: undefined
});
