import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cwd = fileURLToPath(new URL('../../../', import.meta.url));
const eslint = new ESLint({ cwd });

/** The rules that a snippet would break if it stood in that file. */
async function broken(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(`${code}\n`, { filePath: `${cwd}${filePath}` });
	return [...new Set(result?.messages.map(({ ruleId }) => ruleId ?? 'unreadable'))];
}

type Case = readonly [file: string, code: string];

function refuses(rule: string, cases: readonly Case[]): void {
	it.each(cases)(`in %s: %s`, async (file, code) => {
		expect(await broken(file, code)).toContain(rule);
	});
}

function allows(cases: readonly Case[]): void {
	it.each(cases)(`in %s: %s`, async (file, code) => {
		expect(await broken(file, code)).toEqual([]);
	});
}

const engine = 'src/lib/engine/areas/planted.ts';
const report = 'src/lib/report/planted.ts';
const component = 'src/lib/components/Planted.svelte';

describe('an import that goes up or sideways is reported', () => {
	refuses('no-restricted-imports', [
		[engine, "export { a } from '$lib/plan/a';"],
		[engine, "export { a } from '../../plan/a.ts';"],
		[engine, "export { z } from 'zod';"],
		[engine, "export { mount } from 'svelte';"],
		[engine, "export { base } from '$app/paths';"],
		[engine, "export { Chart } from 'chart.js';"],
		[engine, "export { readFileSync } from 'node:fs';"],
		['src/lib/catalog/planted.ts', "export { a } from '../plan/a.ts';"],
		['src/lib/plan/planted.ts', "export { a } from '../report/a.ts';"],
		['src/lib/plan/planted.ts', "export { a } from '../intake/a.ts';"],
		['src/lib/intake/planted.ts', "export { a } from '../report/a.ts';"],
		[report, "export { a } from '$lib/export/csv/a.ts';"],
		[report, "export { a } from '$lib/charts/specs/a.ts';"],
		[report, "export { z } from 'zod/mini';"],
		['src/lib/charts/specs/planted.ts', "export { a } from '../../export/a.ts';"],
		['src/lib/charts/specs/planted.ts', "export { Chart } from 'chart.js';"],
		['src/lib/export/csv.ts', "export { a } from '../state/a.ts';"],
		['src/lib/export/csv.ts', "export { a } from 'pdfkit';"],
		['src/lib/export/pdf/page.ts', "export { a } from 'hucre/xlsx';"],
		['src/lib/state/planted.ts', "export { a } from '../components/a.ts';"],
		['src/lib/format/planted.ts', "export { a } from '../engine/a.ts';"],
		['src/lib/embed/planted.ts', "export { a } from '../format/a.ts';"],
		['src/lib/components/planted.ts', "export { a } from '../../routes/a.ts';"],
		['src/lib/components/planted.ts', "export { Chart } from 'chart.js';"],
		['src/cli/planted.ts', "export { a } from '$lib/state/a.ts';"],
		['src/cli/planted.ts', "export { mount } from 'svelte';"],
		['src/routes/planted.ts', "export { Chart } from 'chart.js/auto';"],
		['src/routes/planted.ts', "export { fade } from 'svelte/transition';"],
		['src/routes/planted.ts', "export { page } from '$app/stores';"]
	]);
});

describe('an import on demand is held to the same rules', () => {
	refuses('no-restricted-syntax', [
		[engine, "export const a = () => import('../../plan/a.ts');"],
		['src/lib/components/planted.ts', "export const a = () => import('pdfkit');"],
		[report, "export const a = () => import('$lib/components/a.ts');"]
	]);
});

describe('an import that goes down is allowed', () => {
	allows([
		[engine, "export { Decimal } from 'decimal.js';\nexport { a } from '../graph/expr.ts';"],
		['src/lib/plan/planted.ts', "export { z } from 'zod';\nexport { a } from '../catalog/a.ts';"],
		['src/lib/intake/planted.ts', "export { a } from '../plan/a.ts';"],
		[report, "export { a } from '../format/money.ts';\nexport { b } from '$lib/engine/model.ts';"],
		['src/lib/charts/config/planted.ts', "export { Chart } from 'chart.js';"],
		['src/lib/components/chart.svelte.ts', "export { Chart } from 'chart.js';"],
		['src/lib/components/planted.ts', "export const a = () => import('$lib/export/pdf/a.ts');"],
		['src/lib/export/pdf/page.ts', "export const a = () => import('pdfkit');"],
		['src/lib/export/svg.ts', "export { a } from '$lib/charts/recording-context.ts';"],
		['src/cli/planted.ts', "export { a } from '$lib/export/csv.ts';"],
		['src/routes/planted.ts', "export { a } from '$lib/components/a.ts';"]
	]);
});

describe('the engine meets no clock, chance, locale, page or network', () => {
	refuses('no-restricted-syntax', [
		[engine, 'export const now = new Date();'],
		[engine, 'export const now = Date.now();'],
		[engine, 'export const luck = Math.random();'],
		[engine, 'export const text = (1000).toLocaleString();'],
		[engine, "export const order = 'a'.localeCompare('b');"]
	]);
	refuses('no-restricted-globals', [
		[engine, "export const answer = fetch('/');"],
		[engine, 'export const width = window.innerWidth;'],
		[engine, 'export const format = new Intl.NumberFormat();'],
		[engine, 'export const started = performance.now();']
	]);
});

describe('only the folders at the rim touch the page', () => {
	refuses('no-restricted-globals', [
		[report, 'export const title = document.title;'],
		['src/lib/export/csv.ts', 'export const here = window.location;']
	]);
	allows([
		['src/lib/export/download.ts', 'export const title = document.title;'],
		['src/lib/state/planted.ts', 'export const here = window.location;']
	]);
});

describe('unknown text becomes typed in five places', () => {
	const parse = 'export const parse = (text: string): unknown => JSON.parse(text);';
	const query = "export const query = new URLSearchParams('a=1');";
	refuses('no-restricted-syntax', [
		[report, parse],
		['src/cli/planted.ts', parse],
		[engine, parse],
		['src/routes/planted.ts', 'export const query = (url: URL) => url.searchParams;']
	]);
	refuses('no-restricted-globals', [['src/lib/state/planted.ts', query]]);
	allows([
		['src/lib/plan/planted.ts', parse],
		['src/lib/plan/planted.ts', query],
		['src/lib/catalog/planted.ts', parse],
		['src/lib/intake/planted.ts', parse],
		['src/lib/embed/protocol.ts', parse],
		['src/lib/engine/model.ts', parse]
	]);
});

describe('types say what is true', () => {
	const cast = 'export const a = (b: unknown): number => b as number;';
	refuses('@typescript-eslint/no-explicit-any', [[report, 'export type Loose = any;']]);
	refuses('@typescript-eslint/no-non-null-assertion', [
		[report, 'export const a = (b?: string): string => b!;']
	]);
	refuses('@typescript-eslint/consistent-type-assertions', [
		[report, cast],
		[engine, cast]
	]);
	allows([
		['src/lib/engine/graph/planted.ts', cast],
		[report, "export const KINDS = ['a', 'b'] as const;"]
	]);
});

describe('exports are named', () => {
	refuses('no-restricted-syntax', [[report, 'export default 1;']]);
	allows([['src/routes/planted.ts', 'export default 1;']]);
});

describe('a component brings no colour, no style attribute, no raw HTML and no bare link', () => {
	refuses('meshup/no-literal-colour', [
		[component, '<p>a</p>\n\n<style>\n\tp {\n\t\tcolor: #fff;\n\t}\n</style>'],
		[component, '<p>a</p>\n\n<style>\n\tp {\n\t\tbackground: rgb(0 0 0);\n\t}\n</style>']
	]);
	refuses('svelte/no-inline-styles', [[component, '<p style="color: var(--ink)">a</p>']]);
	refuses('svelte/no-at-html-tags', [[component, "{@html '<b>a</b>'}"]]);
	refuses('svelte/no-navigation-without-resolve', [[component, '<a href="/method">Method</a>']]);
	allows([[component, '<p>a</p>\n\n<style>\n\tp {\n\t\tcolor: var(--ink);\n\t}\n</style>']]);
});

describe('a test runs, waits for nothing but facts, and says what it expects', () => {
	refuses('no-restricted-syntax', [
		['src/lib/report/planted.test.ts', "it.skip('a', () => {});"],
		['src/lib/report/planted.test.ts', "it.only('a', () => {});"],
		['src/lib/report/planted.test.ts', 'expect(1).toBeTruthy();'],
		['src/lib/report/planted.test.ts', 'expect(0.1).toBeCloseTo(0.1);'],
		['src/lib/report/planted.test.ts', 'expect(1).toMatchInlineSnapshot();'],
		['src/lib/report/planted.test.ts', 'setTimeout(() => {}, 100);'],
		['tests/e2e/planted.spec.ts', 'await page.waitForTimeout(100);']
	]);
});
