import { argsOf, type Meaning, type Node } from './node.ts';
import type { Named } from './tape.ts';

/** What stands in a formula: an input, a step with a formula of its own, or a number. */
export type Term =
	| { readonly kind: 'input'; readonly id: string; readonly unit: string }
	| {
			readonly kind: 'step';
			readonly id: string;
			readonly unit: string;
			readonly meaning: Meaning;
	  };

export interface Explanation {
	readonly meaning: Meaning;
	readonly unit: string;
	/** Text such as `(Λ · Δb / bytesPerGB) if P > 0, else 0`. */
	readonly formula: string;
	/** In order of first appearance, each once. */
	readonly terms: readonly Term[];
}

/** Formula and terms of a named step, derived from the graph alone. */
export function explain(named: Named): Explanation {
	const terms = new Map<string, Term>();
	const formula = print(beneath(named.node), 0, terms);
	return { meaning: named.meaning, unit: named.unit, formula, terms: [...terms.values()] };
}

/** What is only another name for a step prints the formula of that step. */
const beneath = (node: Node): Node => (node.op === 'named' ? beneath(node.args[0]) : node);

/** How tightly each operation binds when printed. */
const BINDING = { choice: 0, sum: 1, product: 2, power: 3, whole: 4 } as const;

/** The last word of a path; of an item of a list also its number: `discount₂`, `season₁₂`. */
function short(path: string): string {
	const item = /(\w+)\[(\d+)\]\.(\w+)$/.exec(path);
	if (item === null) return path.slice(path.lastIndexOf('.') + 1);
	const [, list = '', at = '0', field = ''] = item;
	return `${field === 'value' ? list : field}${subscript(Number(at) + 1)}`;
}

/** A number in small digits below the line. */
export const subscript = (whole: number): string =>
	String(whole).replace(/\d/g, (digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)] ?? '');

function print(node: Node, outer: number, terms: Map<string, Term>): string {
	const [text, binds] = write(node, terms);
	return binds < outer ? `(${text})` : text;
}

type Written = readonly [text: string, binds: number];

function write(node: Node, terms: Map<string, Term>): Written {
	switch (node.op) {
		case 'constant':
			return [plain(node.text), BINDING.whole];
		case 'leaf':
			terms.set(node.path, { kind: 'input', id: node.path, unit: node.unit });
			return [short(node.path), BINDING.whole];
		case 'month':
			return ['k', BINDING.whole];
		case 'bound':
			return ['n', BINDING.whole];
		case 'named': {
			const { meaning, unit } = node;
			terms.set(meaning.id, { kind: 'step', id: meaning.id, unit, meaning });
			return [meaning.symbol ?? short(meaning.id), BINDING.whole];
		}
		default:
			return operation(node, terms);
	}
}

type Operation = Exclude<Node, { op: 'constant' | 'leaf' | 'month' | 'bound' | 'named' }>;

const INFIX: Readonly<Record<string, readonly [sign: string, binds: number, right: number]>> = {
	add: [' + ', BINDING.sum, BINDING.sum],
	sub: [' − ', BINDING.sum, BINDING.product],
	mul: [' · ', BINDING.product, BINDING.product],
	div: [' / ', BINDING.product, BINDING.power],
	pow: [' ^ ', BINDING.power, BINDING.whole]
};

const CALLS: Readonly<Record<string, string>> = {
	max: 'max',
	min: 'min',
	ceil: 'ceil',
	floor: 'floor',
	ln: 'ln',
	exp: 'exp',
	overMonths: 'sum over months of',
	powerSum: 'powers',
	leastCount: 'least n with n ≥'
};

function operation(node: Operation, terms: Map<string, Term>): Written {
	const [a, b] = argsOf(node);
	if (node.op === 'guard') return write(node.args[0], terms);
	if (node.op === 'ifAbove') return [choice(node.args, terms), BINDING.choice];
	if (node.op === 'held') return [heldText(node, terms), BINDING.whole];
	const infix = INFIX[node.op];
	if (infix !== undefined && a !== undefined && b !== undefined) {
		// One of a unit only turns a count into another: nothing to print.
		if (isProduct(node.op) && isOne(b)) return write(a, terms);
		if (node.op === 'mul' && isOne(a)) return write(b, terms);
		const [sign, binds, right] = infix;
		return [`${print(a, binds, terms)}${sign}${print(b, right, terms)}`, binds];
	}
	const inner = flat(node, node.op).map((arg) => print(arg, 0, terms));
	return [`${CALLS[node.op] ?? node.op}(${inner.join(', ')})`, BINDING.whole];
}

const isProduct = (op: Node['op']): boolean => op === 'mul' || op === 'div';
const isOne = (node: Node): boolean => node.op === 'constant' && node.text === '1';

/** max(max(a, b), c) prints as max(a, b, c). */
function flat(node: Node, op: Node['op']): readonly Node[] {
	if (op !== 'max' && op !== 'min') return argsOf(node);
	return argsOf(node).flatMap((arg) => (arg.op === op ? flat(arg, op) : [arg]));
}

function choice(args: readonly [Node, Node, Node, Node], terms: Map<string, Term>): string {
	const [x, limit, above, otherwise] = args;
	const condition = `${print(x, BINDING.sum, terms)} > ${print(limit, BINDING.sum, terms)}`;
	const first = print(above, BINDING.sum, terms);
	return `${first} if ${condition}, else ${print(otherwise, BINDING.choice, terms)}`;
}

function heldText(node: Extract<Node, { op: 'held' }>, terms: Map<string, Term>): string {
	const inner = print(node.args[0], 0, terms);
	return node.period === Infinity
		? `[${inner} in month 1]`
		: `[${inner} when bought, for ${node.period} months]`;
}

/** Seconds and bytes in full, without grouping: a formula is copied. */
const plain = (text: string): string => (Number(text) >= BEYOND ? '∞' : text.replace('-', '−'));

/** Figures of no plan: they stand for what never fits. */
const BEYOND = 1e100;
