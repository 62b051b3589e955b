import type { Chart, Plugin } from 'chart.js';
import { meshLook } from '../palette.ts';
import { markSide } from '../specs/mark-side.ts';
import type { LineSpec } from '../specs/spec.ts';
import type { Surroundings } from './bars.ts';

const BAND_ALPHA = 0.16;

function paintBand(chart: Chart, spec: LineSpec, { palette }: Surroundings): void {
	const { band } = spec;
	const [x, y] = [chart.scales['x'], chart.scales['y']];
	if (band === undefined || x === undefined || y === undefined) return;
	const { ctx } = chart;
	ctx.save();
	ctx.globalAlpha = BAND_ALPHA;
	ctx.fillStyle = palette.colour(meshLook(band.base).token);
	ctx.beginPath();
	band.high.forEach((value, i) => {
		const [px, py] = [x.getPixelForValue(i), y.getPixelForValue(value)];
		if (i === 0) ctx.moveTo(px, py);
		else ctx.lineTo(px, py);
	});
	for (let i = band.low.length - 1; i >= 0; i--) {
		ctx.lineTo(x.getPixelForValue(i), y.getPixelForValue(band.low[i] ?? 0));
	}
	ctx.closePath();
	ctx.fill();
	ctx.restore();
}

function drawMarks(chart: Chart, spec: LineSpec, { palette }: Surroundings): void {
	const x = chart.scales['x'];
	const { marks = [] } = spec.x;
	if (x === undefined || marks.length === 0) return;
	const { ctx, chartArea } = chart;
	ctx.save();
	ctx.strokeStyle = palette.colour('--ink-2');
	ctx.fillStyle = palette.colour('--ink');
	ctx.font = `400 12px ${palette.font}`;
	ctx.textBaseline = 'top';
	ctx.setLineDash([3, 3]);
	ctx.lineWidth = 1;
	marks.forEach((mark, i) => {
		const px = x.getPixelForValue(mark.at);
		const isLeft = markSide(mark, marks, spec.x.names.length - 1) === 'left';
		ctx.beginPath();
		ctx.moveTo(px, chartArea.top);
		ctx.lineTo(px, chartArea.bottom);
		ctx.stroke();
		ctx.textAlign = isLeft ? 'right' : 'left';
		ctx.fillText(mark.label, px + (isLeft ? -5 : 5), chartArea.top + 14 * (i % 3));
	});
	ctx.restore();
}

/** The band of a line beneath all lines, and upright marks with their words above them. */
export const lineExtras = (spec: LineSpec, around: Surroundings): Plugin => ({
	id: 'meshup-line-extras',
	beforeDatasetsDraw: (chart) => {
		paintBand(chart, spec, around);
		drawMarks(chart, spec, around);
	}
});
