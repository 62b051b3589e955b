import { argsOf, type Meaning, type Node } from './node.ts';
import type { Named } from './tape.ts';

interface Written {
	readonly id: string;
	/** How the formula writes it; no other term of the formula is written so. */
	readonly symbol: string;
	readonly unit: string;
}

/** What stands in a formula: an input, a step with a formula of its own, or the count of months. */
export type Term =
	| (Written & { readonly kind: 'input' })
	| (Written & { readonly kind: 'month' })
	| (Written & { readonly kind: 'step'; readonly meaning: Meaning });

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
	const { meaning, unit, node } = named;
	const wished = new Map<string, string>();
	const below = beneath(node);
	print(below, 0, { terms: new Map(), nameOf: (id, text) => (wished.set(id, text), text) });
	const names = distinct(wished, meaning);
	const terms = new Map<string, Term>();
	const formula = print(below, 0, { terms, nameOf: (id, text) => names.get(id) ?? text });
	return { meaning, unit, formula, terms: [...terms.values()] };
}

/** Where terms are written, and how. */
interface Page {
	readonly terms: Map<string, Term>;
	readonly nameOf: (id: string, text: string) => string;
}

/** Shortest first: `byCpu`, `nodes0.byCpu`, then the id whole. */
const LONGER: readonly ((id: string) => string)[] = [
	short,
	(id) => id.split('.').slice(-2).join('.'),
	(id) => id
];

/** Two terms that would be written alike, or like what the formula defines, get longer names. */
function distinct(
	wished: ReadonlyMap<string, string>,
	{ id: own, symbol }: Meaning
): ReadonlyMap<string, string> {
	const names = new Map(wished);
	for (const longer of LONGER) {
		const uses = new Map(symbol === undefined || names.has(own) ? [] : [[symbol, 1]]);
		for (const text of names.values()) uses.set(text, (uses.get(text) ?? 0) + 1);
		for (const [id, text] of names) if ((uses.get(text) ?? 0) > 1) names.set(id, longer(id));
	}
	return names;
}

/** What is only another name for a step prints the formula of that step. */
const beneath = (node: Node): Node => (node.op === 'named' ? beneath(node.args[0]) : node);

/** Months since month 1, as formulas write it. */
const MONTH = 'k';

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

function print(node: Node, outer: number, page: Page): string {
	const [text, binds] = write(node, page);
	return binds < outer ? `(${text})` : text;
}

type Text = readonly [text: string, binds: number];

function write(node: Node, page: Page): Text {
	switch (node.op) {
		case 'constant':
			return [plain(node.text), BINDING.whole];
		case 'leaf': {
			const symbol = page.nameOf(node.path, short(node.path));
			page.terms.set(node.path, { kind: 'input', id: node.path, symbol, unit: node.unit });
			return [symbol, BINDING.whole];
		}
		case 'month':
			page.terms.set(MONTH, { kind: 'month', id: MONTH, symbol: MONTH, unit: node.unit });
			return [MONTH, BINDING.whole];
		case 'bound':
			return ['n', BINDING.whole];
		case 'named': {
			const { meaning, unit } = node;
			const { id } = meaning;
			const symbol = page.nameOf(id, meaning.symbol ?? short(id));
			page.terms.set(id, { kind: 'step', id, symbol, unit, meaning });
			return [symbol, BINDING.whole];
		}
		default:
			return operation(node, page);
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

function operation(node: Operation, page: Page): Text {
	const [a, b] = argsOf(node);
	const less = lean(node);
	if (less !== node) return write(less, page);
	if (node.op === 'ifAbove') return [choice(node.args, page), BINDING.choice];
	if (node.op === 'held') return [heldText(node, page), BINDING.whole];
	const infix = INFIX[node.op];
	if (infix !== undefined && a !== undefined && b !== undefined) {
		const [sign, binds, right] = infix;
		return [`${print(a, binds, page)}${sign}${print(b, right, page)}`, binds];
	}
	const inner = flat(node, node.op).map((arg) => print(arg, 0, page));
	return [`${CALLS[node.op] ?? node.op}(${inner.join(', ')})`, BINDING.whole];
}

/** Without what says nothing: `+ 0` of a part that the mesh lacks, one of a unit, a choice made already. */
function lean(node: Node): Node {
	if (node.op === 'guard') return lean(node.args[0]);
	if (node.op === 'ifAbove') {
		const [, , above, otherwise] = node.args;
		const [x, limit] = [lean(node.args[0]), lean(node.args[1])];
		if (x.op !== 'constant' || limit.op !== 'constant') return node;
		return lean(Number(x.text) > Number(limit.text) ? above : otherwise);
	}
	const [a, b] = argsOf(node);
	if (a === undefined || b === undefined) return node;
	if (node.op === 'add' && isZero(a)) return lean(b);
	if ((node.op === 'add' || node.op === 'sub') && isZero(b)) return lean(a);
	if (node.op === 'mul' && isOne(a)) return lean(b);
	return (node.op === 'mul' || node.op === 'div') && isOne(b) ? lean(a) : node;
}

const isZero = (node: Node): boolean => {
	const least = lean(node);
	return least.op === 'constant' && Number(least.text) === 0;
};
const isOne = (node: Node): boolean => node.op === 'constant' && node.text === '1';

/** max(max(a, b), c) prints as max(a, b, c). */
function flat(node: Node, op: Node['op']): readonly Node[] {
	if (op !== 'max' && op !== 'min') return argsOf(node);
	return argsOf(node).flatMap((arg) => (arg.op === op ? flat(arg, op) : [arg]));
}

function choice(args: readonly [Node, Node, Node, Node], page: Page): string {
	const [x, limit, above, otherwise] = args;
	const condition = `${print(x, BINDING.sum, page)} > ${print(limit, BINDING.sum, page)}`;
	const first = print(above, BINDING.sum, page);
	return `${first} if ${condition}, else ${print(otherwise, BINDING.choice, page)}`;
}

function heldText(node: Extract<Node, { op: 'held' }>, page: Page): string {
	const inner = print(node.args[0], 0, page);
	return node.period === Infinity
		? `[${inner} in month 1]`
		: `[${inner} when bought, for ${node.period} months]`;
}

/** Seconds and bytes in full, without grouping: a formula is copied. */
const plain = (text: string): string => (Number(text) >= BEYOND ? '∞' : text.replace('-', '−'));

/** Figures of no plan: they stand for what never fits. */
const BEYOND = 1e100;
