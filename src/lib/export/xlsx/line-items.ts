import { formatPlanMonth } from '../../format/date.ts';
import type { Report, ReportOption } from '../../report/types.ts';
import type { Worked } from '../../report/work-out.ts';
import { fixedAddress, Grid, onSheet } from './grid.ts';
import type { InputCells } from './inputs.ts';
import { writeOption, type OptionCells } from './option-rows.ts';
import { COLUMN, FIRST_ROW, HEAD_ROW, LINE_ITEMS, ledgerRows, presentRows } from './places.ts';
import { STYLES } from './styles.ts';
import { workingsOf, type Workings } from './workings.ts';

export interface LineItemsAsked {
	readonly worked: Worked;
	readonly report: Report;
	readonly inputs: InputCells;
	/** Name of the rate of exchange, where there is one. */
	readonly rate: string | undefined;
}

export interface LineItems {
	readonly grid: Grid;
	readonly options: readonly OptionCells[];
	/** Last row of the ledgers, above the workings. */
	readonly lastRow: number;
}

interface Placed {
	readonly option: ReportOption;
	readonly workings: Workings | undefined;
	readonly ledgerRow: number;
	readonly workingsRow: number;
}

/** The sheet of line items: the ledger of every option, and below it how each figure comes about. */
export function lineItems(asked: LineItemsAsked): LineItems {
	const { report } = asked;
	const grid = new Grid(LINE_ITEMS);
	head(grid, report);
	const { placed, workingsHead } = places(asked);
	grid.put(workingsHead, 1, { text: 'Workings', style: STYLES.section });
	grid.put(workingsHead + 1, 1, { text: ABOUT_WORKINGS, style: STYLES.note });
	const options = placed.map((place) => writeOption({ ...asked, ...place, grid }));
	return { grid, options, lastRow: workingsHead - 2 };
}

const ABOUT_WORKINGS =
	'Each step of the model, in US dollars and unrounded. Grey italics are values computed by the ' +
	'tool: they do not follow the sheet.';

/** Ledgers first, then the workings of each option. */
function places({ worked, report }: LineItemsAsked): {
	readonly placed: readonly Placed[];
	readonly workingsHead: number;
} {
	let row = FIRST_ROW;
	const ledgers = report.options.map((option) => {
		const ledgerRow = row;
		row += ledgerRows(option) + 1;
		const entry = worked.options.find(({ option: known }) => known.id === option.id);
		return { option, ledgerRow, workings: entry && workingsOf(entry, report.months) };
	});
	const workingsHead = row + 1;
	row = workingsHead + 3;
	const placed = ledgers.map((ledger) => {
		const workingsRow = row;
		if (ledger.workings !== undefined) {
			row += ledger.workings.reading.steps.length + presentRows + 2;
		}
		return { ...ledger, workingsRow };
	});
	return { placed, workingsHead };
}

const HEADS = ['Option', 'Block', 'Line', 'Key', 'Unit', 'Note', 'Total or all months', 'Actual'];

function head(grid: Grid, report: Report): void {
	grid.put(1, 1, { text: `${report.name}: line items`, style: STYLES.title });
	grid.put(2, 1, {
		text:
			`Amounts in ${report.currency}, each cell rounded once (${report.months} months; month 0 is ` +
			'paid before month 1). The column "Actual" is for what was really paid.',
		style: STYLES.note
	});
	HEADS.forEach((text, at) => {
		const isAmount = at + 1 === COLUMN.all || at + 1 === COLUMN.actual;
		grid.put(HEAD_ROW, at + 1, { text, style: isAmount ? STYLES.headNumber : STYLES.head });
	});
	for (let month = 0; month <= report.months; month++) {
		grid.put(HEAD_ROW, COLUMN.zero + month, { number: month, style: STYLES.headNumber });
		const text = month === 0 ? 'one-off' : formatPlanMonth(month, report.startMonth);
		grid.put(HEAD_ROW + 1, COLUMN.zero + month, { text, style: STYLES.quietRight });
	}
}

/** A cell of the sheet of line items, seen from another sheet. */
export const lineItemCell = (row: number, column: number): string =>
	onSheet(LINE_ITEMS, fixedAddress(row, column));
