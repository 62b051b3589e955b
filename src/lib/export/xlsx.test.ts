import { readXlsx, type Workbook } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { recalculated } from '../../../tests/support/files/libreoffice.ts';
import { loadCatalog } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';
import { reportOf } from '../report/build-report.ts';
import { isGap } from '../report/gap.ts';
import type { Report } from '../report/types.ts';
import { workOut } from '../report/work-out.ts';
import { SHEET_NAMES, toXlsx } from './xlsx.ts';

const catalog = await loadCatalog('aws');
const MADE = '2026-11-24T10:00:00Z';

function worked(plan: Plan) {
	const asked = { plan, catalog, generatedAt: MADE, reading: 'exact' as const };
	const result = workOut(asked);
	if (!result.ok) throw new Error(JSON.stringify(result.errors));
	return { worked: result.value, report: reportOf(result.value, MADE) };
}

const plan: Plan = {
	name: '=cmd|calc',
	options: ['linkerd', 'istio-ambient', 'linkerd-enterprise'],
	finance: { months: 12 }
};
const asked = worked(plan);
const bytes = await toXlsx(asked);
const written = await readXlsx(bytes);
const again = (await recalculated(new Map([['plan.xlsx', bytes]]))).get('plan.xlsx');
if (again === undefined) throw new Error('nothing was recalculated');
const after = await readXlsx(again);

const cellsOf = (book: Workbook, name: string) =>
	book.sheets.find((sheet) => sheet.name === name)?.rows ?? [];

/** Totals by option and row as the sheet of line items says them: columns A, D and G. */
function totalsIn(book: Workbook): ReadonlyMap<string, unknown> {
	const rows = cellsOf(book, 'Line items').filter((row) => row[1] !== 'workings');
	return new Map(rows.map((row) => [`${String(row[0])} ${String(row[3])}`, row[6]]));
}

function expectTotals(book: Workbook, report: Report): void {
	const found = totalsIn(book);
	for (const option of report.options) {
		for (const { key, total } of option.rows) {
			const cell = found.get(`${option.label} ${key}`);
			if (isGap(total)) expect(typeof cell).not.toBe('number');
			else expect([key, Number(Number(cell).toFixed(2))]).toEqual([key, Number(total)]);
		}
	}
}

describe('the workbook', () => {
	it('has five sheets, none hidden, and the same bytes each time', async () => {
		expect(written.sheets.map(({ name }) => name)).toEqual([...SHEET_NAMES]);
		expect(await toXlsx(asked)).toEqual(bytes);
	});

	it('agrees to the cent with the report in every row, worked out by LibreOffice', () => {
		expectTotals(after, asked.report);
	});

	it('has no error, no formula over 500 characters, and none that fetches or jumps', () => {
		for (const { cells = new Map() } of written.sheets) {
			for (const { formula = '' } of cells.values()) {
				expect(formula.length).toBeLessThanOrEqual(500);
				expect(formula).not.toMatch(/INDIRECT|OFFSET|NOW|TODAY|RAND|WEBSERVICE|HYPERLINK|\[/);
			}
		}
		for (const { rows } of after.sheets) {
			for (const cell of rows.flat()) expect(String(cell)).not.toMatch(/^#|^Err:/);
		}
	});

	it('keeps a name that looks like a formula as text', () => {
		expect(cellsOf(after, 'Summary')[0]?.[0]).toBe('=cmd|calc');
	});
});
