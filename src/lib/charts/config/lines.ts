import type { ChartConfiguration, Plugin } from 'chart.js';
import { meshLook } from '../palette.ts';
import { valueOf, type Line, type LineSpec } from '../specs/spec.ts';
import { spread } from '../specs/spread.ts';
import { ticks } from '../specs/ticks.ts';
import type { Surroundings } from './bars.ts';
import { lineExtras } from './line-extras.ts';

const LINE_PX = 15;
/** Between a name and the edge of the picture. */
const EDGE_PX = 6;

/** A name that leaves room for its value: where there is too little, its last letters go. */
function named(ctx: CanvasRenderingContext2D, { label, end }: Line, room: number): string {
	let letters = [...label];
	const shown = (): string => `${letters.join('').trimEnd()}${end === '' ? '' : ` ${end}`}`;
	while (letters.length > 2 && ctx.measureText(shown()).width > room) {
		letters = [...letters.slice(0, letters.at(-1) === '…' ? -2 : -1), '…'];
	}
	return shown();
}

/** Writes each line's name and last value beside its end, pushed apart where they would touch. */
const ends = (spec: LineSpec, around: Surroundings, narrow: boolean): Plugin => ({
	id: 'meshup-line-ends',
	afterDatasetsDraw: (chart) => {
		const y = chart.scales['y'];
		if (y === undefined) return;
		const { ctx, chartArea } = chart;
		const wanted = spec.lines.map((line) => {
			const last = valueOf(line.points.at(-1));
			return last === undefined ? undefined : y.getPixelForValue(last);
		});
		const placed = spread(wanted, LINE_PX);
		ctx.save();
		ctx.textBaseline = 'middle';
		ctx.font = `400 12px ${around.palette.font}`;
		spec.lines.forEach((line, i) => {
			const at = placed[i];
			if (at === undefined) return;
			ctx.fillStyle = around.palette.colour(meshLook(line.base).token);
			const shown = narrow ? { ...line, end: '' } : line;
			const x = chartArea.right + 8;
			ctx.fillText(named(ctx, shown, chart.width - x - EDGE_PX), x, at);
		});
		ctx.restore();
	}
});

/** Names of ticks by the point they stand nearest to. */
function tickNames({ x }: LineSpec, narrow: boolean): Readonly<Record<number, string>> | undefined {
	if (x.ticks === undefined) return undefined;
	const shown = x.ticks.filter(({ minor }) => !narrow || minor !== true);
	return Object.fromEntries(shown.map(({ at, label }) => [Math.round(at), label]));
}

/** A line chart for Chart.js; lines are told apart by colour, dash and marker. */
export function lineConfig(spec: LineSpec, around: Surroundings): ChartConfiguration<'line'> {
	const { palette } = around;
	const narrow = around.widthPx < 560;
	const values = [
		...spec.lines.flatMap((line) => line.points.map((point) => valueOf(point) ?? 0)),
		...(spec.band?.high ?? [])
	];
	const named = tickNames(spec, narrow);
	const axis = ticks(Math.min(0, ...values), Math.max(0, ...values), 5);
	const every = Math.max(1, Math.round(spec.x.names.length / (narrow ? 4 : 8)));
	return {
		type: 'line',
		data: {
			labels: [...spec.x.names],
			datasets: spec.lines.map((line) => {
				const look = meshLook(line.base, line.id !== line.base);
				const colour = palette.colour(look.token);
				return {
					label: line.label,
					data: line.points.map((point) => valueOf(point) ?? NaN),
					borderColor: colour,
					backgroundColor: look.hollow ? palette.colour('--card') : colour,
					borderWidth: 2,
					borderDash: [...look.dash],
					pointStyle: look.marker,
					pointRadius: spec.x.names.map((_, i) => (i % every === 0 ? 4 : 0)),
					pointHitRadius: 8,
					segment: {}
				};
			})
		},
		options: {
			responsive: true,
			maintainAspectRatio: false,
			animation: around.reducedMotion ? false : { duration: 180 },
			layout: { padding: { right: narrow ? 96 : 176 } },
			interaction: { mode: 'index', intersect: false },
			scales: {
				x: {
					border: { color: palette.colour('--line-2') },
					grid: { display: false },
					title: {
						display: true,
						text: spec.x.label,
						color: palette.colour('--ink-3'),
						font: { family: palette.font, size: 11.5 }
					},
					ticks: {
						color: palette.colour('--ink-3'),
						font: { family: palette.font, size: 11.5 },
						autoSkip: false,
						maxRotation: 0,
						callback: (_value, i) =>
							named === undefined ? (i % every === 0 ? spec.x.names[i] : null) : (named[i] ?? null)
					}
				},
				y: {
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
						callback: (value) => spec.axis.short(Number(value))
					}
				}
			},
			plugins: {
				tooltip: {
					usePointStyle: true,
					titleFont: { family: palette.font },
					bodyFont: { family: palette.font },
					backgroundColor: palette.colour('--ink'),
					titleColor: palette.colour('--paper'),
					bodyColor: palette.colour('--paper'),
					callbacks: {
						title: (items) => `${spec.x.label} ${items[0]?.label ?? ''}`,
						label: (item) => `${item.dataset.label ?? ''}: ${spec.axis.full(Number(item.raw))}`
					}
				}
			}
		},
		plugins: [lineExtras(spec, around), ends(spec, around, narrow)]
	};
}
