import { argsOf, type Node } from './node.ts';

/** Where things stand in a workbook. */
export interface Sheet {
	/** Defined name of an input. */
	readonly input: (path: string) => string;
	/** Cell of a step in month k + 1. */
	readonly step: (id: string, k: number) => string;
	/** All months of a step. */
	readonly months: (id: string) => string;
	/** Cell with the number of month k + 1. */
	readonly month: (k: number) => string;
	/** Whether a cell may hold text instead of a number, for want of a figure. */
	readonly mayBeEmpty: (reference: string) => boolean;
}

export interface Place {
	readonly sheet: Sheet;
	/** Month, from 0. */
	readonly k: number;
	/** Id of the row that holds a node, when one does. */
	readonly rowOf: (node: Node) => string | undefined;
}

/** How tightly each operation binds in a cell. A comparison stands only within IF. */
const BINDING = { sum: 1, product: 2, power: 3, whole: 4 } as const;

type Written = readonly [text: string, binds: number];

/** A node as the formula of a cell; the grammar that spreadsheets share, no locale. */
export const formulaText = (node: Node, place: Place): string => write(node, place)[0];

function print(node: Node, outer: number, place: Place): string {
	const [text, binds] = write(node, place);
	return binds < outer ? `(${text})` : text;
}

/** As an argument of MAX or of a comparison, which would pass over text: made a number first. */
function asNumber(node: Node, outer: number, place: Place): string {
	const reference = referenceTo(node, place);
	return reference !== undefined && place.sheet.mayBeEmpty(reference)
		? `(${reference}+0)`
		: print(node, outer, place);
}

function referenceTo(node: Node, place: Place): string | undefined {
	if (node.op === 'leaf') return place.sheet.input(node.path);
	const row = place.rowOf(node);
	return row === undefined ? undefined : place.sheet.step(row, place.k);
}

function write(node: Node, place: Place): Written {
	const reference = referenceTo(node, place);
	if (reference !== undefined) return [reference, BINDING.whole];
	switch (node.op) {
		case 'constant':
			return constant(node.text);
		case 'month':
			return [`(${place.sheet.month(place.k)}-1)`, BINDING.whole];
		case 'named':
		case 'guard':
			return write(node.args[0], place);
		case 'held': {
			const k = node.period === Infinity ? 0 : place.k - (place.k % node.period);
			return write(node.args[0], { ...place, k });
		}
		case 'ifAbove':
			return [choice(node.args, place), BINDING.whole];
		case 'bound':
		case 'leastCount':
			throw new Error(`"${node.op}" has no formula`);
		default:
			return operation(node, place);
	}
}

/** Beyond any plan: what stands for "no limit". */
const LARGEST = 1e300;

function constant(text: string): Written {
	const value = Number(text);
	if (value >= LARGEST) return ['1E+300', BINDING.whole];
	const plain = text.toUpperCase().replace(/E(?=\d)/, 'E+');
	return [value < 0 ? `(${plain})` : plain, BINDING.whole];
}

const INFIX: Readonly<Record<string, readonly [sign: string, binds: number, right: number]>> = {
	add: ['+', BINDING.sum, BINDING.sum],
	sub: ['-', BINDING.sum, BINDING.product],
	mul: ['*', BINDING.product, BINDING.product],
	div: ['/', BINDING.product, BINDING.power],
	pow: ['^', BINDING.whole, BINDING.whole]
};

const CALLS: Readonly<Record<string, string>> = { max: 'MAX', min: 'MIN', ln: 'LN', exp: 'EXP' };

function operation(node: Node, place: Place): Written {
	const [a, b] = argsOf(node);
	if (a === undefined) throw new Error(`"${node.op}" of nothing`);
	const infix = INFIX[node.op];
	if (infix !== undefined && b !== undefined) {
		if ((node.op === 'mul' || node.op === 'div') && isOne(b)) return write(a, place);
		if (node.op === 'mul' && isOne(a)) return write(b, place);
		const [sign, binds, right] = infix;
		const text = `${print(a, binds, place)}${sign}${print(b, right, place)}`;
		return [text, node.op === 'pow' ? BINDING.power : binds];
	}
	const call = CALLS[node.op];
	if (call !== undefined) {
		const args = flat(node, node.op).map((arg) => asNumber(arg, 0, place));
		return [`${call}(${args.join(',')})`, BINDING.whole];
	}
	return [special(node, a, place), BINDING.whole];
}

/** max(max(a, b), c) is MAX(a,b,c); a row of its own stays one. */
function flat(node: Node, op: Node['op']): readonly Node[] {
	if (op !== 'max' && op !== 'min') return argsOf(node);
	return argsOf(node).flatMap((arg) => (arg.op === op ? flat(arg, op) : [arg]));
}

function special(node: Node, a: Node, place: Place): string {
	switch (node.op) {
		case 'ceil':
			return `MAX(0,-INT(0.000000001-${print(a, BINDING.product, place)}))`;
		case 'floor':
			return `INT(${print(a, BINDING.sum, place)}+0.000000001)`;
		case 'overMonths': {
			const row = place.rowOf(a);
			if (row === undefined) throw new Error('months are added up from a row');
			return `SUM(${place.sheet.months(row)})`;
		}
		case 'powerSum':
			return powers(node, place);
		default:
			throw new Error(`"${node.op}" has no formula`);
	}
}

/** Up to here a sum of powers is taken term by term, as in `power-sum.ts`. */
const TERMS = 4096;

/** Σ i^b for i = 1…n: term by term, and beyond 4096 the integral with its first corrections. */
function powers(node: Node, place: Place): string {
	const [count, exponent] = argsOf(node);
	if (count === undefined || exponent === undefined) throw new Error('a sum of powers of nothing');
	const n = print(count, BINDING.whole, place);
	const b = print(exponent, BINDING.whole, place);
	const rows = `ROW($A$1:$A$${TERMS})`;
	const near = `SUMPRODUCT((${rows}<=${n})*${rows}^${b})`;
	const integral = `IF(${b}=-1,LN(${n}/${TERMS}),(${n}^(${b}+1)-${TERMS}^(${b}+1))/(${b}+1))`;
	const ends = `(${n}^${b}-${TERMS}^${b})/2+${b}*(${n}^(${b}-1)-${TERMS}^(${b}-1))/12`;
	return `(${near}+IF(${n}>${TERMS},${integral}+${ends},0))`;
}

/** Above by more than the noise of doubles, as `decimal-kernels.ts` compares. */
function choice(args: readonly [Node, Node, Node, Node], place: Place): string {
	const [x, limit, above, otherwise] = args;
	const left = asNumber(x, BINDING.sum, place);
	const right = asNumber(limit, BINDING.product, place);
	const test =
		limit.op === 'constant' && Number(limit.text) === 0
			? `${left}>0`
			: `${left}-${right}>ABS(${right})*1E-12`;
	return `IF(${test},${print(above, 0, place)},${print(otherwise, 0, place)})`;
}

const isOne = (node: Node): boolean => node.op === 'constant' && node.text === '1';
