import type { ChartConfiguration, ChartDataset } from 'chart.js';
import {
	extentOf,
	placeOf,
	valuesOf,
	type DotSet,
	type PointSpec,
	type Scale
} from '../specs/points.ts';
import { meshLook } from '../palette.ts';
import type { Surroundings } from './bars.ts';

const NARROW_PX = 560;
const BAND_PX = 12;

/** Marks are placed by the spec's own scale, 0 to 1, so that canvas and SVG agree. */
interface Placed {
	readonly x: number;
	readonly y: number;
	readonly label: string;
}

/** A chart of points for Chart.js; sets are told apart by colour, marker, fill and dash. */
export function pointConfig(spec: PointSpec, around: Surroundings): ChartConfiguration<'scatter'> {
	const { palette } = around;
	const narrow = around.widthPx < NARROW_PX;
	return {
		type: 'scatter',
		// Chart.js puts the first on top, SVG the last: the order of the spec is that of the SVG.
		data: {
			datasets: spec.sets.map((set, i) => ({
				...dataset(spec, set, around),
				order: spec.sets.length - i
			}))
		},
		options: {
			responsive: true,
			maintainAspectRatio: false,
			animation: around.reducedMotion ? false : { duration: 180 },
			interaction: { mode: 'nearest', intersect: true },
			scales: {
				x: axis(spec, 'x', around, narrow),
				y: axis(spec, 'y', around, narrow)
			},
			plugins: {
				tooltip: {
					usePointStyle: true,
					bodyFont: { family: palette.font },
					backgroundColor: palette.colour('--ink'),
					bodyColor: palette.colour('--paper'),
					filter: (item) => spec.sets[item.datasetIndex]?.draw === 'points',
					callbacks: {
						label: (item) => {
							const set = spec.sets[item.datasetIndex];
							const dot = set?.dots[item.dataIndex];
							return set && dot ? [dot.label, set.label, whereWords(spec, dot.x, dot.y)] : '';
						}
					}
				}
			}
		}
	};
}

/** "100 requests/s, 0.04 cores"; a row needs no second name. */
function whereWords(spec: PointSpec, x: number, y: number): string {
	const said = [spec.x, spec.y].map((scale, i) =>
		scale.names ? undefined : scale.full(i === 0 ? x : y)
	);
	return said.filter((words) => words !== undefined).join(', ');
}

function placed(spec: PointSpec, set: DotSet): Placed[] {
	const [x, y] = [extentOf(spec.x, valuesOf(spec, 'x')), extentOf(spec.y, valuesOf(spec, 'y'))];
	return set.dots.map((dot) => ({
		x: placeOf(spec.x, x, dot.x),
		y: placeOf(spec.y, y, dot.y),
		label: dot.label
	}));
}

function dataset(spec: PointSpec, set: DotSet, { palette }: Surroundings): ChartDataset<'scatter'> {
	const colour = palette.colour(meshLook(set.base).token);
	const points = set.draw === 'points';
	return {
		label: set.label,
		data: placed(spec, set),
		showLine: !points,
		borderColor: set.draw === 'band' ? faint(colour) : colour,
		backgroundColor: set.hollow ? palette.colour('--card') : colour,
		borderWidth: set.draw === 'band' ? BAND_PX : set.draw === 'line' ? 2 : 1.5,
		borderDash: [...(set.dash ?? [])],
		// Chart.js calls the upright one a cross.
		pointStyle: set.marker === 'cross' ? 'crossRot' : set.marker,
		pointRadius: points ? 5 : 0,
		pointHoverRadius: points ? 7 : 0,
		pointHitRadius: points ? 8 : 0
	};
}

/** The same colour, mostly clear. Computed colours read "rgb(…)". */
const faint = (colour: string): string =>
	colour.replace(/^rgb\((.*)\)$/, 'rgb($1 / 0.25)').replaceAll(',', ' ');

type Axis = NonNullable<NonNullable<ChartConfiguration<'scatter'>['options']>['scales']>[string];

function axis(spec: PointSpec, of: 'x' | 'y', { palette }: Surroundings, narrow: boolean): Axis {
	const scale = spec[of];
	const extent = extentOf(scale, valuesOf(spec, of));
	const font = { family: palette.font, size: narrow && scale.names ? 11 : 11.5 };
	const at = shownTicks(scale, extent.at, narrow && of === 'x');
	return {
		type: 'linear',
		min: 0,
		max: 1,
		reverse: of === 'y' && scale.names !== undefined,
		border: { display: of === 'x', color: palette.colour('--line-2') },
		grid: { color: palette.colour('--line'), drawTicks: false },
		title: {
			display: scale.label !== '',
			text: scale.label,
			color: palette.colour('--ink-3'),
			font
		},
		afterBuildTicks: (made) => {
			made.ticks = at.map((value) => ({ value: placeOf(scale, extent, value) }));
		},
		ticks: {
			color: palette.colour(scale.names ? '--ink' : '--ink-3'),
			font,
			padding: 8,
			autoSkip: false,
			maxRotation: 0,
			callback: (_value, i) => {
				const value = at[i];
				return value === undefined ? '' : (scale.names?.[value] ?? scale.short(value));
			}
		}
	};
}

/** Every third tick of a log scale, its decades, where all do not fit. */
function shownTicks(scale: Scale, at: readonly number[], narrow: boolean): readonly number[] {
	const most = narrow ? 5 : 9;
	if (scale.names || at.length <= most) return at;
	return at.filter((value) => /^1/.test(value.toExponential()));
}
