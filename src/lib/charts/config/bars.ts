import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { fillLook } from '../palette.ts';
import { reach } from '../specs/reach.ts';
import { textWidth } from '../text-width.ts';
import { valueOf, type BarSpec } from '../specs/spec.ts';
import { ticks } from '../specs/ticks.ts';
import { END_GAP_PX, labels } from './labels.ts';
import type { PaletteValues } from './palette-values.ts';

export interface Surroundings {
	readonly palette: PaletteValues;
	readonly widthPx: number;
	readonly reducedMotion: boolean;
	/** A bar was pressed. */
	readonly onPick?: (pick: { readonly option: string; readonly series: string }) => void;
}

const NARROW_PX = 560;

function datasets(spec: BarSpec, around: Surroundings, narrow: boolean): ChartDataset<'bar'>[] {
	const { palette } = around;
	return spec.series.map((series, column) => {
		const look = fillLook(series.id);
		return {
			label: series.label,
			data: spec.bars.map((bar) => valueOf(bar.points[column]) ?? NaN),
			backgroundColor: palette.fill(look),
			borderColor: palette.colour(spec.layout === 'stacked' ? '--card' : look.edge),
			borderWidth: 1,
			borderSkipped: false,
			borderRadius: 2,
			maxBarThickness: spec.layout === 'stacked' ? 26 : 12,
			categoryPercentage: narrow ? 0.62 : 0.78,
			barPercentage: spec.layout === 'stacked' ? 0.8 : 0.92
		};
	});
}

/** Room of the figures beside the names; letters of the page's own font may be wider than Inter's. */
const endsWidth = ({ bars }: BarSpec, textPx: number): number =>
	Math.max(0, ...bars.map(({ end, best }) => textWidth(end, textPx, best ? 600 : 400))) * 1.1;

/** A bar chart for Chart.js: bars lie, their names stand at the left or, where narrow, above. */
export function barConfig(spec: BarSpec, around: Surroundings): ChartConfiguration<'bar'> {
	const { palette, widthPx } = around;
	const narrow = widthPx < NARROW_PX;
	const textPx = narrow ? 12 : 12.5;
	const { low, high } = reach(spec);
	const axis = ticks(low, high, narrow ? 3 : 6);
	const best = spec.bars.map((bar) => bar.best);
	const atNames = spec.endBy === 'name';
	const right = atNames ? (narrow ? 12 : 20) : endsWidth(spec, textPx) + END_GAP_PX;
	const ends = atNames && !narrow ? endsWidth(spec, textPx) + END_GAP_PX : 0;
	return {
		type: 'bar',
		data: {
			labels: spec.bars.map((bar) => (bar.mark ? [bar.label, bar.mark] : bar.label)),
			datasets: datasets(spec, around, narrow)
		},
		options: {
			indexAxis: 'y',
			responsive: true,
			maintainAspectRatio: false,
			animation: around.reducedMotion ? false : { duration: 180 },
			layout: { padding: { right } },
			interaction: { mode: 'nearest', axis: 'y', intersect: true },
			scales: {
				x: {
					stacked: spec.layout === 'stacked',
					min: axis.from,
					max: axis.to,
					border: { display: false },
					grid: { color: palette.colour('--line'), drawTicks: false },
					afterBuildTicks: (scale) => {
						scale.ticks = axis.at.map((value) => ({ value }));
					},
					ticks: {
						color: palette.colour('--ink-3'),
						font: { family: palette.font, size: 11.5 },
						padding: 8,
						maxRotation: 0,
						callback: (value) => spec.axis.short(Number(value))
					}
				},
				y: {
					// Names stand in the middle of their rows: the room kept for half a name is not needed.
					afterFit: (scale) => {
						scale.paddingTop = 0;
						scale.paddingBottom = 0;
						scale.width += ends;
					},
					stacked: spec.layout === 'stacked',
					border: { display: false },
					grid: { display: false },
					ticks: {
						display: !narrow,
						crossAlign: 'far',
						autoSkip: false,
						color: palette.colour('--ink'),
						padding: END_GAP_PX,
						font: (context) => ({
							family: palette.font,
							size: textPx,
							weight: best[context.index] === true ? 600 : 400
						})
					}
				}
			},
			plugins: {
				tooltip: {
					displayColors: false,
					titleFont: { family: palette.font },
					bodyFont: { family: palette.font },
					backgroundColor: palette.colour('--ink'),
					titleColor: palette.colour('--paper'),
					bodyColor: palette.colour('--paper'),
					callbacks: {
						label: (item) => `${item.dataset.label ?? ''}: ${spec.axis.full(Number(item.raw))}`
					}
				}
			},
			onClick: (_event, elements) => {
				const [element] = elements;
				if (element === undefined) return;
				const option = spec.bars[element.index]?.id;
				const series = spec.series[element.datasetIndex]?.id;
				if (option !== undefined && series !== undefined) around.onPick?.({ option, series });
			}
		},
		plugins: [labels({ spec, palette, narrow, textPx })]
	};
}
