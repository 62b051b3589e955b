import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import { LAYERS } from './tests/support/lint/layers.mjs';
import { noLiteralColour } from './tests/support/lint/no-literal-colour.mjs';
import { EXACTLY, TEST_SYNTAX, restrictionsOf } from './tests/support/lint/restrictions.mjs';
import svelteConfig from './svelte.config.js';

const TESTS = ['src/**/*.test.ts', 'tests/**'];
const OUTPUT = ['build', 'build-static', '.svelte-kit', 'coverage', 'reports', 'test-results'];

/** Who may import whom and touch what, one entry a folder. */
const layers = Object.entries(LAYERS).map(([name, layer]) => ({
	name: `meshup/${name}`,
	files: layer.files,
	ignores: TESTS,
	rules: restrictionsOf(name, layer)
}));

export default ts.config(
	{ ignores: [...OUTPUT.map((folder) => `${folder}/`), '.vitest-attachments/', '.stryker-tmp/'] },
	js.configs.recommended,
	ts.configs.strict,
	ts.configs.stylistic,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		linterOptions: { reportUnusedDisableDirectives: 'error' },
		plugins: { meshup: { rules: { 'no-literal-colour': noLiteralColour } } },
		rules: {
			'no-undef': 'off', // the compiler knows better
			eqeqeq: 'error',
			'no-console': 'error',
			'no-eval': 'error',
			'no-new-func': 'error',
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			],
			'no-loss-of-precision': 'off' // published coefficients keep all their digits
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
		rules: {
			'prefer-const': 'off', // `let { … } = $props()`
			'svelte/prefer-const': 'error',
			'svelte/no-inline-styles': ['error', { allowTransitions: false }],
			'svelte/no-unused-svelte-ignore': 'error',
			'svelte/no-target-blank': 'error'
		}
	},
	{
		files: ['src/lib/**/*.svelte', 'src/routes/**/*.svelte'],
		rules: { 'meshup/no-literal-colour': 'error' }
	},
	...layers,
	{
		files: ['src/lib/engine/graph/**', ...TESTS],
		rules: { '@typescript-eslint/consistent-type-assertions': 'off' }
	},
	{
		files: TESTS,
		rules: { 'no-restricted-syntax': ['error', ...TEST_SYNTAX, EXACTLY], 'no-console': 'off' }
	},
	{
		// Readers of measurements work in doubles throughout, so nearly equal is all there is.
		files: ['src/lib/intake/**/*.test.ts'],
		rules: { 'no-restricted-syntax': ['error', ...TEST_SYNTAX] }
	},
	{
		// Set-up scripts are JavaScript, typed by comments.
		files: ['**/*.mjs'],
		rules: { '@typescript-eslint/no-explicit-any': 'off' }
	}
);
