import type { Chart, Plugin } from 'chart.js';
import type { BarSpec } from '../specs/spec.ts';
import { valueOf } from '../specs/spec.ts';
import type { PaletteValues } from './palette-values.ts';

interface Written {
	readonly spec: BarSpec;
	readonly palette: PaletteValues;
	readonly narrow: boolean;
	readonly textPx: number;
}

const WHISKER = 5;
/** Between a name, its figure and the bars. */
export const END_GAP_PX = 10;

function whisker(chart: Chart, written: Written, row: number, y: number): void {
	const range = written.spec.bars[row]?.range;
	const x = chart.scales['x'];
	if (range === undefined || x === undefined) return;
	const [from, to] = [x.getPixelForValue(range.low), x.getPixelForValue(range.high)];
	const { ctx } = chart;
	ctx.strokeStyle = written.palette.colour('--ink');
	ctx.lineWidth = 1.5;
	ctx.beginPath();
	ctx.moveTo(from, y);
	ctx.lineTo(to, y);
	for (const end of [from, to]) {
		ctx.moveTo(end, y - WHISKER);
		ctx.lineTo(end, y + WHISKER);
	}
	ctx.stroke();
}

/** Where the last of a row ends, to the right. */
function rowEnd(chart: Chart, spec: BarSpec, row: number): { x: number; y: number } | undefined {
	const x = chart.scales['x'];
	const y = chart.scales['y'];
	if (x === undefined || y === undefined) return undefined;
	const bar = spec.bars[row];
	const values = bar?.points.map((point) => valueOf(point) ?? 0) ?? [];
	const total =
		spec.layout === 'stacked'
			? values.filter((value) => value > 0).reduce((sum, value) => sum + value, 0)
			: Math.max(0, ...values);
	const end = Math.max(total, bar?.range?.high ?? 0);
	return { x: x.getPixelForValue(end), y: y.getPixelForValue(row) };
}

function write(chart: Chart, written: Written): void {
	const { spec, palette, narrow, textPx } = written;
	const { ctx, chartArea } = chart;
	ctx.save();
	ctx.textBaseline = 'middle';
	spec.bars.forEach((bar, row) => {
		const at = rowEnd(chart, spec, row);
		if (at === undefined) return;
		whisker(chart, written, row, at.y);
		ctx.font = `${bar.best ? 600 : 400} ${textPx}px ${palette.font}`;
		ctx.textAlign = 'left';
		const half = (chart.scales['y']?.height ?? 0) / spec.bars.length / 2;
		const name = { x: chartArea.left, y: at.y - half + 8 };
		const words = bar.mark ? `${bar.label}, ${bar.mark}` : bar.label;
		if (narrow) {
			ctx.fillStyle = palette.colour('--ink-2');
			ctx.fillText(words, name.x, name.y);
		}
		ctx.fillStyle = palette.colour(
			Number.isNaN(Number(bar.end.replace(/[^\d]/g, '') || 'x')) ? '--ink-3' : '--ink'
		);
		if (spec.endBy === 'bar') ctx.fillText(bar.end, at.x + 8, at.y);
		else if (narrow) ctx.fillText(bar.end, name.x + ctx.measureText(words).width + 8, name.y);
		else {
			ctx.textAlign = 'right';
			ctx.fillText(bar.end, chartArea.left - END_GAP_PX, at.y);
		}
	});
	ctx.restore();
}

/** Writes the figure of each bar at its end or beside its name, the whisker of its range and, where narrow, its name. */
export const labels = (written: Written): Plugin => ({
	id: 'meshup-labels',
	afterDatasetsDraw: (chart) => write(chart, written)
});
