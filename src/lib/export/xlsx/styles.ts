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

const MONEY = 'money';
const UNIT_COST = 'unit cost';

/** Amounts with as many digits as their currency has, and two more for the cost of one thing. */
export const moneyFormats = (minorUnit: number): Readonly<Record<string, string>> => ({
	[MONEY]: amountFormat(minorUnit),
	[UNIT_COST]: amountFormat(minorUnit + 2)
});

function amountFormat(digits: number): string {
	const rest = digits === 0 ? '' : `.${'0'.repeat(digits)}`;
	return `#,##0${rest};-#,##0${rest};0${rest}`;
}

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
	text: { font: text(10), horizontal: 'left', vertical: 'top' },
	/** Text to the right of a number. */
	after: { font: text(10), horizontal: 'left', vertical: 'top', indent: 1 },
	headAfter: {
		font: text(10, { bold: true, colour: QUIET }),
		bottom: RULE,
		horizontal: 'left',
		vertical: 'bottom',
		indent: 1,
		wrap: true
	},
	top: { font: text(10), vertical: 'top' },
	wrapped: { font: text(10), vertical: 'top', wrap: true },
	strong: { font: text(10, { bold: true }), top: LINE, vertical: 'top' },
	quiet: { font: text(9, { colour: QUIET }), horizontal: 'left', vertical: 'top' },
	quietRight: { font: text(9, { colour: QUIET }), horizontal: 'right', vertical: 'top' },
	money: { font: text(10), format: MONEY, vertical: 'top' },
	moneyStrong: { font: text(10, { bold: true }), format: MONEY, top: LINE, vertical: 'top' },
	/** A total beside its parts: no line above it. */
	moneyBold: { font: text(10, { bold: true }), format: MONEY, vertical: 'top' },
	unitCost: { font: text(10), format: UNIT_COST, vertical: 'top' },
	number: { font: text(10), vertical: 'top' },
	whole: { font: text(10), format: '0', vertical: 'top' },
	percent: { font: text(10), format: '0.0%', vertical: 'top' },
	wholeStrong: { font: text(10, { bold: true }), format: '0', top: LINE, vertical: 'top' },
	percentStrong: { font: text(10, { bold: true }), format: '0.0%', top: LINE, vertical: 'top' },
	/** Worked out by the tool: does not follow the sheet. */
	computed: { font: text(10, { italic: true, colour: QUIET }), vertical: 'top' },
	computedPercent: {
		font: text(10, { italic: true, colour: QUIET }),
		format: '0.0%',
		vertical: 'top'
	},
	computedMoney: {
		font: text(10, { italic: true, colour: QUIET }),
		format: MONEY,
		vertical: 'top'
	},
	input: {
		font: text(10, { colour: '0B3FA4' }),
		fill: 'EAF2FB',
		bottom: LINE,
		vertical: 'top'
	},
	/** To be filled in by the reader. */
	actual: { font: text(10), bottom: { style: 'dotted', colour: QUIET }, format: MONEY }
} as const satisfies Readonly<Record<string, CellStyle>>;
