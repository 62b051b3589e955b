import { GENERATOR } from '../after/random.ts';
import type { InputSpec } from '../after/draw-inputs.ts';
import { BATCH, DrawStore, redrawn, type Batch } from './draw-store.ts';
import { BLOCK } from './machine.ts';
import type { Prepared } from './prepare.ts';
import { faultAt, roomFor, type Columns, type Fault, type Totals } from './run-block.ts';

export interface Asked {
	readonly prepared: Prepared;
	readonly samples: number;
	/** A whole number from 0 to 2^53 − 1. */
	readonly seed: number;
	/** How many samples keep their months, for bands over time. */
	readonly keptMonths?: number;
}

/** Spend of every option under the same draws. */
export interface Simulation {
	readonly samples: number;
	readonly seed: number;
	readonly generator: string;
	/** Draws that ended in an error and were replaced. */
	readonly replaced: number;
	/** More than 5 % of the samples. */
	readonly warn: boolean;
	/** By option, by sample. */
	readonly spend: ReadonlyMap<string, Float64Array>;
	/** By option: months 0 to N, by sample. */
	readonly months: ReadonlyMap<string, readonly Float64Array[]>;
	/** Draws that any option reads, of the first batch. */
	readonly columns: Columns;
	readonly specs: ReadonlyMap<string, InputSpec>;
}

export type Simulated =
	{ readonly ok: true; readonly value: Simulation } | { readonly ok: false; readonly fault: Fault };

/** `model.md` §15: after so many errors in a row the plan itself is at fault. */
const MAX_ATTEMPTS = 50;
const WORTH_A_WARNING = 0.05;

/**
 * Simulates options in small steps (`model.md` §15): each `yield` says how much is done, from 0 to 1,
 * and may be the last. The same draws serve every option.
 */
export function* simulation(
	asked: Asked,
	store: DrawStore = new DrawStore()
): Generator<number, Simulated> {
	const { prepared, samples } = asked;
	const totals = roomFor(prepared.assembly, samples, Math.min(asked.keptMonths ?? 0, samples));
	const run: Run = { ...prepared, asked, store, totals };
	let replaced = 0;
	let columns: Columns = new Map();
	for (let first = 0; first < asked.samples; first += BATCH) {
		const done = yield* batch(run, first);
		if (!done.ok) return done;
		replaced += done.replaced;
		if (first === 0) columns = done.columns;
	}
	store.sweep();
	return { ok: true, value: summed(run, replaced, columns) };
}

/** Runs a simulation through, for whoever can wait. */
export function simulate(asked: Asked, store?: DrawStore): Simulated {
	const steps = simulation(asked, store);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

interface Run extends Prepared {
	readonly asked: Asked;
	readonly store: DrawStore;
	readonly totals: Totals;
}

type Batched =
	| { readonly ok: true; readonly replaced: number; readonly columns: Columns }
	| { readonly ok: false; readonly fault: Fault };

/** Draws a batch, runs it, and replaces what failed. */
function* batch(run: Run, first: number): Generator<number, Batched> {
	const { asked, runner, totals } = run;
	const size: Batch = { n: Math.min(BATCH, asked.samples - first), seed: asked.seed, first };
	const columns = new Map<string, Float64Array>();
	for (const [name, spec] of run.specs) {
		columns.set(name, run.store.drawn(spec, size));
		yield first / asked.samples;
	}
	const view = windowOf(totals, first, size.n);
	for (let from = 0; from < size.n; from += BLOCK) {
		runner.run(columns, from, view);
		yield (first + from) / asked.samples;
	}
	return yield* replace(run, size, columns, view);
}

/** Part of the totals, as a run of its own writes it. */
function windowOf(totals: Totals, first: number, n: number): Totals {
	const kept = Math.max(0, Math.min(totals.kept - first, n));
	return {
		spend: totals.spend.map((values) => values.subarray(first, first + n)),
		months: totals.months.map((rows) => rows.map((row) => row.subarray(first, first + kept))),
		kept,
		faults: totals.faults.subarray(first, first + n)
	};
}

/** Failing samples are drawn anew, all inputs together, and counted; the rest is not run again. */
function* replace(
	run: Run,
	size: Batch,
	columns: Map<string, Float64Array>,
	totals: Totals
): Generator<number, Batched> {
	let failing = placesOf(totals.faults);
	let replaced = 0;
	if (failing.length > 0) {
		// The store may hand out the same arrays again: replacements go into copies.
		for (const [name, values] of columns) columns.set(name, values.slice());
	}
	for (let attempt = 1; failing.length > 0; attempt++) {
		const [worst = 0] = failing;
		if (attempt > MAX_ATTEMPTS) {
			const fault = faultAt(run.assembly, totals.faults[worst] ?? 0);
			return { ok: false, fault: fault ?? { option: '', check: undefined } };
		}
		replaced += failing.length;
		const fresh = { ...size, n: failing.length };
		const again = new Map(
			[...run.specs].map(([name, spec]) => [name, redrawn(spec, fresh, attempt)] as const)
		);
		const tried = roomFor(run.assembly, failing.length, totals.kept > 0 ? failing.length : 0);
		for (let from = 0; from < failing.length; from += BLOCK) {
			run.runner.run(again, from, tried);
			yield (size.first + size.n) / run.asked.samples;
		}
		put(again, columns, failing);
		putTotals(tried, totals, failing);
		failing = failing.filter((_, i) => (tried.faults[i] ?? 0) > 0);
	}
	return { ok: true, replaced, columns };
}

function placesOf(faults: Uint16Array): readonly number[] {
	const places: number[] = [];
	for (let i = 0; i < faults.length; i++) if (faults[i] !== 0) places.push(i);
	return places;
}

function put(from: Columns, to: Columns, places: readonly number[]): void {
	for (const [name, values] of from) scatter(values, to.get(name), places);
}

function scatter(
	from: Float64Array,
	to: Float64Array | undefined,
	places: readonly number[]
): void {
	places.forEach((place, i) => {
		if (to !== undefined && place < to.length) to[place] = from[i] ?? NaN;
	});
}

function putTotals(from: Totals, to: Totals, places: readonly number[]): void {
	from.spend.forEach((values, at) => scatter(values, to.spend[at], places));
	from.months.forEach((rows, at) =>
		rows.forEach((row, month) => scatter(row, to.months[at]?.[month], places))
	);
	places.forEach((place, i) => (to.faults[place] = from.faults[i] ?? 0));
}

function summed(
	{ asked, assembly, specs, totals }: Run,
	replaced: number,
	columns: Columns
): Simulation {
	const byOption = <T>(values: readonly T[]): ReadonlyMap<string, T> =>
		new Map(
			assembly.outputs.flatMap(({ id }, at) => {
				const value = values[at];
				return value === undefined ? [] : [[id, value] as const];
			})
		);
	return {
		samples: asked.samples,
		seed: asked.seed,
		generator: GENERATOR,
		replaced,
		warn: replaced > WORTH_A_WARNING * asked.samples,
		spend: byOption(totals.spend),
		months: byOption(totals.months),
		columns,
		specs
	};
}
