import type { PaperSize } from './pdf/paper.ts';
import type { CsvStyle } from './csv-text.ts';

/** Every file that a report becomes: names of `--format`, and of the choices on the page. */
export const FILE_KINDS = [
	'pdf',
	'xlsx',
	'csv',
	'data-csv',
	'focus',
	'json',
	'plan',
	'md',
	'svg'
] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Charts that can be kept as a picture. */
export const CHARTS = [
	{ id: 'cost', label: 'Total cost by option' },
	{ id: 'month', label: 'Cost by option, month 1' },
	{ id: 'time', label: 'Money spent so far, by month' },
	{ id: 'cores', label: 'Cores, month 1' },
	{ id: 'memory', label: 'Memory, month 1' },
	{ id: 'latency', label: 'Latency added' }
] as const;
export type ChartId = (typeof CHARTS)[number]['id'];

/** What is wanted of a report. */
export interface FileWish {
	readonly kind: FileKind;
	/** Of a PDF; A4 where nothing is said. */
	readonly size?: PaperSize;
	/** Of the spreadsheet CSV. */
	readonly style?: CsvStyle;
	/** Of a picture. */
	readonly chart?: ChartId;
}

const TYPES: Readonly<Record<FileKind, string>> = {
	pdf: 'application/pdf',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv;charset=utf-8',
	'data-csv': 'text/csv;charset=utf-8',
	focus: 'text/csv;charset=utf-8',
	json: 'application/json',
	plan: 'application/json',
	md: 'text/markdown;charset=utf-8',
	svg: 'image/svg+xml'
};

export const typeOf = (kind: FileKind): string => TYPES[kind];

/** Ending of a file name: no two files of one report share it. */
export function endingOf({ kind, size, style, chart }: FileWish): string {
	switch (kind) {
		case 'pdf':
			return size === 'letter' ? 'letter.pdf' : 'pdf';
		case 'csv':
			return style === 'comma' ? 'spreadsheet-comma.csv' : 'spreadsheet.csv';
		case 'data-csv':
			return 'data.csv';
		case 'focus':
			return 'focus.csv';
		case 'json':
			return 'report.json';
		case 'plan':
			return 'plan.json';
		case 'svg':
			return `${chart ?? 'cost'}.svg`;
		case 'xlsx':
		case 'md':
			return kind;
	}
}

/** Whether a file holds figures that only a simulation gives; the others need not wait for one. */
export const holdsRanges = (kind: FileKind): boolean =>
	kind !== 'csv' && kind !== 'data-csv' && kind !== 'focus' && kind !== 'plan';
