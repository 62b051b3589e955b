import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../../../tests/support/files/run.ts';
import { withReadableNames } from './pdf/named.ts';
import { Printable } from './pdf/printable.ts';
import { toPdf } from './pdf.ts';
import { report } from './report-fixture.ts';

const named = { ...report, name: 'Čeština 漢字' };
const bytes = await toPdf({ report: named });
const file = join(mkdtempSync(join(tmpdir(), 'meshup-pdf-')), 'report.pdf');
writeFileSync(file, bytes);

describe('the PDF', () => {
	it('has the same bytes for the same report', async () => {
		expect(await toPdf({ report: named })).toEqual(bytes);
	});

	it('is sound, with every font embedded and no picture of pixels', async () => {
		expect(await run('qpdf', ['--check', file])).toContain('No syntax or stream encoding errors');
		const fonts = (await run('pdffonts', [file])).trim().split('\n').slice(2);
		// Inter in two weights; columns of pdffonts: … emb sub uni.
		expect(fonts).toHaveLength(2);
		for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
		expect((await run('pdfimages', ['-list', file])).trim().split('\n').slice(2)).toEqual([]);
	});

	it('is tagged: headings, tables with scope, charts with words', async () => {
		const info = await run('pdfinfo', ['-struct-text', file]);
		expect(info).toMatch(/H1/);
		expect(info).toMatch(/Table/);
		expect(info).toMatch(/Scope \/Column/);
		expect(info).toMatch(/Figure/);
	});

	it('says the ask on page 1, amounts to the cent, and numbers its pages', async () => {
		const text = await run('pdftotext', ['-layout', file, '-']);
		expect(text).toContain('Fund =1+1 with $10.20 over 2 months');
		expect(text).toMatch(/Spend: infrastructure and support\s+10\.20/);
		const pages = /Page 1 of (\d+)/.exec(text)?.[1];
		expect(text).toContain(`Page ${pages} of ${pages}`);
	});

	it('handles letters that the font lacks, and tells of them', async () => {
		const text = await run('pdftotext', [file, '-']);
		// Č and š lose their carons; the two letters of Han have no plain form.
		expect(text).toContain('Cestina ??');
		expect(text).toContain('letters that the font of this document lacks');
	});

	it('says currency, period and the last day of prices at the top of every page, uncut', async () => {
		const five = { ...report, months: 60, startMonth: '2026-12' };
		const top = join(file, '..', 'top.pdf');
		writeFileSync(top, await toPdf({ report: five }));
		const pages = (await run('pdftotext', ['-layout', top, '-'])).split('\f').filter(Boolean);
		const head = `USD · 60 months from Dec 2026 · prices to ${report.pricesAsOf.newest}`;
		expect(pages.length).toBeGreaterThan(1);
		expect(pages.filter((page) => !page.includes(head))).toEqual([]);
	});

	it('comes as Letter too: 612 by 792 points', async () => {
		const letter = file.replace('report', 'letter');
		writeFileSync(letter, await toPdf({ report, size: 'letter' }));
		expect(await run('pdfinfo', [letter])).toMatch(/Page size:\s+612 x 792/);
	});
});

describe('the first page', () => {
	const [base] = report.options;
	if (base === undefined) throw new Error('the fixture has no option');
	const long =
		'A name of an option that goes on for as long as a name may, to the very last letter';
	const many = Array.from({ length: 8 }, (_, at) => {
		const monthly = Array.from({ length: 60 }, () => '123456789.25');
		const rows = base.rows.map((row) => ({ ...row, monthly, total: '7407407355.00' }));
		return { ...base, id: `o${at}`, label: `${at} ${long}`, rows };
	});
	const sentences = 'It is one of many sentences that stand below the ask. '.repeat(8);
	const crowded = {
		...report,
		months: 60,
		options: many,
		comparison: { ...report.comparison, cheapest: 'o0', ranking: ['o0', 'o1'], words: sentences }
	};

	it.each([
		['a4', report],
		['letter', crowded],
		['a4', crowded]
	] as const)('holds the ask and the lines to sign on, on %s', async (size, of) => {
		const page = join(mkdtempSync(join(tmpdir(), 'meshup-pdf-')), 'page.pdf');
		writeFileSync(page, await toPdf({ report: of, size }));
		const text = await run('pdftotext', ['-layout', '-l', '1', page, '-']);
		expect(text).toMatch(/Fund |costs/);
		expect(text).toContain('Prepared by, date');
		expect(text).toMatch(/Page 1 of/);
	});
});

describe('names that the font lacks', () => {
	const hebrew = 'שלום עולם';

	it('give way to the id of their option, wherever they stand', () => {
		const options = report.options.map((option) =>
			option.id === 'mine' ? { ...option, label: hebrew } : option
		);
		const sentence = `${hebrew} costs $10.20 over 2 months`;
		const readable = withReadableNames({ ...report, options, sentence });
		expect(readable.options[0]?.label).toBe('“mine” (from linkerd)');
		expect(readable.sentence).toBe('“mine” (from linkerd) costs $10.20 over 2 months');
	});

	it('leave the rest of the name of a plan, or its kind', () => {
		expect(withReadableNames({ ...report, name: '服务网格平台 🚀 Checkout' }).name).toBe(
			'Checkout'
		);
		expect(withReadableNames({ ...report, name: 'שלום' }).name).toBe('Service mesh plan');
		expect(withReadableNames({ ...report, name: '🚀' }).name).toBe('Service mesh plan');
	});

	it('stay where most of their letters can be written', () => {
		const options = [{ ...report.options[0], label: 'Łódź' }, ...report.options.slice(1)];
		expect(withReadableNames({ ...report, options } as typeof report).options[0]?.label).toBe(
			'Łódź'
		);
	});
});

describe('letters in print', () => {
	it.each([
		['naïve € − “x”', 'naïve € − “x”', 0],
		['Δ ≤ 5', 'd <= 5', 0],
		['ę', 'e', 1],
		['Ж', '?', 1],
		['fast 🔥', 'fast ', 1],
		['a\u200Bb\u202Ec\n', 'abc ', 0]
	])('writes %j as %j and counts %d', (text, printed, replaced) => {
		const printable = new Printable();
		expect(printable.of(text)).toBe(printed);
		expect(printable.replaced).toBe(replaced);
	});
});
