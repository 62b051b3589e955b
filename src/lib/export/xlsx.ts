import type { Report } from '../report/types.ts';
import type { Worked } from '../report/work-out.ts';
import { bookOf } from './xlsx/book/book.ts';
import type { SheetShape } from './xlsx/book/sheet-xml.ts';
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
			{ grid: summary.grid, shape: shaped(SUMMARY_WIDTHS) },
			{ grid: lines.grid, shape: shaped(lineWidths(report.months), LINES_FROZEN) },
			{ grid: assumptions.grid, shape: shaped(INPUT_WIDTHS, INPUTS_FROZEN) },
			{ grid: prices.grid, shape: shaped(INPUT_WIDTHS, INPUTS_FROZEN) },
			{ grid: checks, shape: shaped(CHECK_WIDTHS) }
		],
		names: [...assumptions.names, ...prices.names],
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
		asOf: currency.rateDate ?? ''
	};
}

const INPUT_WIDTHS = [44, 16, 20, 12, 12, 12, 18, 26, 12, 44, 34, 14, 10];

const lineWidths = (months: number): readonly number[] => [
	...[22, 12, 40, 30, 16, 30, 18, 14],
	...Array.from({ length: months + 1 }, () => 14)
];

const SUMMARY_WIDTHS = [28, 16, ...Array.from({ length: 16 }, () => 15)];
const CHECK_WIDTHS = [28, 26, 44, 16, 14, 20];

const INPUTS_FROZEN = { frozen: { rows: 4, columns: 1 }, printedFrom: 4 };
const LINES_FROZEN = {
	frozen: { rows: HEAD_ROW + 1, columns: COLUMN.line },
	printedFrom: HEAD_ROW
};
