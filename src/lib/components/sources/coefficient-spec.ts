import type { Dot, DotSet, PointSpec } from '$lib/charts/specs/points.ts';
import type { Marker } from '$lib/charts/palette.ts';
import { formatNumber } from '$lib/format/number.ts';
import type { CoefficientId } from '$lib/intake/published.ts';
import type { CoefficientPlot, PlotBelief, PlotDot } from './coefficient-plots.ts';
import { meshName } from './mesh-names.ts';

/** A coefficient measured by the reader. */
export interface OwnValue {
	readonly mesh: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
}

interface Words {
	readonly label: string;
	readonly unit: string;
	/** Printed as value × this. */
	readonly times: number;
}

export const COEFFICIENT_WORDS: Readonly<Record<CoefficientId, Words>> = {
	c1: {
		label: 'CPU per request',
		unit: 'core-milliseconds a request at 1000 requests/s',
		times: 1000
	},
	c0: { label: 'CPU of an idle proxy', unit: 'milli-cores', times: 1000 },
	m0: { label: 'Memory of a proxy', unit: 'MiB', times: 1 },
	aServiceKiB: {
		label: 'Memory per cluster',
		unit: 'KiB per visible cluster of endpoints',
		times: 1
	},
	aEndpointKiB: { label: 'Memory per endpoint', unit: 'KiB per endpoint', times: 1 },
	hopP50Ms: { label: 'Added median', unit: 'ms a call', times: 1 },
	hopP99Ms: { label: 'Added p99', unit: 'ms a call', times: 1 }
};

const KINDS: readonly (readonly [PlotDot['kind'], string, Marker])[] = [
	['vendor', 'By a maker of a mesh', 'triangle'],
	['independent', 'By somebody independent', 'circle'],
	['academic', 'By a university', 'rect'],
	['user', 'By a user', 'rectRot']
];

/** Vertical room that the marks of one row spread over, in rows. */
const SPREAD = 0.5;

/** A row a mesh: the range believed, its centre, every observation, and the reader's own. */
export function coefficientSpec(
	{ id, beliefs, dots, unplaced }: CoefficientPlot,
	own: readonly OwnValue[]
): PointSpec {
	const { label, unit, times } = COEFFICIENT_WORDS[id];
	const all = [...beliefs, ...dots, ...own].map((it) => it.mesh);
	const rows = [...new Set(all)];
	const rowOf = (mesh: string): number => rows.indexOf(mesh);
	const written = (value: number): string => `${formatNumber(value * times, 3)} ${unit}`;
	const sets: readonly DotSet[] = [
		...beliefs.map((belief) => band(belief, rowOf(belief.mesh))),
		...KINDS.map(([kind, words, marker]) => kindSet({ kind, words, marker }, dots, rowOf)),
		centres(beliefs, rowOf),
		...own.map((value, i) => ownRange(value, i, rowOf(value.mesh))),
		owns(own, rowOf)
	];
	return {
		kind: 'points',
		id: `coefficient-${id}`,
		title: label,
		finding: findingOf(beliefs, dots, own),
		x: {
			label: unit,
			log: true,
			short: (value) => formatNumber(value * times, 2),
			full: written
		},
		y: { label: '', log: false, names: rows.map(meshName), short: String, full: String },
		sets: sets.filter((set) => set.dots.length > 0),
		notes: [
			...(id === 'c1'
				? [
						'CPU at another rate than 1000/s is put on the curve of the model: less idle, rate to the power of β.'
					]
				: []),
			...(unplaced > 0
				? [`${unplaced} more observations stand behind these ranges without a place on this axis.`]
				: [])
		]
	};
}

function band({ mesh, low, high }: PlotBelief, row: number): DotSet {
	const ends = [low, high].map((x, i): Dot => ({
		id: String(i),
		x,
		y: row,
		label: 'End of the range'
	}));
	const dots = low > 0 && low < high ? ends : [];
	return {
		id: `band-${mesh}`,
		label: `Believed: ${meshName(mesh)}`,
		draw: 'band',
		base: mesh,
		marker: 'rect',
		untold: true,
		quiet: true,
		dots
	};
}

interface KindWords {
	readonly kind: PlotDot['kind'];
	readonly words: string;
	readonly marker: Marker;
}

function kindSet(
	{ kind, words, marker }: KindWords,
	dots: readonly PlotDot[],
	rowOf: (mesh: string) => number
): DotSet {
	const own = dots.filter((dot) => dot.kind === kind);
	return {
		id: kind,
		label: words,
		draw: 'points',
		base: 'no-mesh',
		marker,
		hollow: true,
		dots: own.map((dot): Dot => {
			const version = dot.version === '' ? '' : ` ${dot.version}`;
			return {
				id: dot.id,
				x: dot.value,
				y: rowOf(dot.mesh) + apart(dot, dots),
				label: `${meshName(dot.mesh)}${version}, ${dot.publisher}`
			};
		})
	};
}

/** Marks of one row stand apart by their place among its marks, so that equal values can be told. */
function apart(dot: PlotDot, dots: readonly PlotDot[]): number {
	const row = dots.filter((it) => it.mesh === dot.mesh);
	if (row.length < 2) return 0;
	return (row.indexOf(dot) / (row.length - 1) - 0.5) * SPREAD;
}

function centres(beliefs: readonly PlotBelief[], rowOf: (mesh: string) => number): DotSet {
	return {
		id: 'central',
		label: 'Believed: centre, and range as a band',
		draw: 'points',
		base: 'istio-sidecar',
		marker: 'cross',
		dots: beliefs
			.filter(({ value }) => value > 0)
			.map(({ mesh, value }) => ({
				id: mesh,
				x: value,
				y: rowOf(mesh),
				label: `${meshName(mesh)}, central`
			}))
	};
}

function ownRange({ mesh, low, high }: OwnValue, i: number, row: number): DotSet {
	const ends = [low, high].map((x, end): Dot => ({
		id: String(end),
		x,
		y: row,
		label: 'End of your range'
	}));
	return {
		id: `own-range-${i}`,
		label: 'Your range',
		draw: 'line',
		base: mesh,
		marker: 'star',
		untold: true,
		quiet: true,
		dots: low > 0 && low < high ? ends : []
	};
}

function owns(own: readonly OwnValue[], rowOf: (mesh: string) => number): DotSet {
	return {
		id: 'own',
		label: 'Measured by you',
		draw: 'points',
		base: 'app-mesh',
		marker: 'star',
		dots: own
			.filter(({ value }) => value > 0)
			.map(({ mesh, value }, i) => ({
				id: String(i),
				x: value,
				y: rowOf(mesh),
				label: `${meshName(mesh)}, yours`
			}))
	};
}

function findingOf(
	beliefs: readonly PlotBelief[],
	dots: readonly PlotDot[],
	own: readonly OwnValue[]
): string {
	const inside = dots.filter((dot) => {
		const belief = beliefs.find(({ mesh }) => mesh === dot.mesh);
		return belief !== undefined && dot.value >= belief.low && dot.value <= belief.high;
	}).length;
	const compared = dots.filter((dot) => beliefs.some(({ mesh }) => mesh === dot.mesh)).length;
	const yours =
		own.length === 0
			? ''
			: ` ${own.length} of your own ${own.length === 1 ? 'stands' : 'stand'} beside them.`;
	if (dots.length === 0)
		return `No observation is left here by the filter, or none was published.${yours}`;
	return `${inside} of ${compared} observations shown lie inside the range believed of their mesh.${yours}`;
}
