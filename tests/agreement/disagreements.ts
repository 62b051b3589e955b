import type { Workbook } from 'hucre/xlsx';
import { sideBySide } from '../../src/lib/export/pdf/body.ts';
import { formatCellExact } from '../../src/lib/format/ledger-cell.ts';
import { isGap } from '../../src/lib/report/gap.ts';
import type { MoneyOrGap, Report, ReportOption, ReportRow } from '../../src/lib/report/types.ts';
import { readCsv } from './read-csv.ts';
import type { Scenario } from './files-of.ts';

/** What files say otherwise than the report, each in a sentence; nothing where all agree. */
export const disagreements = (scenario: Scenario, book: Workbook): readonly string[] => [
	...inSheetCsv(scenario),
	...inCellCsv(scenario),
	...inBook(book, scenario.report),
	...inMarkdown(scenario),
	...inPdf(scenario)
];

const cellsOf = (row: ReportRow): readonly MoneyOrGap[] => [row.month0, ...row.monthly];
const amount = (cell: MoneyOrGap): string => (isGap(cell) ? '' : cell);
const priced = ({ options }: Report): readonly ReportOption[] =>
	options.filter(({ rows }) => rows.length > 0);

const told = (file: string, where: string, said: unknown, cell: MoneyOrGap): readonly string[] =>
	said === amount(cell) ? [] : [`${file}, ${where}: ${String(said)} is not ${amount(cell)}`];

function inSheetCsv({ report, sheetCsv }: Scenario): readonly string[] {
	const lines = readCsv(sheetCsv);
	return priced(report).flatMap((option) => {
		const of = (key: string) =>
			lines.find((line) => line['option_id'] === option.id && line['row_key'] === key) ?? {};
		const rows = option.rows.flatMap((row) => {
			const line = of(row.key);
			return [
				...cellsOf(row).flatMap((cell, month) =>
					told('CSV', `${option.id} ${row.key} ${month}`, line[`month_${month}`], cell)
				),
				...told('CSV', `${option.id} ${row.key}`, line['total'], row.total)
			];
		});
		return [
			...rows,
			...told('CSV', `${option.id} spend`, of('total.spend')['total'], option.totals.spend)
		];
	});
}

function inCellCsv({ report, cellCsv }: Scenario): readonly string[] {
	const said = readCsv(cellCsv).map((line) => line['amount']);
	const cells = priced(report).flatMap(({ rows }) => rows.flatMap(cellsOf));
	if (said.length !== cells.length) return [`data CSV: ${said.length} cells of ${cells.length}`];
	return cells.flatMap((cell, at) => told('data CSV', `line ${at + 2}`, said[at], cell));
}

/** Rows of the line items by option and key; a name may stand twice, so they are taken in order. */
export function inBook(book: Workbook, report: Report): readonly string[] {
	const sheet = (name: string) => book.sheets.find((found) => found.name === name)?.rows ?? [];
	const lines = sheet('Line items').filter((row) => row[1] !== 'workings' && row[1] !== undefined);
	const wanted = priced(report);
	const ledger = wanted.flatMap((option) =>
		option.rows.map((row) => ({ where: `${option.id} ${row.key}`, key: row.key, row, option }))
	);
	const found = lines.filter((line) => ledger.some(({ key }) => key === line[3]));
	const known = ledger.map(({ row }) => amount(row.total)).find((total) => total !== '');
	const digits = known?.split('.')[1]?.length ?? 0;
	const words = (cell: unknown): string => (typeof cell === 'number' ? fixed(cell, digits) : '');
	const rows = ledger.flatMap(({ where, row }, at) => [
		...told('workbook', where, words(found[at]?.[6]), settled(row.total)),
		...cellsOf(row).flatMap((cell, month) =>
			told('workbook', `${where} ${month}`, words(found[at]?.[8 + month]), settled(cell))
		)
	]);
	const heads = wanted.flatMap(({ id, label, totals }) => {
		const line = sheet('Summary').find((row) => row[0] === label && typeof row[1] === 'string');
		return told('workbook', `${id} spend`, words(line?.[5]), settled(totals.spend));
	});
	return [...rows, ...heads, ...inShares(sheet('Summary'), wanted, digits), ...faultsIn(book)];
}

type Rows = Workbook['sheets'][number]['rows'];

/** Unit costs and showback, which stand below what the options come to. */
function inShares(rows: Rows, options: readonly ReportOption[], digits: number): readonly string[] {
	const at = (title: string): number =>
		rows.findIndex((row) => String(row[0]).startsWith(title)) + 1;
	const words = (cell: unknown, more = 0): string =>
		typeof cell === 'number' ? fixed(cell, digits + more) : '';
	const priced = options.filter(({ unitCosts = [] }) => unitCosts.length > 0);
	const costs = priced.flatMap(({ id, unitCosts = [] }, index) =>
		unitCosts.flatMap(({ per, amount: cost }, column) => {
			const cell = rows[at('Unit cost') + 2 + index]?.[1 + column];
			return told('workbook', `${id} per ${per}`, words(cell, 2), settledText(cost));
		})
	);
	const shared = options.filter(({ showback = [] }) => showback.length > 0);
	const parts = shared.flatMap(({ id, showback = [] }, column) =>
		showback.flatMap(({ group, amount: part }, index) => {
			const cell = rows[at('Showback') + 1 + index]?.[3 + column];
			return told('workbook', `${id} of ${group}`, words(cell), part);
		})
	);
	return [...costs, ...parts];
}

const fixed = (value: number, digits: number): string => settledText(value.toFixed(digits));
const settledText = (text: string): string => (/^-0(\.0+)?$/.test(text) ? text.slice(1) : text);
const settled = (cell: MoneyOrGap): MoneyOrGap => (isGap(cell) ? cell : settledText(cell));

/** Cells of errors; every cell of a column of money that holds text. */
const faultsIn = (book: Workbook): readonly string[] =>
	book.sheets.flatMap(({ name, rows }) =>
		rows.flatMap((row, at) =>
			row.flatMap((cell, column) =>
				/^#(?:N\/A|VALUE!|REF!|DIV\/0!|NUM!|NAME\?)|^Err:\d/.test(String(cell))
					? [`${name}, row ${at + 1}, column ${column + 1}: ${String(cell)}`]
					: []
			)
		)
	);

function inMarkdown({ report, markdown }: Scenario): readonly string[] {
	const lines = markdown.split('\n');
	const options = priced(report);
	const written = (cell: MoneyOrGap): string =>
		isGap(cell) ? 'not available' : formatCellExact(cell);
	const rows = (options[0]?.rows ?? []).flatMap(({ key, label }) => {
		const line = lines.find((found) => found.startsWith(`| ${label} |`));
		const cells = options.map(({ rows: own }) => own.find((row) => row.key === key)?.total ?? '');
		const wanted = `| ${label} | ${cells.map(written).join(' | ')} |`;
		return line === wanted ? [] : [`Markdown: ${line ?? 'nothing'} is not ${wanted}`];
	});
	const totals = report.options.flatMap(({ id, totals: { oneOff, infra, support, spend } }) => {
		const wanted = `| ${[infra, support, oneOff, spend].map(written).join(' | ')} |`;
		return markdown.includes(wanted) ? [] : [`Markdown, ${id}: no ${wanted}`];
	});
	return [...rows, ...totals];
}

const printed = (cell: MoneyOrGap): string => (isGap(cell) ? '–' : formatCellExact(cell));

/** Every row of the line items in its order, spend before what stands beside it, and the comparison. */
function inPdf({ report, pdf }: Scenario): readonly string[] {
	const from = pdf.indexOf(`Line items over ${report.months} months`);
	const text = pdf.slice(from, pdf.indexOf('\nAppendix A', from)).replaceAll('−', '−');
	const options = priced(report);
	const wanted: string[] = [];
	for (const side of sideBySide(options)) {
		const keysOf = (isSpend: boolean): readonly string[] =>
			(side[0]?.rows ?? [])
				.filter(({ block }) => ['infra', 'support'].includes(block) === isSpend)
				.map(({ key }) => key);
		const rowOf = (key: string): string =>
			side.map(({ rows }) => printed(rows.find((row) => row.key === key)?.total ?? '')).join(' ');
		wanted.push(...keysOf(true).map(rowOf));
		wanted.push(side.map(({ totals }) => printed(totals.spend)).join(' '));
		wanted.push(...keysOf(false).map(rowOf));
	}
	const amounts = /((?:\s+(?:−?[\d,]+(?:\.\d+)?|–))+)$/;
	const found = text
		.split('\n')
		.flatMap((line) => amounts.exec(line.trimEnd())?.[1]?.trim().replace(/\s+/g, ' ') ?? []);
	const rows = missingFrom(wanted, found).map((row) => `PDF, line items: no ${row}`);
	const heads = options.flatMap(({ id, totals: { oneOff, infra, support, spend } }) => {
		const row = [infra, support, oneOff, spend].map(printed).join(' ');
		return pdf.replace(/\s+/g, ' ').includes(row) ? [] : [`PDF, comparison, ${id}: no ${row}`];
	});
	return [...rows, ...heads];
}

/** Rows that do not stand among others in their order. */
function missingFrom(wanted: readonly string[], found: readonly string[]): readonly string[] {
	let at = 0;
	return wanted.filter((row) => {
		const next = found.indexOf(row, at);
		if (next < 0) return true;
		at = next + 1;
		return false;
	});
}
