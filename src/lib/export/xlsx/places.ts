import type { Block, ReportOption } from '../../report/types.ts';
import { columnName } from './grid.ts';

export const LINE_ITEMS = 'Line items';

/** Columns of the line items; month m stands m columns right of `zero`. */
export const COLUMN = {
	option: 1,
	block: 2,
	line: 3,
	key: 4,
	unit: 5,
	note: 6,
	/** The total of a row, or a figure that holds for all months. */
	all: 7,
	actual: 8,
	zero: 9
} as const;

/** Row with the numbers of months. */
export const HEAD_ROW = 4;
export const FIRST_ROW = 6;

/** Totals of an option, below its rows. */
export const TOTALS: readonly {
	readonly key: string;
	readonly label: string;
	readonly blocks: readonly Block[];
}[] = [
	{ key: 'total.infra', label: 'Infrastructure', blocks: ['infra'] },
	{ key: 'total.support', label: 'Support', blocks: ['support'] },
	{ key: 'total.spend', label: 'Spend: infrastructure and support', blocks: ['infra', 'support'] },
	{ key: 'total.avoided', label: 'Avoided', blocks: ['avoided'] },
	{ key: 'total.adoption', label: 'Adoption', blocks: ['adoption'] }
];

/** What present values are taken of: unrounded months. */
export const DISCOUNTED = [
	{ key: 'spend', label: 'Spend, unrounded', blocks: ['infra', 'support'] },
	{ key: 'avoided', label: 'Avoided, unrounded', blocks: ['avoided'] },
	{ key: 'adoption', label: 'Adoption, unrounded', blocks: ['adoption'] }
] as const satisfies readonly {
	readonly key: string;
	readonly label: string;
	readonly blocks: readonly Block[];
}[];
export type Discounted = (typeof DISCOUNTED)[number]['key'];

export const presentRows = DISCOUNTED.length;

export const ledgerRows = ({ rows }: ReportOption): number =>
	rows.length === 0 ? 1 : rows.length + TOTALS.length;

/** Months 0…N of a row, or 1…N. */
export const monthRange = (row: number, months: number, from: 0 | 1 = 0): string =>
	`${columnName(COLUMN.zero + from)}${row}:${columnName(COLUMN.zero + months)}${row}`;

/** The same with fixed columns and rows, for other sheets. */
export const fixedMonthRange = (row: number, months: number): string =>
	`$${columnName(COLUMN.zero)}$${row}:$${columnName(COLUMN.zero + months)}$${row}`;
