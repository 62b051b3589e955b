import type { Benchmarks, Observation } from '$lib/catalog/benchmark.ts';
import type { MeshCatalog } from '$lib/catalog/mesh.ts';
import {
	asCoefficient,
	COEFFICIENTS,
	publishedOf,
	type CoefficientId,
	type Curve
} from '$lib/intake/published.ts';
import { MESH_NAMES } from './mesh-names.ts';

/** An observation as a value of a coefficient, with what it may be filtered by. */
export interface PlotDot {
	readonly id: string;
	readonly mesh: string;
	readonly value: number;
	readonly version: string;
	readonly kind: Observation['kind'];
	readonly publisher: string;
	readonly mtls?: boolean | undefined;
	readonly loop?: 'open' | 'closed' | undefined;
	readonly rps?: number | undefined;
}

/** What is believed of one mesh, and why. */
export interface PlotBelief {
	readonly mesh: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly method: string;
	readonly grade: string;
	readonly why: string;
}

/** Everything one chart of a coefficient shows. */
export interface CoefficientPlot {
	readonly id: CoefficientId;
	readonly beliefs: readonly PlotBelief[];
	readonly dots: readonly PlotDot[];
	/** Observations behind a belief that have no place on this axis. */
	readonly unplaced: number;
}

const ORDER = Object.keys(MESH_NAMES);
const byMesh = (a: { mesh: string }, b: { mesh: string }): number =>
	ORDER.indexOf(a.mesh) - ORDER.indexOf(b.mesh);

/** The curve of a mesh's own c0 and β; of one without, such as Envoy by itself, that of Istio. */
function curveOf(meshes: MeshCatalog, mesh: string): Curve {
	const of = (id: 'c0' | 'beta'): number =>
		(publishedOf(meshes, mesh, id) ?? publishedOf(meshes, 'istio-sidecar', id))?.value ?? 0;
	return { c0: of('c0'), beta: of('beta') || 1 };
}

function dotOf(it: Observation, id: CoefficientId, meshes: MeshCatalog): PlotDot | undefined {
	const value = asCoefficient(it, id, curveOf(meshes, it.mesh));
	if (value === undefined || value <= 0) return undefined;
	const { mtls, loop, rps } = it.conditions;
	return {
		id: it.id,
		mesh: it.mesh,
		value,
		version: it.version ?? '',
		kind: it.kind,
		publisher: it.source.publisher,
		...{ mtls, loop, rps }
	};
}

/** A chart for each coefficient: what is believed of every mesh, over the observations behind it. */
export function coefficientPlots(
	benchmarks: Benchmarks,
	meshes: MeshCatalog
): readonly CoefficientPlot[] {
	return COEFFICIENTS.map((id): CoefficientPlot => {
		const cited = new Set<string>();
		const beliefs = ORDER.flatMap((mesh): readonly PlotBelief[] => {
			const known = publishedOf(meshes, mesh, id);
			if (known === undefined) return [];
			for (const observation of known.observations) cited.add(observation);
			const { value, low, high, method, grade, why } = known;
			return [{ mesh, value, low, high, method, grade, why }];
		});
		const seen = benchmarks.observations.filter((it) => cited.has(it.id));
		const dots = seen.flatMap((it) => dotOf(it, id, meshes) ?? []).sort(byMesh);
		return { id, beliefs, dots, unplaced: seen.length - dots.length };
	});
}
