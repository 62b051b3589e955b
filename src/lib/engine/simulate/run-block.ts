import type { Assembly, Output } from './assemble.ts';
import { accumulate } from './kernels.ts';
import { BLOCK, machineOf, type Machine, type Value } from './machine.ts';

/** Money of every option by sample, in the order of the assembly's outputs. */
export interface Totals {
	readonly spend: readonly Float64Array[];
	/** Month by month (0 to N), one row of the first `kept` samples each; empty rows where not asked. */
	readonly months: readonly (readonly Float64Array[])[];
	readonly kept: number;
	/** 0: fine. Otherwise the first fault of the sample, numbered through all options: see `faultAt`. */
	readonly faults: Uint16Array;
}

export function roomFor(assembly: Assembly, samples: number, kept: number): Totals {
	const { outputs, builder } = assembly;
	return {
		spend: outputs.map(() => new Float64Array(samples)),
		months: outputs.map(() =>
			Array.from({ length: kept === 0 ? 0 : builder.months + 1 }, () => new Float64Array(kept))
		),
		kept,
		faults: new Uint16Array(samples)
	};
}

export type Columns = ReadonlyMap<string, Float64Array>;

/** Option and check behind the number of a fault; no check: its total is no number. */
export function faultAt({ outputs }: Assembly, code: number): Fault | undefined {
	let rest = code - 1;
	for (const { id, margins } of outputs) {
		if (rest < margins.length) return { option: id, check: rest };
		if (rest === margins.length) return { option: id, check: undefined };
		rest -= margins.length + 1;
	}
	return undefined;
}

export interface Fault {
	readonly option: string;
	/** Place among the checks of the option. */
	readonly check: number | undefined;
}

/** Works through blocks of samples. One runner serves many runs, one after the other. */
export class BlockRunner {
	readonly #machine: Machine;
	readonly #months: number;
	readonly #outputs: readonly Watched[];

	constructor(assembly: Assembly) {
		this.#machine = machineOf(assembly);
		this.#months = assembly.builder.months;
		let margins = 0;
		this.#outputs = assembly.outputs.map((output) => {
			const watched = watch(output, margins, assembly, this.#machine);
			margins += output.margins.length + 1;
			return watched;
		});
	}

	/** Names of the columns that any output reads. */
	get columns(): readonly string[] {
		return this.#machine.columns.map(({ name }) => name);
	}

	/** Samples `from` to `from + n` of the columns, n at most a block. */
	run(columns: Columns, from: number, totals: Totals): void {
		const n = Math.min(BLOCK, totals.faults.length - from);
		for (const { name, place } of this.#machine.columns) {
			const drawn = columns.get(name);
			if (drawn === undefined) throw new Error(`"${name}" was not drawn`);
			place.set(drawn.subarray(from, from + n));
		}
		for (const work of this.#machine.still) work(0, n);
		const block = { from, n, totals };
		totals.faults.fill(0, from, from + n);
		for (let k = 0; k < this.#months; k++) {
			for (const { work, changes } of this.#machine.monthly) {
				if (k === 0 || changes?.[k] === 1) work(k, n);
			}
			if (k === 0) this.#outputs.forEach((output, at) => begin(output, at, block));
			this.#outputs.forEach((output, at) => enter(output, at, k, block));
		}
		this.#outputs.forEach(({ total, last }, at) => {
			totals.spend[at]?.set(total.subarray(0, n), from);
			markGaps(total, last, block);
		});
	}
}

interface Watched {
	readonly once: Value;
	readonly monthly: Value;
	readonly total: Float64Array;
	readonly margins: readonly Margin[];
	/** Number of the fault of a total that is no number. */
	readonly last: number;
}

interface Margin {
	readonly value: Value;
	readonly changes: Uint8Array | undefined;
	readonly code: number;
}

/** Margins that the bounds prove to hold are not looked at. */
function watch(output: Output, first: number, { builder }: Assembly, machine: Machine): Watched {
	const margins = output.margins.flatMap((index, at) => {
		const { bounds, changes } = builder.at(index);
		if (bounds.low > 0) return [];
		return [{ value: machine.valueOf(index), changes, code: first + at + 1 }];
	});
	return {
		once: machine.valueOf(output.once),
		monthly: machine.valueOf(output.monthly),
		total: new Float64Array(BLOCK),
		margins,
		last: first + output.margins.length + 1
	};
}

interface Block {
	readonly from: number;
	readonly n: number;
	readonly totals: Totals;
}

const numberIn = ({ series }: { readonly series: Float64Array }, k: number): number =>
	series[series.length === 1 ? 0 : k] ?? NaN;

function begin({ once, total }: Watched, at: number, { from, n, totals }: Block): void {
	if (once.kind === 'place') total.set(once.place.subarray(0, n));
	else total.fill(numberIn(once, 0));
	keep(totals, { at, row: 0, from }, total.subarray(0, n));
}

function enter(output: Watched, at: number, k: number, block: Block): void {
	const { monthly, total, margins } = output;
	const { from, n, totals } = block;
	const month = monthly.kind === 'place' ? monthly.place : SCRATCH.fill(numberIn(monthly, k), 0, n);
	accumulate(total, month, n);
	keep(totals, { at, row: k + 1, from }, month.subarray(0, n));
	for (const { value, changes, code } of margins) {
		if (k > 0 && changes?.[k] !== 1) continue;
		const margin = value.kind === 'place' ? value.place : SCRATCH.fill(numberIn(value, k), 0, n);
		markFaults(margin, code, block);
	}
}

const SCRATCH = new Float64Array(BLOCK);

interface Row {
	readonly at: number;
	readonly row: number;
	readonly from: number;
}

function keep({ months, kept }: Totals, { at, row, from }: Row, values: Float64Array): void {
	const room = kept - from;
	if (room > 0)
		months[at]?.[row]?.set(room < values.length ? values.subarray(0, room) : values, from);
}

function markFaults(margin: Float64Array, code: number, { from, n, totals }: Block): void {
	const { faults } = totals;
	for (let i = 0; i < n; i++) {
		if (!((margin[i] ?? NaN) <= 0)) continue;
		const known = faults[from + i] ?? 0;
		if (known === 0 || known > code) faults[from + i] = code;
	}
}

function markGaps(total: Float64Array, code: number, { from, n, totals }: Block): void {
	const { faults } = totals;
	for (let i = 0; i < n; i++) {
		if (Number.isNaN(total[i]) && faults[from + i] === 0) faults[from + i] = code;
	}
}
