import type { Report } from '../report/types.ts';
import type { Worked } from '../report/work-out.ts';
import { bookOf } from './xlsx/book/book.ts';
import type { SheetShape } from './xlsx/book/sheet-xml.ts';
import type { Grid } from './xlsx/grid.ts';
import { checksSheet, faultCells } from './xlsx/checks.ts';
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
import { moneyFormats } from './xlsx/styles.ts';
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
export function toXlsx({ worked, report, link }: XlsxAsked): Uint8Array<ArrayBuffer> {
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
		inputs,
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
	const foot = `${report.name} · ${report.currency} · estimate, not a quote`;
	const shaped = (widths: readonly number[], shape: Partial<SheetShape> = {}): SheetShape => ({
		widths,
		foot,
		...shape
	});
	return bookOf({
		sheets: [
			{ grid: summary.grid, shape: shaped(SUMMARY_WIDTHS, wholeShape(summary.grid)) },
			{
				grid: lines.grid,
				shape: shaped(lineWidths(report.months), linesShape(report, lines.lastRow))
			},
			{ grid: assumptions.grid, shape: shaped(INPUT_WIDTHS, inputsShape(assumptions.grid)) },
			{
				grid: prices.grid,
				// Sources below the prices have heads of their own.
				shape: shaped(INPUT_WIDTHS, { ...inputsShape(prices.grid), printedFrom: HEADS_AT + 1 })
			},
			{ grid: checks, shape: shaped(CHECK_WIDTHS) }
		],
		names: [...assumptions.names, ...prices.names],
		formats: moneyFormats(worked.currency.minorUnit),
		title: report.name,
		subject: report.sentence,
		made: new Date(report.generatedAt)
	});
}

export const SHEET_NAMES = ['Summary', LINE_ITEMS, ASSUMPTIONS, PRICES, 'Checks'] as const;

function exchangeOf({ currency }: Worked): Exchange | undefined {
	if (currency.rate === undefined) return undefined;
	return {
		name: 'in.exchangeRate',
		rate: Number(currency.rate),
		label: `Rate of exchange, ${currency.code}`,
		asOf: currency.rateDate ?? '',
		source: currency.rateSource
	};
}

const INPUT_WIDTHS = [44, 14, 18, 11, 11, 11, 18, 32, 11, 76, 40, 14, 10];

const lineWidths = (months: number): readonly number[] => [
	...[22, 10, 38, 26, 14, 24, 17, 13],
	...Array.from({ length: months + 1 }, () => 13)
];

const SUMMARY_WIDTHS = [28, 12, 13, 14, 14, 14, 13, 14, 13, 13, 14, 9, 11, 11, 13, 13, 13, 14];
const CHECK_WIDTHS = [28, 22, 18, 18, 14, 22];

/** A long address runs on beside the last column: it is not printed. */
const wholeShape = (grid: Grid): Partial<SheetShape> => ({
	printed: { rows: grid.nextRow - 1, columns: SUMMARY_WIDTHS.length }
});

/** Row of the heads of the inputs. */
const HEADS_AT = 4;

/** The columns from the name of an input on are for formulas: they stay on the screen. */
const inputsShape = (grid: Grid): Partial<SheetShape> => ({
	frozen: { rows: HEADS_AT, columns: 1 },
	printedFrom: HEADS_AT,
	printed: { rows: grid.nextRow - 1, columns: 10 }
});

/** Letters that are legible side by side on one printed page. */
const PAGE_LETTERS = 190;

/** The ledger is printed; a thousand rows of workings are for the screen. */
function linesShape({ months }: Report, lastRow: number): Partial<SheetShape> {
	const widths = lineWidths(months);
	const all = widths.reduce((sum, width) => sum + width, 0);
	const heads = widths.slice(0, COLUMN.line).reduce((sum, width) => sum + width, 0);
	return {
		frozen: { rows: HEAD_ROW + 1, columns: COLUMN.line },
		printedFrom: HEAD_ROW,
		printed: { rows: lastRow, columns: COLUMN.zero + months },
		pagesWide: Math.ceil((all - heads) / (PAGE_LETTERS - heads))
	};
}
