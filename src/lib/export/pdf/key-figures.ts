import { formatMoneyCompact, formatMoneyWhole } from '../../format/money.ts';
import { formatPercent } from '../../format/quantity.ts';
import { isGap } from '../../report/gap.ts';
import type { MoneyOrGap, Report, ReportOption } from '../../report/types.ts';
import type { Paper } from './paper.ts';

/** The four figures that a reader looks for first. */
export function keyFigures(paper: Paper, report: Report, option: ReportOption): void {
	const cells = figuresOf(report, option);
	const width = (paper.width - 36) / 4;
	paper.y += 4;
	paper.rule('--ink', 1.2);
	const top = paper.y + 9;
	const small = { size: 8, colour: '--ink-3' };
	const big = { face: 'semibold', size: 13.5 } as const;
	const height = Math.max(...cells.map(([, words]) => paper.heightOf(words, width, small)));
	cells.forEach(([value, words], at) => {
		const x = paper.left + at * (width + 12);
		paper.leaf('P', () => {
			paper.write(value, { x, y: top, width: width + 8 }, big);
			paper.write(words, { x, y: top + 19, width }, small);
		});
	});
	paper.y = top + 19 + height + 8;
	paper.rule('--line-2');
	paper.y += 4;
}

type Figure = readonly [value: string, words: string];

function figuresOf(report: Report, { label, totals, range }: ReportOption): readonly Figure[] {
	const money = (value: MoneyOrGap): string =>
		isGap(value) ? 'not available' : formatMoneyWhole(value, report.currency);
	const compact = (value: string): string => formatMoneyCompact(value, report.currency);
	const discount = report.assumptions.find(({ path }) => path === 'time.discountAnnual')?.value;
	const at = discount === undefined ? '' : ` at ${formatPercent(Number(discount))}`;
	const { paybackMonths, irrAnnual, netPresentValue } = totals;
	const irr = irrAnnual === undefined ? 'IRR: none' : `IRR ${formatPercent(irrAnnual)} a year`;
	return [
		[money(totals.spend), `${label}, planned total over ${report.months} months`],
		range === undefined
			? [money(totals.oneOff), 'of it before month 1; ranges not simulated']
			: [
					`${compact(range.p10)} – ${compact(range.p90)}`,
					`P10 – P90; half above ${compact(range.p50)}`
				],
		[money(totals.presentValue), `present value${at}; net present value ${money(netPresentValue)}`],
		[
			paybackMonths === undefined ? 'no payback' : `month ${Math.ceil(paybackMonths)}`,
			`${paybackMonths === undefined ? 'no benefit is counted' : 'payback against doing nothing'}; ${irr}`
		]
	];
}
