import { argsOf, type Meaning, type Node } from './node.ts';
import { formulaText, type Sheet } from './workbook-text.ts';

/** One row of the workbook: a step with a formula, or a value that the tool computed. */
export interface WorkbookStep {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	readonly why?: string;
	/** The formula behind the row. */
	readonly node: Node;
	/** One cell a month; else one cell in all. */
	readonly monthly: boolean;
	/** No spreadsheet formula: searched for by the tool, and written as a value. */
	readonly computed: boolean;
}

/** A formula that needs no name of its own: the margin of a check. */
export interface Seed {
	readonly meaning: Pick<Meaning, 'id' | 'label'>;
	readonly node: Node;
}

/** No cell is longer (style §2.6): what does not fit gets a row of its own. */
export const LONGEST_FORMULA = 500;

/** The part that is cut out of a long formula is at most this long. */
const LONGEST_PART = 400;

/** What a sheet knows of its layout. Steps are laid out in the order of `steps`. */
export type Layout = (steps: readonly WorkbookStep[]) => Sheet;

/**
 * The workbook reading: a row for each named step that the seeds depend on, with formulas that
 * refer to inputs by name and to other steps by cell. Knows no spreadsheet library.
 *
 * `leastCount` is a search that no cell formula can do: its row holds a value and says so.
 */
export class WorkbookReading {
	readonly steps: WorkbookStep[] = [];
	readonly #known = new Set<string>();
	readonly #rows = new Map<Node, string>();
	readonly #monthly = new Map<Node, boolean>();

	constructor(seeds: readonly Seed[]) {
		for (const { node } of seeds) this.#visit(node);
		for (const { meaning, node } of seeds) {
			if (node.op !== 'named') this.#add(meaning, node);
		}
	}

	/** Shortens what is too long for a cell. `lastMonth` has the longest addresses. */
	fit(layout: Layout, lastMonth: number): void {
		for (const step of this.steps) {
			if (step.computed) continue;
			for (let part = 1; this.#text(step, layout, lastMonth).length > LONGEST_FORMULA; part++) {
				const cut = this.#longestPart(step.node, layout, lastMonth);
				if (cut === undefined) break;
				const label = `${step.label}, part ${part}`;
				this.#add({ id: `${step.id}.part${part}`, label }, cut);
			}
		}
	}

	/** The formula of a step in month k + 1, without its equals sign. */
	formula(step: WorkbookStep, sheet: Sheet, k: number): string {
		return formulaText(step.node, { sheet, k, rowOf: (node) => this.#rowOf(node, step) });
	}

	#text(step: WorkbookStep, layout: Layout, k: number): string {
		return this.formula(step, layout(this.steps), k);
	}

	/** A row never refers to itself. */
	#rowOf(node: Node, from: WorkbookStep): string | undefined {
		const row = this.#rows.get(node);
		return row === undefined || (row === from.id && node === from.node) ? undefined : row;
	}

	#longestPart(within: Node, layout: Layout, k: number): Node | undefined {
		const sheet = layout(this.steps);
		const rowOf = (node: Node): string | undefined => this.#rows.get(node);
		let longest: { node: Node; length: number } | undefined;
		const look = (node: Node): void => {
			for (const arg of argsOf(node)) {
				if (arg.op === 'named' || this.#rows.has(arg)) continue;
				const { length } = formulaText(arg, { sheet, k, rowOf });
				if (length <= LONGEST_PART && length > (longest?.length ?? 0)) {
					longest = { node: arg, length };
				}
				look(arg);
			}
		};
		look(within);
		return longest?.node;
	}

	#visit(node: Node): void {
		if (this.#rows.has(node)) return;
		if (node.op === 'leastCount') {
			const at = 1 + this.steps.filter(({ computed }) => computed).length;
			const meaning = { id: `search${at}`, label: 'Least count that is enough' };
			this.#add(meaning, node);
			return;
		}
		for (const arg of argsOf(node)) this.#visit(arg);
		if (node.op === 'named') this.#addNamed(node);
		// A row of months to add up, and a count that is written out several times, are cells.
		const [first] = argsOf(node);
		if ((node.op === 'overMonths' || node.op === 'powerSum') && first !== undefined) {
			this.#cellFor(first, node.op);
		}
	}

	#addNamed(node: Extract<Node, { op: 'named' }>): void {
		const { meaning } = node;
		this.#rows.set(node, meaning.id);
		if (this.#known.has(meaning.id)) return;
		this.#known.add(meaning.id);
		const [inner] = node.args;
		this.steps.push({
			id: meaning.id,
			label: meaning.label,
			unit: node.unit,
			...(meaning.why === undefined ? {} : { why: meaning.why }),
			node: inner,
			monthly: this.#isMonthly(inner),
			computed: false
		});
	}

	#cellFor(node: Node, use: string): void {
		if (node.op === 'named' || this.#rows.has(node)) return;
		this.#add({ id: `${use}${this.steps.length + 1}`, label: 'Intermediate value' }, node);
	}

	#add({ id, label }: Pick<Meaning, 'id' | 'label'>, node: Node): void {
		this.#rows.set(node, id);
		this.#known.add(id);
		this.steps.push({
			id,
			label,
			unit: node.unit,
			node,
			monthly: this.#isMonthly(node),
			computed: node.op === 'leastCount'
		});
	}

	/** Whether a value changes from month to month. */
	#isMonthly(node: Node): boolean {
		const known = this.#monthly.get(node);
		if (known !== undefined) return known;
		const once = node.op === 'overMonths' || (node.op === 'held' && node.period === Infinity);
		const monthly =
			node.op === 'month' || (!once && argsOf(node).some((arg) => this.#isMonthly(arg)));
		this.#monthly.set(node, monthly);
		return monthly;
	}
}
