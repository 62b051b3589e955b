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
		ctx.fillStyle = palette.colour(
			Number.isNaN(Number(bar.end.replace(/[^\d]/g, '') || 'x')) ? '--ink-3' : '--ink'
		);
		ctx.textAlign = 'left';
		ctx.fillText(bar.end, at.x + 8, at.y);
		if (narrow) {
			const half = (chart.scales['y']?.height ?? 0) / spec.bars.length / 2;
			ctx.fillStyle = palette.colour('--ink-2');
			ctx.fillText(
				bar.mark ? `${bar.label}, ${bar.mark}` : bar.label,
				chartArea.left,
				at.y - half + 8
			);
		}
	});
	ctx.restore();
}

/** Writes the value at the end of each bar, the whisker of its range and, where narrow, its name. */
export const labels = (written: Written): Plugin => ({
	id: 'meshup-labels',
	afterDatasetsDraw: (chart) => write(chart, written)
});
