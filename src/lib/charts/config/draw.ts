import {
	BarController,
	BarElement,
	BasicPlatform,
	CategoryScale,
	Chart,
	LinearScale,
	LineController,
	LineElement,
	PointElement
} from 'chart.js';
import { PRINT_PALETTE } from '../print-palette.ts';
import { RecordingContext, type DrawOp } from '../recording-context.ts';
import type { ChartSpec } from '../specs/spec.ts';
import { toConfig } from './to-config.ts';

Chart.register(
	BarController,
	BarElement,
	CategoryScale,
	LinearScale,
	LineController,
	LineElement,
	PointElement
);

export interface Drawing {
	readonly widthPx: number;
	readonly heightPx: number;
	readonly ops: readonly DrawOp[];
}

const BAR_ROW_PX = 34;
const GROUPED_ROW_PX = 46;
const AXIS_PX = 34;
const LINES_PX = 320;

/** The height at which a chart of this kind reads well. */
export const heightOf = (spec: ChartSpec): number =>
	spec.kind === 'lines'
		? LINES_PX
		: AXIS_PX +
			Math.max(1, spec.bars.length) * (spec.layout === 'stacked' ? BAR_ROW_PX : GROUPED_ROW_PX);

/**
 * Draws a chart as the screen does, by the same Chart.js configuration, into a list of operations.
 * No DOM and nothing native: the same in browser, worker and Node.
 */
export function draw(spec: ChartSpec, widthPx: number): Drawing {
	const heightPx = heightOf(spec);
	const canvas = { width: widthPx, height: heightPx, style: {}, getContext: () => context };
	const context = new RecordingContext(canvas);
	const config = toConfig(spec, { palette: PRINT_PALETTE, widthPx, reducedMotion: true });
	const target: unknown = canvas;
	if (!isCanvas(target)) throw new Error('no canvas');
	const chart = new Chart(target, {
		...config,
		platform: BasicPlatform,
		options: {
			...config.options,
			responsive: false,
			animation: false,
			devicePixelRatio: 1,
			events: []
		}
	});
	context.ops.length = 0;
	chart.draw();
	const ops = [...context.ops]; // destroying a chart wipes its canvas
	chart.destroy();
	return { widthPx, heightPx, ops };
}

/** All that Chart.js asks of a canvas without a page. */
const isCanvas = (value: unknown): value is HTMLCanvasElement =>
	typeof value === 'object' && value !== null && 'getContext' in value;
