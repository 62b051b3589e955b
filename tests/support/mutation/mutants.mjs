// One flipped operator at a time: what may be flipped in a source file, and the text with it flipped.
import ts from 'typescript';

/**
 * @typedef {{ start: number, end: number, text: string }} Edit
 * @typedef {{ file: string, line: number, column: number, label: string, edits: readonly Edit[] }} Mutant
 */

/**
 * Operators of the graph: the flipped one keeps the unit of the first, so that a check of units is
 * not what finds it.
 *
 * @type {Readonly<Record<string, string>>}
 */
const OPERATORS = {
	plus: 'sub',
	minus: 'add',
	by: 'div',
	times: 'div',
	over: 'mul',
	atLeast: 'min',
	atMost: 'max',
	roundedUp: 'floor',
	roundedDown: 'ceil'
};

/** @type {Readonly<Record<string, string>>} operators of the graph that are simply left out */
const LEFT_OUT = { heldFor: '', atMonthOne: '', guarded: '' };

/** @type {Readonly<Record<string, string>>} functions of the graph and their counterparts */
const FUNCTIONS = {
	largest: 'smallest',
	smallest: 'largest',
	naturalLog: 'exponential',
	exponential: 'naturalLog'
};

/** @type {Readonly<Record<string, string>>} methods of decimals and of Math */
const METHODS = {
	plus: 'minus',
	minus: 'plus',
	times: 'div',
	div: 'times',
	lt: 'lte',
	lte: 'lt',
	gt: 'gte',
	gte: 'gt',
	min: 'max',
	max: 'min',
	ceil: 'floor',
	floor: 'ceil',
	every: 'some',
	some: 'every'
};

/** @type {Readonly<Record<string, string>>} */
const TOKENS = {
	'+': '-',
	'-': '+',
	'*': '/',
	'/': '*',
	'%': '*',
	'**': '*',
	'+=': '-=',
	'-=': '+=',
	'*=': '/=',
	'<': '<=',
	'<=': '<',
	'>': '>=',
	'>=': '>',
	'===': '!==',
	'!==': '===',
	'&&': '||',
	'||': '&&'
};

/**
 * @param {{ file: string, text: string, graph: boolean }} source `graph`: it builds formulas
 * @returns {readonly Mutant[]}
 */
export function mutantsOf({ file, text, graph }) {
	const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	/** @type {Mutant[]} */
	const found = [];

	/** @param {ts.Node} node @param {string} label @param {readonly Edit[]} edits */
	const add = (node, label, edits) => {
		const { line, character } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
		found.push({ file, line: line + 1, column: character + 1, label, edits });
	};
	/** @param {ts.Node} node @param {string} replacement @returns {Edit} */
	const instead = (node, replacement) => ({
		start: node.getStart(tree),
		end: node.end,
		text: replacement
	});
	/** @param {ts.Node} node */
	const words = (node) => node.getText(tree);

	/** @param {ts.CallExpression} call */
	const ofCall = (call) => {
		const { expression: callee, arguments: args } = call;
		if (ts.isPropertyAccessExpression(callee)) return ofMethod(call, callee);
		if (!graph || !ts.isIdentifier(callee)) return;
		const name = callee.text;
		const other = FUNCTIONS[name];
		if (other !== undefined) {
			add(callee, `${name} → ${other}`, [
				instead(call, `__flip.${other}(${args.map(words).join()})`)
			]);
		}
		if (name === 'ifAbove' && args.length === 4) {
			const [x, limit, above, otherwise] = args.map(words);
			const swapped = `ifAbove(${x}, ${limit}, ${otherwise}, ${above})`;
			add(callee, 'branches of ifAbove swapped', [instead(call, swapped)]);
			const atLeast = `ifAbove(${limit}, ${x}, ${otherwise}, ${above})`;
			add(callee, 'ifAbove → if at least', [instead(call, atLeast)]);
		}
		if (name === 'power') {
			add(callee, 'power → product', [instead(call, `__flip(${words(call)}, 'mul')`)]);
		}
	};

	/** One of some unit, written out or by name: to multiply by it is to divide by it. @param {string} what */
	const isOne = (what) => /^(one$|constant\(1,)/.test(what) || ones.has(what);
	const ones = new Set(
		[...text.matchAll(/const (\w+) = constant\(1, '[^']+'\);/g)].map(([, name]) => name ?? '')
	);

	/** @param {ts.CallExpression} call @param {ts.PropertyAccessExpression} callee */
	const ofMethod = (call, callee) => {
		const name = callee.name.text;
		if (graph && OPERATORS[name] !== undefined) {
			const op = OPERATORS[name];
			const [first] = call.arguments;
			if (op === 'div' || op === 'mul') if (first !== undefined && isOne(words(first))) return;
			add(callee.name, `${name} → ${op}`, [instead(call, `__flip(${words(call)}, '${op}')`)]);
		} else if (graph && LEFT_OUT[name] !== undefined) {
			add(callee.name, `${name} left out`, [instead(call, words(callee.expression))]);
		} else if (METHODS[name] !== undefined) {
			add(callee.name, `${name} → ${METHODS[name]}`, [instead(callee.name, METHODS[name])]);
		}
	};

	/** @param {ts.BinaryExpression} node */
	const ofTokens = ({ left, right, operatorToken }) => {
		const token = words(operatorToken);
		const other = TOKENS[token];
		if (other === undefined || ts.isStringLiteralLike(left) || ts.isStringLiteralLike(right))
			return;
		add(operatorToken, `${token} → ${other}`, [instead(operatorToken, other)]);
	};

	/** @param {ts.Node} node */
	const visit = (node) => {
		if (isWords(node)) return;
		if (ts.isCallExpression(node)) ofCall(node);
		if (ts.isBinaryExpression(node)) ofTokens(node);
		if (ts.isConditionalExpression(node)) {
			const { whenTrue, whenFalse } = node;
			add(node.questionToken, 'branches of ?: swapped', [
				instead(whenTrue, words(whenFalse)),
				instead(whenFalse, words(whenTrue))
			]);
		}
		if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
			add(node, '! left out', [instead(node, `(${words(node.operand)})`)]);
		}
		ts.forEachChild(node, visit);
	};
	visit(tree);
	return found;
}

/** Names of steps, messages and templates are for readers: nothing in them computes. @param {ts.Node} node */
function isWords(node) {
	if (ts.isThrowStatement(node) || ts.isTemplateExpression(node)) return true;
	if (ts.isConditionalExpression(node)) return ts.isTemplateExpression(node.whenTrue);
	if (ts.isCallExpression(node)) return node.expression.getText() === 'subscript';
	const { parent } = node;
	return (
		ts.isObjectLiteralExpression(node) &&
		ts.isCallExpression(parent) &&
		ts.isPropertyAccessExpression(parent.expression) &&
		parent.expression.name.text === 'as'
	);
}

/**
 * @param {string} text
 * @param {Mutant} mutant
 */
export function applied(text, { edits }) {
	const backwards = [...edits].sort((a, b) => b.start - a.start);
	return backwards.reduce(
		(now, { start, end, text: instead }) => now.slice(0, start) + instead + now.slice(end),
		text
	);
}
