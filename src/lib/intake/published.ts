import type { Observation } from '../catalog/benchmark.ts';
import { allMeshFigures } from '../catalog/mesh-figures.ts';
import type { MeshCatalog } from '../catalog/mesh.ts';
import type { Varied } from './idle-snapshots.ts';
import type { MeshRow } from '../catalog/mesh-rows.ts';

/** Coefficients of a proxy or a hop that publications, or a user's benchmark, can speak about. */
export const COEFFICIENTS = [
	'c1',
	'c0',
	'm0',
	'aServiceKiB',
	'aEndpointKiB',
	'hopP50Ms',
	'hopP99Ms'
] as const;
export type CoefficientId = (typeof COEFFICIENTS)[number];

/** What is believed of one coefficient of a mesh, with its range and why. */
export interface Published {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly unit: string;
	readonly method: string;
	readonly grade: string;
	/** How it came about and under which conditions it holds. */
	readonly why: string;
	readonly observations: readonly string[];
}

const isLatency = (coefficient: string): boolean => coefficient.startsWith('hop');

/** The figure of a mesh's proxy, or of its hop; undefined where the mesh has none of its own. */
export function publishedOf(
	meshes: MeshCatalog,
	mesh: string,
	coefficient: CoefficientId | 'beta'
): Published | undefined {
	const part = isLatency(coefficient) ? 'latency' : 'proxy';
	const ending = `/${mesh}.${part}.${coefficient}`;
	const row = [...allMeshFigures(meshes)].find(({ id }) => id.endsWith(ending));
	return row && rangeOf(row);
}

function rangeOf(row: MeshRow): Published | undefined {
	const { amount, low, high } = row;
	if (amount === undefined) return undefined;
	const { unit, method, grade, why, observations } = row;
	return {
		value: Number(amount),
		low: Number(low ?? amount),
		high: Number(high ?? amount),
		...{ unit, method, grade, why, observations }
	};
}

/** The curve that turns the CPU of a proxy at some rate into c1 (`model.md` §4). */
export interface Curve {
	readonly c0: number;
	readonly beta: number;
}

/** Requests a second at which c1 is stated. */
const R0 = 1000;

/**
 * What an observation says of a coefficient, in its unit; undefined where it says nothing that can be
 * laid on one axis. CPU of a proxy at a rate is put on the curve of §4: c1 = (cores − c0) / (r0·(r/r0)^β).
 */
export function asCoefficient(
	{ metric, percentile, normal, conditions }: Observation,
	coefficient: CoefficientId,
	curve: Curve
): number | undefined {
	switch (coefficient) {
		case 'c1':
			if (metric === 'cpuPer1000Rps') return normal.value;
			return metric === 'cpuPerProxy' ? onCurve(normal.value, conditions.rps, curve) : undefined;
		case 'c0':
			return metric === 'cpuIdlePerProxy' ? normal.value : undefined;
		case 'm0':
			return /^memory(Idle)?PerProxy$/.test(metric) ? normal.value : undefined;
		case 'aServiceKiB':
			return metric.startsWith('memoryPerCluster') ? normal.value : undefined;
		case 'aEndpointKiB':
			return metric === 'memoryPerEndpoint' ? normal.value : undefined;
		case 'hopP50Ms':
			return metric === 'addedLatency' && percentile === 50 ? normal.value : undefined;
		case 'hopP99Ms':
			return metric === 'addedLatency' && percentile === 99 ? normal.value : undefined;
	}
}

function onCurve(cores: number, rps: number | undefined, { c0, beta }: Curve): number | undefined {
	if (rps === undefined || rps <= 0 || cores <= c0) return undefined;
	return (cores - c0) / (R0 * (rps / R0) ** beta);
}

/** Cores of one proxy at a rate by published coefficients, to draw beside a fit. */
export function publishedCurve(
	{ c0, c1, beta }: Readonly<Record<'c0' | 'c1' | 'beta', number>>,
	rps: number
): number {
	return c0 + (rps > 0 ? R0 * (rps / R0) ** beta * c1 : 0);
}

/**
 * MiB of one proxy over the clusters or endpoints it holds, by published coefficients (`model.md` §4);
 * undefined where the mesh has no such figures.
 */
export function publishedLine(
	meshes: MeshCatalog,
	mesh: string,
	varied: Varied
): ((count: number) => number) | undefined {
	const idle = publishedOf(meshes, mesh, 'm0');
	const slope = publishedOf(meshes, mesh, varied === 'clusters' ? 'aServiceKiB' : 'aEndpointKiB');
	return idle && slope && ((count) => idle.value + (count * slope.value) / 1024);
}
