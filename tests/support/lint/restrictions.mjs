import { FOLDERS, PACKAGES } from './layers.mjs';

/**
 * @typedef {import('./layers.mjs').Layer} Layer
 * @typedef {{ regex: string, message: string }} ImportRule
 * @typedef {{ selector: string, message: string }} SyntaxRule
 */

const PAGE_GLOBALS = [
	'window',
	'document',
	'navigator',
	'location',
	'history',
	'localStorage',
	'sessionStorage'
];

const IMPURE_GLOBALS = [
	...PAGE_GLOBALS,
	'fetch',
	'XMLHttpRequest',
	'WebSocket',
	'Worker',
	'process',
	'performance',
	'crypto',
	'Intl',
	'globalThis',
	'self',
	'setTimeout',
	'setInterval',
	'queueMicrotask',
	'requestAnimationFrame',
	'console'
];

/** @param {readonly string[]} words */
const anyOf = (words) => words.map((word) => word.replace(/[.$]/g, '\\$&')).join('|');

/**
 * @param {string} name of the layer, such as `export/pdf`
 * @param {Layer} layer
 * @returns {ImportRule[]}
 */
function importRules(name, layer) {
	const own = name.split('/')[0] ?? name;
	const allowed = [...layer.mayImport, own];
	const folders = FOLDERS.filter((folder) => !allowed.includes(folder));
	const packages = PACKAGES.filter((found) => !layer.packages?.includes(found));
	const rules = [
		{
			regex: '^svelte/(transition|animate|motion|store)$|^\\$app/stores$',
			message: 'Transitions inject <style>, which the content policy blocks; stores are not used.'
		}
	];
	if (folders.length > 0) {
		const message = `${own} may not import this folder (style §2.3).`;
		rules.push({ regex: `^(\\$lib/|(\\.\\./)+(lib/)?)(${anyOf(folders)})(/|$)`, message });
	}
	if (packages.length > 0) {
		const message = `${name} may not use this package (style §2.3).`;
		rules.push({ regex: `^(${anyOf(packages)})(/|$)`, message });
	}
	if (layer.isPure) {
		const message = 'The engine imports decimal.js and its own files, by relative path.';
		rules.push({ regex: '^(?!\\.{1,2}/|decimal\\.js$)', message });
	}
	if (layer.mayImport !== FOLDERS) {
		rules.push({ regex: '(^|/)routes/', message: 'Nothing imports a route.' });
	}
	return rules;
}

/**
 * The import rules once more for `import()`, which ESLint's own rule does not see.
 *
 * @param {readonly ImportRule[]} rules
 * @returns {SyntaxRule[]}
 */
function dynamicImportRules(rules) {
	return rules.map(({ regex, message }) => ({
		// A slash would end the regular expression of the selector.
		selector: `ImportExpression > Literal[value=/${regex.replaceAll('/', '\\u002F')}/]`,
		message
	}));
}

/** @type {SyntaxRule[]} */
const NO_CHANCE = [
	{
		selector: "MemberExpression[object.name='Math'][property.name='random']",
		message: 'Chance comes from a seed that is handed in.'
	}
];

/** @type {SyntaxRule[]} */
const NO_CLOCK_NO_LOCALE = [
	{ selector: "NewExpression[callee.name='Date']", message: 'The date is handed in.' },
	{ selector: "CallExpression[callee.name='Date']", message: 'The date is handed in.' },
	{
		selector: "MemberExpression[object.name='Date'][property.name='now']",
		message: 'The date is handed in.'
	},
	{
		selector: 'MemberExpression[property.name=/^(toLocale\\w*|localeCompare)$/]',
		message: 'The engine knows no locale; see format/.'
	}
];

const TYPED_IN =
	'Unknown text becomes typed in plan/, catalog/, intake/, embed/protocol.ts and engine/model.ts.';

/** @type {SyntaxRule[]} */
const NO_PARSING = [
	{ selector: "MemberExpression[object.name='JSON'][property.name='parse']", message: TYPED_IN },
	{ selector: "MemberExpression[property.name='searchParams']", message: TYPED_IN }
];

/** @type {SyntaxRule[]} */
export const NO_DEFAULT_EXPORT = [
	{ selector: 'ExportDefaultDeclaration', message: 'Exports are named.' }
];

/** @param {Layer} layer */
function syntaxRules(layer) {
	return [
		...NO_CHANCE,
		...(layer.isPure ? NO_CLOCK_NO_LOCALE : []),
		...(layer.mayParse ? [] : NO_PARSING),
		...(layer.files.includes('src/routes/**') ? [] : NO_DEFAULT_EXPORT)
	];
}

/** @param {Layer} layer */
function restrictedGlobals(layer) {
	const page = layer.mayTouchPage ? [] : PAGE_GLOBALS;
	const names = layer.isPure ? IMPURE_GLOBALS : page;
	const message = layer.isPure
		? 'The engine is pure: what it needs is handed in.'
		: 'Only export/download.ts, state/, components/ and routes touch the page.';
	return [
		...names.map((name) => ({ name, message })),
		...(layer.mayParse ? [] : [{ name: 'URLSearchParams', message: TYPED_IN }])
	];
}

/**
 * ESLint's rules for the files of one layer, complete, since a later entry replaces an earlier one.
 *
 * @param {string} name
 * @param {Layer} layer
 * @returns {import('eslint').Linter.RulesRecord}
 */
export function restrictionsOf(name, layer) {
	const imports = importRules(name, layer);
	const globals = restrictedGlobals(layer);
	return {
		'no-restricted-imports': ['error', { patterns: imports }],
		'no-restricted-syntax': ['error', ...syntaxRules(layer), ...dynamicImportRules(imports)],
		'no-restricted-globals': globals.length > 0 ? ['error', ...globals] : 'off'
	};
}

/** What a test must not do: be skipped, sleep, assert next to nothing, or keep what was printed. */
export const TEST_SYNTAX = [
	{
		selector:
			'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|skipIf|runIf|fixme|fails)$/]',
		message: 'Every test runs, always.'
	},
	{
		selector: 'MemberExpression[property.name=/^(toBeTruthy|toBeFalsy|toBeDefined)$/]',
		message: 'Say the exact value that is expected.'
	},
	{
		selector: 'MemberExpression[property.name=/^to\\w*Match\\w*Snapshot$/]',
		message: 'Expected values come from a hand calculation or a source, never from the output.'
	},
	{
		selector: "MemberExpression[property.name='waitForTimeout']",
		message: 'Wait for what is to happen, not for time to pass.'
	},
	{ selector: "CallExpression[callee.name='setTimeout']", message: 'Tests do not sleep.' }
];

export const EXACTLY = {
	selector: "MemberExpression[property.name='toBeCloseTo']",
	message: 'Decimals are compared exactly, lanes by their relative gap.'
};
