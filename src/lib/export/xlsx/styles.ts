import type { CellStyle } from 'hucre/xlsx';

const INK = { rgb: '16191D' };
const QUIET = { rgb: '5C6570' };
const LINE = { style: 'thin', color: { rgb: 'CFD3CD' } } as const;
const RULE = { style: 'thin', color: INK } as const;

type Font = NonNullable<CellStyle['font']>;

const text = (size: number, more: Font = {}): Font => ({
	name: 'Calibri',
	size,
	color: INK,
	...more
});

const MONEY = '#,##0.00;-#,##0.00;0.00';
const GENERAL = 'General';

/** Cell styles by their use. Blue on pale blue is a number that may be changed. */
export const STYLES = {
	title: { font: text(16, { bold: true }) },
	lead: { font: text(11), alignment: { wrapText: true, vertical: 'top' } },
	note: { font: text(10, { color: QUIET }) },
	section: { font: text(12, { bold: true }) },
	head: {
		font: text(10, { bold: true, color: QUIET }),
		border: { bottom: RULE },
		alignment: { wrapText: true, vertical: 'bottom' }
	},
	headNumber: {
		font: text(10, { bold: true, color: QUIET }),
		border: { bottom: RULE },
		alignment: { horizontal: 'right', vertical: 'bottom', wrapText: true }
	},
	text: { font: text(10) },
	strong: { font: text(10, { bold: true }), border: { top: LINE } },
	wrapped: { font: text(10), alignment: { wrapText: true, vertical: 'top' } },
	quiet: { font: text(9, { color: QUIET }) },
	money: { font: text(10), numFmt: MONEY },
	moneyStrong: { font: text(10, { bold: true }), numFmt: MONEY, border: { top: LINE } },
	number: { font: text(10), numFmt: GENERAL },
	whole: { font: text(10), numFmt: '0' },
	percent: { font: text(10), numFmt: '0.0%' },
	/** Worked out by the tool: does not follow the sheet. */
	computed: { font: text(10, { italic: true, color: QUIET }), numFmt: GENERAL },
	computedMoney: { font: text(10, { italic: true, color: QUIET }), numFmt: MONEY },
	input: {
		font: text(10, { color: { rgb: '0B3FA4' } }),
		fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EAF2FB' } },
		border: { bottom: LINE },
		numFmt: GENERAL
	},
	/** To be filled in by the reader. */
	actual: {
		font: text(10),
		border: { bottom: { style: 'dotted', color: QUIET } },
		numFmt: MONEY
	}
} as const satisfies Readonly<Record<string, CellStyle>>;
