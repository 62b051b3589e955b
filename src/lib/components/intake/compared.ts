import { formatNumber } from '$lib/format/number.ts';
import type { MeshCatalog } from '$lib/catalog/mesh.ts';
import type { HopLatency, SweepAnalysis } from '$lib/intake/analyse.ts';
import type { Varied } from '$lib/intake/idle-snapshots.ts';
import type { Estimate } from '$lib/intake/least-squares.ts';
import type { MemorySlope } from '$lib/intake/memory.ts';
import { isMissing, notMeasured, type Missing } from '$lib/intake/parsed.ts';
import { publishedOf, type CoefficientId } from '$lib/intake/published.ts';
import { figure } from './words.ts';

/** A coefficient measured here beside the published one, as text. */
export interface Compared {
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	readonly own: string;
	readonly range: string;
	/** Why nothing was measured here. */
	readonly gap?: string;
	readonly published: string;
	readonly publishedRange: string;
	readonly ratio: string;
	readonly why: string;
}

interface Coefficient {
	readonly id: CoefficientId | 'beta';
	readonly label: string;
	readonly unit: string;
	/** Printed as value × this: milli-cores read better than cores. */
	readonly times: number;
}

interface Row extends Coefficient {
	readonly of: (analysis: SweepAnalysis) => Own | Missing;
}

interface Own {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** What the ends are. */
	readonly ends: string;
}

const fitted =
	(pick: 'c0' | 'c1' | 'beta') =>
	({ cpu }: SweepAnalysis): Own | Missing => {
		if (isMissing(cpu)) return cpu;
		if (pick === 'c0' && !cpu.idleMeasured) return notMeasured('No run at rate 0.');
		return ofEstimate(cpu[pick]);
	};

const ofEstimate = ({ value, low, high, level }: Estimate): Own => ({
	value,
	low,
	high,
	ends: `at ${Math.round(level * 100)} %`
});

const ofHop = (hop: HopLatency | Missing): Own | Missing => {
	if (isMissing(hop)) return hop;
	const { medianMs: value, lowMs: low, highMs: high, levels, lowerBound } = hop;
	const rates = levels === 1 ? 'one rate' : `${levels} rates`;
	return { value, low, high, ends: `over ${rates}${lowerBound ? ', a lower bound' : ''}` };
};

const ROWS: readonly Row[] = [
	{
		id: 'c0',
		label: 'CPU of an idle proxy, c0',
		unit: 'milli-cores',
		times: 1000,
		of: fitted('c0')
	},
	{
		id: 'c1',
		label: 'CPU per request at 1000/s, c1',
		unit: 'core-milliseconds',
		times: 1000,
		of: fitted('c1')
	},
	{
		id: 'beta',
		label: 'How CPU grows with rate, β',
		unit: '1: in proportion',
		times: 1,
		of: fitted('beta')
	},
	{
		id: 'hopP50Ms',
		label: 'Latency added per call, median',
		unit: 'ms',
		times: 1,
		of: ({ hopP50 }) => ofHop(hopP50)
	},
	{
		id: 'hopP99Ms',
		label: 'Latency added per call, p99',
		unit: 'ms',
		times: 1,
		of: ({ hopP99 }) => ofHop(hopP99)
	}
];

/** What a sweep measured beside what is published of the same mesh. */
export function compared(
	analysis: SweepAnalysis,
	meshes: MeshCatalog | undefined
): readonly Compared[] {
	const { mesh } = analysis.sweep;
	return ROWS.map((row) => besidePublished(row, row.of(analysis), { mesh, meshes }));
}

const IDLE: Coefficient = { id: 'm0', label: 'Memory of an idle proxy, m0', unit: 'MiB', times: 1 };
const HELD: Readonly<Record<Varied, Coefficient>> = {
	clusters: { id: 'aServiceKiB', label: 'Memory a cluster more', unit: 'KiB', times: 1 },
	endpoints: { id: 'aEndpointKiB', label: 'Memory an endpoint more', unit: 'KiB', times: 1 }
};

/** The same for memory, from snapshots without traffic. */
export function comparedMemory(
	{ mesh, varied, fit }: MemorySlope,
	meshes: MeshCatalog | undefined
): readonly Compared[] {
	const own = (pick: 'm0MiB' | 'slopeKiB'): Own | Missing =>
		isMissing(fit) ? fit : ofEstimate(fit[pick]);
	return [
		besidePublished(IDLE, own('m0MiB'), { mesh, meshes }),
		besidePublished(HELD[varied], own('slopeKiB'), { mesh, meshes })
	];
}

interface Beside {
	readonly mesh: string;
	readonly meshes: MeshCatalog | undefined;
}

function besidePublished(
	{ id, label, unit, times }: Coefficient,
	own: Own | Missing,
	{ mesh, meshes }: Beside
): Compared {
	const known = meshes && publishedOf(meshes, mesh, id);
	const written = (value: number): string => figure(value * times);
	const ends = (low: number, high: number): string => `${written(low)} to ${written(high)}`;
	const published = {
		published: known ? written(known.value) : '–',
		publishedRange: known ? ends(known.low, known.high) : '',
		why: known?.why ?? (meshes ? 'Nothing is published of this mesh alone.' : '')
	};
	const shared = { id, label, unit, ...published };
	if (isMissing(own)) return { ...shared, own: '', range: '', gap: own.reason, ratio: '–' };
	return {
		...shared,
		own: written(own.value),
		range: `${ends(own.low, own.high)} ${own.ends}`,
		ratio: known && known.value > 0 ? `${formatNumber(own.value / known.value)} ×` : '–'
	};
}
