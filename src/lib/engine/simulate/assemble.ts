import type { InputSpec } from '../after/draw-inputs.ts';
import type { Step, Tape } from '../graph/tape.ts';
import { ROW_KEYS } from '../rows.ts';
import { Builder } from './builder.ts';
import { priceOf, type Steps } from './part.ts';
import { reachOf } from './reach.ts';
import { rangeOf } from './range-of.ts';
import { columnOf, type Subject, type Supply } from './supply.ts';

/** Steps of several options, and which of them are asked for. */
export interface Assembly {
	readonly builder: Steps;
	readonly outputs: readonly Output[];
	/** Inputs to draw, by column; only those on which an output depends are read. */
	readonly specs: ReadonlyMap<string, InputSpec>;
}

export interface Output {
	readonly id: string;
	/** Spend of a month: infrastructure and support. */
	readonly monthly: number;
	/** Spend before month 1. */
	readonly once: number;
	/** What must be above 0 in every month, in the order of the option's checks. */
	readonly margins: readonly number[];
}

const SPEND = ROW_KEYS.filter((key) => key.startsWith('infra.') || key.startsWith('support.'));

/** Formulas of several options put together, over one set of draws. */
export function assemble(subjects: readonly Subject[], months: number): Assembly {
	const builder = new Builder(months);
	const specs = new Map<string, InputSpec>();
	const outputs = subjects.map((subject) => {
		const reader = readerOf(subject, builder, specs);
		const once = [...subject.tape.roots.keys()].filter((key) => key.startsWith('once.support.'));
		const margins = [...subject.tape.roots.keys()].filter((key) => key.startsWith('check.'));
		return {
			id: subject.id,
			monthly: sumOf(builder, (subject.rows ?? SPEND).map(reader.root)),
			once: sumOf(builder, once.map(reader.root)),
			margins: margins.map(reader.root)
		};
	});
	return { builder, outputs, specs };
}

/** A sum, the cheap terms first: what stands still is added up once. */
function sumOf(builder: Builder, terms: readonly number[]): number {
	const price = (term: number): number => priceOf(builder.at(term));
	return [...terms]
		.sort((a, b) => price(a) - price(b))
		.reduce((all, term) => builder.make('add', [all, term]), builder.constant(0));
}

interface Reader {
	readonly root: (key: string) => number;
}

function readerOf(
	subject: Omit<Subject, 'id'>,
	builder: Builder,
	specs: Map<string, InputSpec>
): Reader {
	const { tape } = subject;
	const known: (number | undefined)[] = [];
	const left = subject.leaves === undefined ? undefined : readerOf(subject.leaves, builder, specs);

	const leaf = (path: string): number => {
		if (left !== undefined && path === 'derived.sourceApplication') return left.root('application');
		if (left !== undefined && path === 'derived.todayBill') return billOf(builder, left);
		const supply = subject.supplyOf(path);
		return supply === undefined ? builder.constant(NaN) : supplied(supply, builder, specs);
	};
	const visit = (index: number): number => (known[index] ??= partOf(index));
	const partOf = (index: number): number => {
		const step = stepAt(tape, index);
		switch (step.op) {
			case 'constant':
				return builder.constant(Number(step.text));
			case 'leaf':
				return leaf(step.text);
			case 'month':
				return builder.month();
			case 'bound':
				return builder.trial(step.figure);
			case 'overMonths':
				throw new Error('a sum over months has no place in a run by months');
			case 'leastCount': {
				const need = visit(step.args[0] ?? 0);
				return builder.search(need, step.figure, readsOf(builder, need, step.figure));
			}
			default:
				return builder.make(step.op, step.args.map(visit), step.figure);
		}
	};
	return {
		root: (key) => {
			const at = tape.roots.get(key);
			if (at === undefined) throw new Error(`nothing is called "${key}"`);
			return visit(at);
		}
	};
}

function stepAt(tape: Tape, index: number): Step {
	const step = tape.steps[index];
	if (step === undefined) throw new Error(`there is no step ${index}`);
	return step;
}

/** Steps outside a search that its need reads. */
function readsOf(builder: Builder, need: number, mark: number): readonly number[] {
	const body = reachOf(builder.parts, [need], ({ within }) => within === mark);
	const reads = body.flatMap((index) => builder.at(index).args);
	return [need, ...reads].filter((index) => builder.at(index).within !== mark);
}

/** Bill of the mesh being left in month 1 (`model.md` §12). */
function billOf(builder: Builder, { root }: Reader): number {
	const rows = [...SPEND.filter((key) => key.startsWith('infra.')), 'support.licence'];
	return builder.make('held', [sumOf(builder, rows.map(root))], Infinity);
}

function supplied(supply: Supply, builder: Builder, specs: Map<string, InputSpec>): number {
	switch (supply.kind) {
		case 'fixed':
			return builder.constant(supply.value);
		case 'drawn': {
			const { spec } = supply;
			if (spec.distribution === 'fixed') return builder.constant(spec.central);
			const bounds = rangeOf(spec);
			if (bounds.low === bounds.high) return builder.constant(bounds.low);
			specs.set(columnOf(spec), spec);
			return builder.column(columnOf(spec), bounds);
		}
		case 'product': {
			const of = supplied(supply.of, builder, specs);
			const product = builder.make('mul', [of, supplied(supply.times, builder, specs)]);
			if (!supply.whole) return product;
			return builder.make('max', [builder.make('ceil', [product]), builder.constant(1)]);
		}
	}
}
