import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Report } from '../report/types.ts';
import type { Worked } from '../report/work-out.ts';
import { checksSheet, faultCells } from './xlsx/checks.ts';
import { columnName } from './xlsx/grid.ts';
import { repacked } from './xlsx/repacked.ts';
import {
	ASSUMPTIONS,
	assumptionsSheet,
	PRICES,
	pricesSheet,
	type Exchange
} from './xlsx/input-sheets.ts';
import { DISCOUNT, inputCellsOf } from './xlsx/inputs.ts';
import { lineItems } from './xlsx/line-items.ts';
import { COLUMN, HEAD_ROW, LINE_ITEMS } from './xlsx/places.ts';
import { summarySheet } from './xlsx/summary.ts';

export interface XlsxAsked {
	readonly worked: Worked;
	readonly report: Report;
	/** Address that restores the plan. */
	readonly link?: string;
}

/**
 * The report as a workbook that lives: inputs and prices are named cells, every figure of the
 * ledger is a formula, values are cached. The same input gives the same bytes.
 */
export async function toXlsx({
	worked,
	report,
	link
}: XlsxAsked): Promise<Uint8Array<ArrayBuffer>> {
	const exchange = exchangeOf(worked);
	const rate = exchange?.name;
	const inputs = inputCellsOf(worked, report);
	const lines = lineItems({ worked, report, inputs, rate });
	const faults = faultCells(lines.options);
	const summary = summarySheet({
		report,
		options: lines.options,
		rate,
		link,
		minorUnit: worked.currency.minorUnit,
		discountOf: (option) => inputs.nameOf(option, DISCOUNT),
		faultOf: (option) => faults.get(option)
	});
	const assumptions = assumptionsSheet(
		inputs.cells.filter(({ isPrice }) => !isPrice),
		report,
		exchange
	);
	const prices = pricesSheet(
		inputs.cells.filter(({ isPrice }) => isPrice),
		report
	);
	const checks = checksSheet(report, lines.options, summary.cells);
	const made = new Date(report.generatedAt);
	const bytes = await writeXlsx({
		sheets: [
			summary.grid.sheet(shapeOf([28, 16, ...Array.from({ length: 16 }, () => 15)], {})),
			lines.grid.sheet(shapeOf(lineWidths(report.months), FROZEN)),
			assumptions.grid.sheet(shapeOf(INPUT_WIDTHS, { freezePane: { rows: 4, columns: 1 } })),
			prices.grid.sheet(shapeOf(INPUT_WIDTHS, { freezePane: { rows: 4, columns: 1 } })),
			checks.sheet(shapeOf([28, 26, 44, 16, 14, 20], {}))
		],
		namedRanges: [...assumptions.names, ...prices.names],
		properties: {
			title: report.name,
			subject: report.sentence,
			creator: 'MeshUp',
			created: made,
			modified: made
		}
	});
	return repacked(bytes);
}

export const SHEET_NAMES = ['Summary', LINE_ITEMS, ASSUMPTIONS, PRICES, 'Checks'] as const;

function exchangeOf({ currency }: Worked): Exchange | undefined {
	if (currency.rate === undefined) return undefined;
	return {
		name: 'in.exchangeRate',
		rate: Number(currency.rate),
		label: `Rate of exchange, ${currency.code}`,
		asOf: currency.rateDate ?? ''
	};
}

const INPUT_WIDTHS = [44, 16, 20, 12, 12, 12, 18, 26, 12, 44, 34, 14, 10];

const lineWidths = (months: number): readonly number[] => [
	...[22, 12, 40, 30, 16, 30, 18, 14],
	...Array.from({ length: months + 1 }, () => 14)
];

type Shape = Pick<WriteSheet, 'freezePane' | 'pageSetup'>;

const FROZEN: Shape = {
	freezePane: { rows: HEAD_ROW + 1, columns: COLUMN.line },
	pageSetup: {
		orientation: 'landscape',
		fitToPage: true,
		fitToWidth: 1,
		fitToHeight: 0,
		printTitlesRow: `$${HEAD_ROW}:$${HEAD_ROW + 1}`,
		printTitlesColumn: `$A:$${columnName(COLUMN.line)}`
	}
};

const shapeOf = (widths: readonly number[], shape: Shape) => ({
	columns: widths.map((width) => ({ width })),
	pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } as const,
	...shape
});
