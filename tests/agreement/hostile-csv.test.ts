import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { dataCsv, spreadsheetCsv } from '../../src/lib/export/csv.ts';
import { focusCsv } from '../../src/lib/export/focus.ts';
import { report } from '../../src/lib/export/report-fixture.ts';
import type { Report, ReportOption } from '../../src/lib/report/types.ts';
import { recalculated } from '../support/files/libreoffice.ts';
import { PAYLOADS } from './payloads.ts';

/** Comma, double quote, UTF-8, first line 1. */
const COMMAS = 'CSV:44,34,76,1';
const MONTHS = 20;
const NEGATIVES = 1000;

/** Each text of the report is a payload; fifty options of twenty months hold 1,000 negative amounts. */
const options: readonly ReportOption[] = PAYLOADS.map((payload, at) => {
	const [base] = report.options as [ReportOption];
	const amounts = Array.from({ length: MONTHS }, (_, month) => `-${at * MONTHS + month + 1}.05`);
	const [row] = base.rows as [ReportOption['rows'][number]];
	const own = { ...row, key: `infra.${payload}`, label: payload, monthly: amounts };
	return {
		...base,
		id: payload,
		label: payload,
		status: 'ended',
		statusReason: payload,
		rows: [own]
	};
});
const hostile: Report = { ...report, name: PAYLOADS[0] ?? '', months: MONTHS, options };

const files = await recalculated(
	new Map([
		['sheet.csv', spreadsheetCsv(hostile)],
		['cells.csv', dataCsv(hostile)],
		['focus.csv', focusCsv(hostile)]
	]),
	'xlsx',
	COMMAS
);
const books = await Promise.all(
	[...files].map(async ([name, bytes]) => [name, await readXlsx(bytes)] as const)
);

it.each(books)(
	'%s, opened by LibreOffice, holds no formula for 60 payloads in every text',
	(_, book) => {
		const [sheet] = book.sheets;
		const formulas = [...(sheet?.cells?.values() ?? [])].filter(
			({ formula }) => formula !== undefined
		);
		expect(formulas).toEqual([]);
		const texts = new Set((sheet?.rows ?? []).flat().map((cell) => String(cell).replace(/^'/, '')));
		for (const payload of PAYLOADS) {
			expect([payload, texts.has(payload) || texts.has(payload.trim())]).toEqual([payload, true]);
		}
	}
);

it.each(books)('%s keeps 1,000 negative amounts as numbers', (_, book) => {
	const cells = (book.sheets[0]?.rows ?? []).flat();
	const negatives = cells.filter((cell) => typeof cell === 'number' && cell < 0);
	expect(negatives.length).toBeGreaterThanOrEqual(NEGATIVES);
	const asText = cells.filter((cell) => typeof cell === 'string' && /^'?-\d+\.05$/.test(cell));
	expect(asText).toEqual([]);
});
