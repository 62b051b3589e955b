import { linkLabel } from '../link-to.ts';
import { isGap } from '../../report/gap.ts';
import type { MoneyOrGap, Report, ReportTotals } from '../../report/types.ts';
import { fixedAddress, Grid, onSheet, type Entry } from './grid.ts';
import type { InputCells } from './inputs.ts';
import type { OptionCells } from './option-rows.ts';
import {
	COLUMN,
	DISCOUNTED,
	fixedMonthRange,
	HEAD_ROW,
	LINE_ITEMS,
	type Discounted
} from './places.ts';
import { shares } from './shares.ts';
import { STYLES } from './styles.ts';
import { linesOf } from '../lines.ts';
import { years } from './years.ts';

export const SUMMARY = 'Summary';

export interface SummaryAsked {
	readonly report: Report;
	readonly options: readonly OptionCells[];
	/** Name of the discount rate of an option. */
	readonly discountOf: (option: string) => string;
	/** Name of the rate of exchange, where there is one. */
	readonly rate: string | undefined;
	readonly minorUnit: number;
	readonly inputs: InputCells;
	/** First row of the fault cells on the sheet of checks, by option. */
	readonly faultOf: (option: string) => string | undefined;
	/** Address that restores the plan. */
	readonly link: string | undefined;
}

/** Where a total of an option stands on this sheet. */
export type SummaryCells = ReadonlyMap<string, Readonly<Record<'spend' | 'present', string>>>;

export interface Summary {
	readonly grid: Grid;
	readonly cells: SummaryCells;
}

const HEADS = [
	'Option',
	'Status',
	'One-off, part of support',
	'Infrastructure',
	'Support',
	'Total',
	'Actual',
	'Present value',
	'Avoided',
	'Adoption',
	'Net present value',
	'Return',
	'Payback, months',
	'IRR a year',
	'P10',
	'P50',
	'P90',
	'Check'
];

const at = (row: number, column: number): string => onSheet(LINE_ITEMS, fixedAddress(row, column));

/** The first sheet: the answer, what each option comes to, and year by year. */
export function summarySheet(asked: SummaryAsked): Summary {
	const { report, options } = asked;
	const grid = new Grid(SUMMARY);
	grid.line([{ text: report.name, style: STYLES.title }]);
	grid.line([{ text: `As exported: ${report.sentence}`, style: STYLES.section }]);
	if (report.subSentence !== '') grid.line([{ text: report.subSentence, style: STYLES.text }]);
	for (const [label, text] of factsOf(asked)) {
		(label.startsWith(LINK)
			? [text]
			: linesOf(text, FACT_LETTERS, (words) => words.length)
		).forEach((line, index) => {
			grid.line([
				{ text: index === 0 ? label : '', style: STYLES.quiet },
				{ text: line, style: STYLES.text }
			]);
		});
	}
	grid.skip();
	grid.line(
		HEADS.map((text, column) => ({
			text,
			style: column < 2 ? STYLES.head : text === 'Check' ? STYLES.headAfter : STYLES.headNumber
		}))
	);
	const cells = new Map<string, Readonly<Record<'spend' | 'present', string>>>();
	for (const option of options) {
		const row = grid.nextRow;
		grid.line(optionLine(asked, option, row));
		cells.set(option.option.id, {
			spend: onSheet(SUMMARY, fixedAddress(row, 6)),
			present: onSheet(SUMMARY, fixedAddress(row, 8))
		});
	}
	grid.line([
		{
			text: 'Blue cells of the sheets Assumptions, and Prices and sources, may be changed. Italics are computed by the tool and do not follow; all else does.',
			style: STYLES.note
		}
	]);
	grid.skip();
	years(grid, report, options);
	shares(grid, { ...asked, months: report.months });
	return { grid, cells };
}

/** A long address is one word, to be copied whole. */
const LINK = 'Link';

/** Letters of a fact that stand on one line of the sheet. */
const FACT_LETTERS = 200;

function factsOf({ report, link }: SummaryAsked): readonly (readonly [string, string])[] {
	const { oldest, newest } = report.pricesAsOf;
	const { cloud, region, nodeType } = report.platform;
	return [
		['Currency', [report.currency, report.exchange?.words].filter(Boolean).join(': ')],
		['Period', `${report.months} months from ${report.startMonth ?? 'the start'}`],
		['Platform', `${cloud}, ${region}, ${nodeType}; nodes billed ${report.billing}`],
		['Prices', `read between ${oldest} and ${newest}`],
		['Version', `model ${report.modelVersion}, data ${report.dataVersion}`],
		['Made', report.generatedAt.slice(0, 10)],
		['Rounding', 'each cell once, to the smallest unit of the currency; totals add up cells'],
		...(link === undefined ? [] : ([[linkLabel(LINK, link), link]] as const)),
		...report.warnings.map(({ message }) => ['Note', message] as const)
	];
}

function optionLine(
	asked: SummaryAsked,
	cells: OptionCells,
	row: number
): readonly (Entry | undefined)[] {
	const { option, rows } = cells;
	const { totals } = option;
	const name: Entry = { text: option.label, style: STYLES.text };
	const status: Entry = { text: option.status, style: STYLES.text };
	if (rows.size === 0) {
		return [name, status, { text: option.statusReason ?? '', style: STYLES.quiet }];
	}
	const total = (key: string, value: MoneyOrGap, column: number = COLUMN.all): Entry => ({
		formula: at(rows.get(key) ?? 0, column),
		result: isGap(value) ? '' : Number(value),
		style: STYLES.money
	});
	const fault = asked.faultOf(option.id);
	return [
		name,
		status,
		total('total.spend', totals.oneOff, COLUMN.zero),
		total('total.infra', totals.infra),
		total('total.support', totals.support),
		{ ...total('total.spend', totals.spend), style: STYLES.moneyBold },
		{ formula: at(rows.get('total.spend') ?? 0, COLUMN.actual), result: 0, style: STYLES.money },
		present(asked, cells, 'spend', totals.presentValue),
		total('total.avoided', totals.avoided),
		total('total.adoption', totals.adoption),
		net(asked, cells, totals),
		returned(row, totals),
		tool(totals.paybackMonths, STYLES.computed),
		tool(totals.irrAnnual, STYLES.computedPercent),
		...(['p10', 'p50', 'p90'] as const).map((key) =>
			tool(option.range === undefined ? undefined : Number(option.range[key]), STYLES.computedMoney)
		),
		fault === undefined ? undefined : { formula: fault, result: 'ok', style: STYLES.after }
	];
}

const tool = (value: number | undefined, style: Entry['style']): Entry | undefined =>
	value === undefined || style === undefined ? undefined : { number: value, style };

/** Present value of unrounded months, in the currency of the report. */
function presentFormula(asked: SummaryAsked, cells: OptionCells, what: Discounted): string {
	const { months } = asked.report;
	const row = cells.present.get(what) ?? 0;
	const flows = onSheet(LINE_ITEMS, fixedMonthRange(row, months));
	const numbers = onSheet(LINE_ITEMS, fixedMonthRange(HEAD_ROW, months));
	const worth = `SUMPRODUCT(${flows}/(1+${asked.discountOf(cells.option.id)})^(${numbers}/12))`;
	return asked.rate === undefined ? worth : `${worth}*${asked.rate}`;
}

function present(
	asked: SummaryAsked,
	cells: OptionCells,
	what: Discounted,
	value: MoneyOrGap
): Entry {
	return money(rounded(presentFormula(asked, cells, what), asked), value);
}

/** Decimals of a currency's smallest unit, as its amounts are written. */
const rounded = (formula: string, { minorUnit }: SummaryAsked): string =>
	`ROUND(${formula},${minorUnit})`;

const money = (formula: string, value: MoneyOrGap): Entry =>
	isGap(value)
		? { formula: `IFERROR(${formula},"")`, result: '', style: STYLES.money }
		: { formula, result: Number(value), style: STYLES.money };

function net(asked: SummaryAsked, cells: OptionCells, totals: ReportTotals): Entry {
	const [spend, avoided, adoption] = DISCOUNTED.map(({ key }) => presentFormula(asked, cells, key));
	return money(rounded(`${avoided}-${spend}-${adoption}`, asked), totals.netPresentValue);
}

/** Return on what is spent, beside a benefit. */
function returned(row: number, { roi }: ReportTotals): Entry | undefined {
	if (roi === undefined) return undefined;
	const [worth, spent] = [fixedAddress(row, 11), fixedAddress(row, 8)];
	return { formula: `${worth}/${spent}`, result: roi, style: STYLES.percent };
}
