import type { CellFont, CellStyle, Edge } from './book/cell-style.ts';

const INK = '16191D';
const QUIET = '5C6570';
const LINE: Edge = { style: 'thin', colour: 'CFD3CD' };
const RULE: Edge = { style: 'thin', colour: INK };

const text = (size: number, more: Partial<CellFont> = {}): CellFont => ({
	size,
	colour: INK,
	...more
});

const MONEY = '#,##0.00;-#,##0.00;0.00';

/** Cell styles by their use. Blue on pale blue is a number that may be changed. */
export const STYLES = {
	title: { font: text(16, { bold: true }) },
	note: { font: text(10, { colour: QUIET }) },
	section: { font: text(12, { bold: true }) },
	head: {
		font: text(10, { bold: true, colour: QUIET }),
		bottom: RULE,
		vertical: 'bottom',
		wrap: true
	},
	headNumber: {
		font: text(10, { bold: true, colour: QUIET }),
		bottom: RULE,
		horizontal: 'right',
		vertical: 'bottom',
		wrap: true
	},
	text: { font: text(10) },
	strong: { font: text(10, { bold: true }), top: LINE },
	quiet: { font: text(9, { colour: QUIET }) },
	money: { font: text(10), format: MONEY },
	moneyStrong: { font: text(10, { bold: true }), format: MONEY, top: LINE },
	number: { font: text(10) },
	whole: { font: text(10), format: '0' },
	percent: { font: text(10), format: '0.0%' },
	/** Worked out by the tool: does not follow the sheet. */
	computed: { font: text(10, { italic: true, colour: QUIET }) },
	computedPercent: { font: text(10, { italic: true, colour: QUIET }), format: '0.0%' },
	computedMoney: { font: text(10, { italic: true, colour: QUIET }), format: MONEY },
	input: { font: text(10, { colour: '0B3FA4' }), fill: 'EAF2FB', bottom: LINE },
	/** To be filled in by the reader. */
	actual: { font: text(10), bottom: { style: 'dotted', colour: QUIET }, format: MONEY }
} as const satisfies Readonly<Record<string, CellStyle>>;
