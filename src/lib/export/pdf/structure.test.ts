import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../../tests/support/files/run.ts';
import { loadCatalog } from '../../catalog/catalog.ts';
import { reportOf } from '../../report/build-report.ts';
import { decide } from '../../report/decision/decide.ts';
import { workOut } from '../../report/work-out.ts';
import { toPdf } from '../pdf.ts';

// What ISO 14289-1 (PDF/UA-1) asks of a file and can be read from it without veraPDF, which no
// package source here has.
const MADE = '2026-11-24T10:00:00Z';
const catalog = await loadCatalog('aws');
const worked = workOut({
	plan: { name: 'Reviewed' },
	catalog,
	generatedAt: MADE,
	reading: 'exact'
});
if (!worked.ok) throw new Error(JSON.stringify(worked.errors));
const report = decide({
	worked: worked.value,
	report: reportOf(worked.value, MADE),
	brief: false,
	samples: 200,
	seed: 1
});
const file = join(mkdtempSync(join(tmpdir(), 'meshup-ua-')), 'report.pdf');
writeFileSync(file, await toPdf({ report }));

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
type Dictionary = Record<string, Value>;

const { qpdf } = JSON.parse(
	await run('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=none', file])
) as { qpdf: [unknown, Record<string, { value?: Value; stream?: { dict: Dictionary } }>] };
const objects = qpdf[1];

/** What a reference such as "12 0 R" stands for, or the value itself. */
function at(value: Value | undefined): Value | undefined {
	if (typeof value !== 'string' || !/^\d+ \d+ R$/.test(value)) return value;
	const found = objects[`obj:${value}`];
	return found?.value ?? found?.stream?.dict;
}

const dictionary = (value: Value | undefined): Dictionary => (at(value) ?? {}) as Dictionary;
const catalogue = dictionary((objects['trailer']?.value as Dictionary)['/Root']);
const elements = Object.values(objects).flatMap(({ value }) => {
	const found = value as Dictionary | undefined;
	return found?.['/S'] !== undefined && found['/P'] !== undefined ? [found] : [];
});
const kids = (element: Dictionary): readonly Dictionary[] =>
	[at(element['/K'])].flat().map((kid) => dictionary(kid ?? undefined));
const of = (tag: string): readonly Dictionary[] =>
	elements.filter((element) => element['/S'] === tag);

describe('the catalogue', () => {
	it('names the language, says that the file is tagged and shows its title in the window', () => {
		expect(catalogue['/Lang']).toBe('u:en');
		expect(dictionary(catalogue['/MarkInfo'])['/Marked']).toBe(true);
		expect(dictionary(catalogue['/ViewerPreferences'])['/DisplayDocTitle']).toBe(true);
	});

	it('claims PDF/UA, part 1, with the title in its metadata', async () => {
		const info = await run('pdfinfo', ['-meta', file]);
		expect(info).toMatch(/pdfuaid:part>1</);
		expect(info).toContain('Reviewed · service mesh plan');
	});
});

describe('the tree that readers follow', () => {
	it('has a heading of level 1 first, and skips no level', async () => {
		const text = await run('pdfinfo', ['-struct', file]);
		const levels = [...text.matchAll(/^\s*H([1-6])\b/gm)].map(([, level]) => Number(level));
		expect(levels[0]).toBe(1);
		expect(levels.length).toBeGreaterThan(10);
		levels.forEach((level, place) => {
			expect(level - (levels[place - 1] ?? level)).toBeLessThanOrEqual(1);
		});
	});

	it('has words and a box for every figure', () => {
		expect(of('/Figure').length).toBeGreaterThan(5);
		for (const figure of of('/Figure')) {
			expect(String(figure['/Alt']).length).toBeGreaterThan(20);
			expect(JSON.stringify(at(figure['/A']))).toContain('/BBox');
		}
	});

	it('has tables of rows of as many cells each, every head with its scope', () => {
		expect(of('/Table').length).toBeGreaterThan(5);
		for (const element of of('/Table')) {
			const rows = kids(element).filter((kid) => kid['/S'] === '/TR');
			const counts = new Set(rows.map((row) => kids(row).length));
			expect([...counts]).toHaveLength(1);
		}
		for (const head of of('/TH')) expect(JSON.stringify(at(head['/A']))).toMatch(/\/Scope/);
	});
});

it('marks all that is drawn: as content of the tree or as an artifact', async () => {
	const plain = file.replace('.pdf', '.qdf');
	await run('qpdf', ['--qdf', '--object-streams=disable', '--stream-data=uncompress', file, plain]);
	const { readFile } = await import('node:fs/promises');
	const streams = (await readFile(plain, 'latin1')).split('\nstream\n').slice(1);
	const pages = streams
		.map((it) => it.split('\nendstream')[0] ?? '')
		.filter((it) => / BDC|\nBT\n/.test(it));
	expect(pages.length).toBeGreaterThan(10);
	for (const page of pages) {
		let depth = 0;
		for (const line of page.split('\n')) {
			if (/ (?:BDC|BMC)$/.test(line)) depth++;
			else if (line === 'EMC') depth--;
			else if (/ (?:Tj|TJ)$|^(?:f|S|B|f\*)$/.test(line))
				expect([line.slice(0, 40), depth > 0]).toEqual([line.slice(0, 40), true]);
		}
		expect(depth).toBe(0);
	}
});
