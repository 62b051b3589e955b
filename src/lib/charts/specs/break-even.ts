import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatMoneyCompact } from '../../format/money.ts';
import { formatNumber } from '../../format/number.ts';
import type { Crossing, CurvePoint } from '../../report/decision/crossing.ts';
import type { Report, ReportBreakEven } from '../../report/types.ts';
import type { Line, LineSpec, Place, Point } from './spec.ts';

/** Where a value lies among the points of a scan, which stand in equal ratios. */
function placeOf({ from, to }: ReportBreakEven, points: number, value: number): number {
	return (Math.log(value / from) / Math.log(to / from)) * (points - 1);
}

const STEPS = [1, 2, 5] as const;
/** More ticks than this touch. */
const MOST_TICKS = 9;

/** Round values within the axis: 20, 50, 100 … */
function ticksOf(found: ReportBreakEven, points: number): readonly Place[] {
	const powers = Array.from({ length: 13 }, (_, i) => 10 ** (i - 4));
	const all = powers
		.flatMap((power) => STEPS.map((step) => step * power))
		.filter((value) => value >= found.from * 0.999 && value <= found.to * 1.001);
	const major = all.filter(isPowerOfTen);
	const shown = all.length <= MOST_TICKS ? all : major;
	return shown.map((value) => ({
		at: placeOf(found, points, value),
		label: formatNumber(value),
		minor: major.length > 1 && !major.includes(value)
	}));
}

const isPowerOfTen = (value: number): boolean =>
	Math.abs(Math.log10(value) - Math.round(Math.log10(value))) < 1e-9;

const pointOf = (cost: string | undefined): Point =>
	cost === undefined ? { gap: 'It does not fit there.' } : { value: Number(cost) };

interface Drawn {
	readonly id: string;
	readonly points: readonly CurvePoint[];
	readonly of: (point: CurvePoint) => string | undefined;
}

function lineOf(report: Report, { id, points, of }: Drawn): Line {
	const option = report.options.find((it) => it.id === id);
	const last = points.map(of).findLast((cost) => cost !== undefined);
	return {
		id,
		label: option?.label ?? id,
		base: option?.base ?? id,
		points: points.map((point) => pointOf(of(point))),
		end: last === undefined ? 'not available' : formatMoneyCompact(last, report.currency)
	};
}

/** Two options over one thing that moves, with a mark at every crossing. */
export function breakEvenSpec(report: Report, { found, points }: Crossing): LineSpec {
	const count = points.length;
	const mark = (value: number, label: string): Place => ({
		at: placeOf(found, count, value),
		label
	});
	const now = found.at;
	return {
		kind: 'lines',
		id: `break-even-${found.axis}`,
		title: `Spend over ${report.months} months, by ${lowered(found.label)}`,
		finding: found.words,
		axis: {
			label: `${report.currency}, ${report.months} months`,
			short: (value) => formatMoneyCompact(value, report.currency),
			full: (value) => `${formatCellExact(value.toFixed(2))} ${report.currency}`
		},
		x: {
			label: axisLabel(found),
			names: points.map(({ x }) => formatNumber(x)),
			ticks: ticksOf(found, count),
			marks: [
				...(now === undefined || now < found.from || now > found.to
					? []
					: [mark(now, `now ${formatNumber(now)}`)]),
				...found.crossings.map((value) => mark(value, formatNumber(value)))
			]
		},
		lines: [
			lineOf(report, { id: found.a, points, of: ({ a }) => a }),
			lineOf(report, { id: found.b, points, of: ({ b }) => b })
		],
		notes: []
	};
}

/** The unit follows where the name does not say it. */
const axisLabel = ({ label, unit }: ReportBreakEven): string =>
	label.toLowerCase().includes(unit) ? label : `${label}, ${unit}`;

const lowered = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1);
