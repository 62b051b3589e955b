import { argsOf, type FaultCode, type Meaning, type Node } from './node.ts';
import type { Formula } from './expr.ts';

/** One operation of a tape; arguments are earlier steps. Names have no step of their own. */
export interface Step {
	readonly op: Exclude<Node['op'], 'named'>;
	readonly args: readonly number[];
	/** Changes from month to month. */
	readonly monthly: boolean;
	/** Depends on the count under trial of this `leastCount` (0: of none). */
	readonly within: number;
	/** Decimal text of a constant, path of a leaf. */
	readonly text: string;
	/** Months of a `held`, mark of a `bound` or `leastCount`. */
	readonly figure: number;
	readonly code?: FaultCode;
}

export interface Named {
	readonly meaning: Meaning;
	readonly unit: string;
	/** The formula behind the name. */
	readonly node: Node;
	readonly step: number;
}

/** A formula straightened into steps; equal expressions are one step. */
export interface Tape {
	readonly steps: readonly Step[];
	/** Step of each root, by key. */
	readonly roots: ReadonlyMap<string, number>;
	/** Everything with a name, by id. */
	readonly named: ReadonlyMap<string, Named>;
	/** Step of each leaf, by path. */
	readonly leaves: ReadonlyMap<string, number>;
	/** Step of each `leastCount`, by its mark. */
	readonly searches: ReadonlyMap<number, number>;
}

export type Roots = Readonly<Record<string, Formula>>;

class Recorder {
	readonly steps: Step[] = [];
	readonly named = new Map<string, Named>();
	readonly leaves = new Map<string, number>();
	readonly searches = new Map<number, number>();
	readonly #seen = new Map<Node, number>();
	readonly #equal = new Map<string, number>();

	record(node: Node): number {
		const seen = this.#seen.get(node);
		if (seen !== undefined) return seen;
		const args = argsOf(node).map((arg) => this.record(arg));
		const at = node.op === 'named' ? this.#name(node, args[0] ?? 0) : this.#step(node, args);
		this.#seen.set(node, at);
		return at;
	}

	#name(node: Extract<Node, { op: 'named' }>, step: number): number {
		const { id } = node.meaning;
		const earlier = this.named.get(id);
		if (earlier !== undefined && earlier.step !== step) {
			throw new Error(`two formulas are named "${id}"`);
		}
		this.named.set(id, { meaning: node.meaning, unit: node.unit, node: node.args[0], step });
		return step;
	}

	#step(node: Exclude<Node, { op: 'named' }>, args: readonly number[]): number {
		const step = this.#describe(node, args);
		const key = `${step.op} ${step.text} ${step.figure} ${step.code ?? ''} ${args.join(' ')}`;
		const equal = this.#equal.get(key);
		if (equal !== undefined) return equal;
		const at = this.steps.push(step) - 1;
		this.#equal.set(key, at);
		if (node.op === 'leaf') this.leaves.set(node.path, at);
		if (node.op === 'leastCount') this.searches.set(node.mark, at);
		return at;
	}

	#describe(node: Exclude<Node, { op: 'named' }>, args: readonly number[]): Step {
		const inputs = args.map((at) => this.steps[at]);
		const within = inputs.reduce((mark, input) => Math.max(mark, input?.within ?? 0), 0);
		const once = node.op === 'overMonths' || (node.op === 'held' && node.period === Infinity);
		return {
			op: node.op,
			args,
			monthly: node.op === 'month' || (!once && inputs.some((input) => input?.monthly)),
			within: node.op === 'bound' ? node.mark : node.op === 'leastCount' ? 0 : within,
			text: node.op === 'constant' ? node.text : node.op === 'leaf' ? node.path : '',
			figure: node.op === 'held' ? node.period : 'mark' in node ? node.mark : 0,
			...(node.op === 'guard' ? { code: node.code } : {})
		};
	}
}

/** Straightens the formulas of one option. Throws when two different formulas share a name. */
export function tapeOf(roots: Roots): Tape {
	const recorder = new Recorder();
	const at = new Map<string, number>();
	for (const [key, expr] of Object.entries(roots)) at.set(key, recorder.record(expr.node));
	const { steps, named, leaves, searches } = recorder;
	return { steps, roots: at, named, leaves, searches };
}

/** Steps of a search for a least count, in order: those on which its need depends, and the trial. */
export function bodyOf({ steps }: Pick<Tape, 'steps'>, search: Step): readonly number[] {
	const body = new Set<number>();
	const visit = (index: number): void => {
		if (body.has(index) || steps[index]?.within !== search.figure) return;
		for (const arg of steps[index]?.args ?? []) visit(arg);
		body.add(index);
	};
	visit(search.args[0] ?? -1);
	return [...body];
}
