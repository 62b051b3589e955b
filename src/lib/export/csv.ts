import { isGap } from '../report/gap.ts';
import type { MoneyOrGap, Report, ReportOption, ReportRow } from '../report/types.ts';
import { csvText, type CsvCell, type CsvColumn, type CsvStyle } from './csv-text.ts';

const BOM = '\uFEFF';

const text = (name: string): CsvColumn => ({ name, kind: 'text' });
const number = (name: string): CsvColumn => ({ name, kind: 'number' });

const amount = (cell: MoneyOrGap): CsvCell => (isGap(cell) ? undefined : cell);

/** `0` is the one-off month, 1…N are those of the plan. */
const monthsOf = ({ months }: Report): readonly number[] =>
	Array.from({ length: months + 1 }, (_, month) => month);

/** Why cells of a row are empty. */
const noteOf = (row: ReportRow): string | undefined =>
	[row.total, row.month0, ...row.monthly].find(isGap)?.reason;

/** Options that have no rows say so in one line of their own. */
const reasonOf = (option: ReportOption): string =>
	option.error?.message ?? option.statusReason ?? 'not available';

/**
 * The ledger for a spreadsheet: one line a row and option, one column a month, and a last line of
 * each option with what it adds up to. Cells are those of the report, to the cent.
 */
export function spreadsheetCsv(report: Report, style: CsvStyle = 'point'): string {
	const columns = [
		...['option', 'option_id', 'status', 'block', 'row', 'row_key', 'currency'].map(text),
		...monthsOf(report).map((month) => number(`month_${month}`)),
		number('total'),
		text('note')
	];
	const rows = report.options.flatMap((option) => sheetRows(report, option));
	return BOM + csvText(columns, rows, style);
}

function sheetRows(report: Report, option: ReportOption): readonly (readonly CsvCell[])[] {
	const head = [option.label, option.id, option.status];
	const blank = monthsOf(report).map(() => undefined);
	if (option.rows.length === 0) {
		const note = reasonOf(option);
		return [[...head, undefined, undefined, undefined, report.currency, ...blank, undefined, note]];
	}
	const cells = option.rows.map((row) => [
		...head,
		row.block,
		row.label,
		row.key,
		report.currency,
		amount(row.month0),
		...row.monthly.map(amount),
		amount(row.total),
		noteOf(row)
	]);
	const { spend } = option.totals;
	const sum = ['spend', 'Spend: infrastructure and support', 'total.spend', report.currency];
	const why = [isGap(spend) ? spend.reason : option.statusReason, report.exchange?.words]
		.filter((words) => words !== undefined)
		.join('; ');
	return [...cells, [...head, ...sum, ...blank, amount(spend), why === '' ? undefined : why]];
}

/** Columns of the data CSV, with what each holds. */
export const DATA_COLUMNS = [
	{ ...text('option_id'), datatype: 'string', title: 'Id of the option' },
	{ ...text('option'), datatype: 'string', title: 'Option' },
	{ ...text('status'), datatype: 'string', title: 'available, ended, incomplete or not-offered' },
	{ ...text('block'), datatype: 'string', title: 'infra, support, avoided or adoption' },
	{ ...text('row_key'), datatype: 'string', title: 'Row of the ledger' },
	{ ...text('row'), datatype: 'string', title: 'Row of the ledger, in words' },
	{ ...number('month'), datatype: 'integer', title: '0: one-off, 1…N: months of the plan' },
	{ ...text('calendar_month'), datatype: 'gYearMonth', title: 'Calendar month; empty for month 0' },
	{ ...number('amount'), datatype: 'decimal', title: 'Money in the currency beside it' },
	{ ...text('currency'), datatype: 'string', title: 'ISO 4217 code' },
	{ ...text('timing'), datatype: 'string', title: 'one-off (before month 1) or recurring' },
	{
		...text('expense'),
		datatype: 'string',
		title: 'opex, or capex-candidate: work that may be capitalised'
	},
	{ ...text('missing_reason'), datatype: 'string', title: 'Why there is no amount' },
	{ ...text('model_version'), datatype: 'string', title: 'Version of the model' },
	{ ...text('data_version'), datatype: 'string', title: 'Day of the newest figures' },
	{ ...number('usd_rate'), datatype: 'decimal', title: 'Units of the currency for one US dollar' },
	{ ...text('usd_rate_date'), datatype: 'string', title: 'Day of the rate' },
	{ ...text('usd_rate_source'), datatype: 'string', title: 'Who publishes the rate' }
] as const;

/** The ledger for programs: one line a cell, never a total, so that a sum counts nothing twice. */
export function dataCsv(report: Report): string {
	const rows = report.options.flatMap((option) =>
		option.rows.flatMap((row) =>
			[row.month0, ...row.monthly].map((cell, month) => [
				option.id,
				option.label,
				option.status,
				row.block,
				row.key,
				row.label,
				String(month),
				calendarMonth(report.startMonth, month),
				amount(cell),
				report.currency,
				month === 0 ? 'one-off' : 'recurring',
				expenseOf(row.key, month),
				isGap(cell) ? cell.reason : undefined,
				report.modelVersion,
				report.dataVersion,
				report.exchange?.rate,
				report.exchange?.date,
				report.exchange?.source
			])
		)
	);
	return csvText(DATA_COLUMNS, rows);
}

/** Work of a rollout may be capitalised by local rules; training and all that recurs may not. */
const CAPITALISED: readonly string[] = ['support.migration', 'support.consulting'];

const expenseOf = (key: string, month: number): string =>
	month === 0 && CAPITALISED.includes(key) ? 'capex-candidate' : 'opex';

/** "2027-02" for month 2 of a plan that starts with 2027-01. */
function calendarMonth(start: string | undefined, month: number): string | undefined {
	if (start === undefined || month === 0) return undefined;
	const index = Number(start.slice(0, 4)) * 12 + Number(start.slice(5, 7)) - 1 + month - 1;
	return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Types and units of the data CSV (W3C CSVW), to stand beside it as `NAME.csv-metadata.json`. */
export function csvMetadata(fileName: string): string {
	const columns = DATA_COLUMNS.map(({ name, datatype, title }) => ({
		name,
		titles: name,
		'dc:description': title,
		datatype
	}));
	const description = {
		'@context': 'http://www.w3.org/ns/csvw',
		url: fileName,
		dialect: { delimiter: ',', header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
		tableSchema: { columns, primaryKey: ['option_id', 'row_key', 'month'] }
	};
	return `${JSON.stringify(description, undefined, 2)}\n`;
}
