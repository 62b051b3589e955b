import type {
	ArticleFile,
	BenchmarkFile,
	Conditions,
	PrintedObservation
} from './benchmark-schema.ts';
import { normal, type Normal } from './benchmark-units.ts';
import { loadMeshes, meshFigures } from './mesh.ts';
import type { MeshId } from './mesh-ids.ts';
import { rowsIn } from './mesh-rows.ts';
import type { Missing, Source } from './schema.ts';

/** One published number with the conditions it holds under. */
export interface Observation extends Omit<PrintedObservation, 'conditions' | 'source'> {
	readonly set: string;
	readonly kind: BenchmarkFile['publication']['kind'];
	readonly published: string | Missing;
	readonly source: Source;
	/** Those of the publication and its own. */
	readonly conditions: Omit<Conditions, 'notStated'>;
	/** What the publication does not say, by condition. */
	readonly gaps: ReadonlyMap<string, Missing>;
	/** The value in the engine's unit; `value` and `unit` stay as printed. */
	readonly normal: Normal;
}

export interface Benchmarks {
	readonly observations: readonly Observation[];
	readonly sets: readonly BenchmarkFile[];
	readonly article: ArticleFile;
}

const isFile = (file: unknown): file is BenchmarkFile =>
	typeof file === 'object' && file !== null && 'observations' in file;
const isArticle = (file: unknown): file is ArticleFile =>
	typeof file === 'object' && file !== null && 'runs' in file;

const GAP_WORDS: Readonly<Record<string, string>> = {
	version: 'the version',
	rps: 'the rate',
	connections: 'the number of connections',
	payloadBytes: 'the size of the payload',
	mtls: 'whether mTLS was on',
	protocol: 'the protocol',
	hardware: 'the hardware'
};

function gapsOf(publisher: string, names: readonly string[]): ReadonlyMap<string, Missing> {
	const gap = (name: string): Missing => ({
		missing: 'not-published',
		reason: `${publisher} does not state ${GAP_WORDS[name] ?? name}.`
	});
	return new Map(names.map((name) => [name, gap(name)]));
}

function observationOf(file: BenchmarkFile, printed: PrintedObservation): Observation {
	const { conditions: own, source: key, ...rest } = printed;
	const source = file.sources[key ?? 'publication'];
	if (source === undefined) throw new Error(`${file.set}: no source of ${printed.id}.`);
	const { notStated = [], ...conditions } = { ...file.conditions, ...own };
	return {
		...rest,
		set: file.set,
		kind: file.publication.kind,
		published: file.publication.published,
		source,
		conditions,
		gaps: gapsOf(source.publisher, notStated),
		normal: normal(printed.value, printed.unit)
	};
}

/** All publications and their observations. Throws only if the files are not of this version. */
export async function loadBenchmarks(): Promise<Benchmarks> {
	const { BENCHMARK_FILES } = await import('./benchmark-files.ts');
	const sets = BENCHMARK_FILES.filter(isFile);
	const article = BENCHMARK_FILES.find(isArticle);
	if (article === undefined) throw new Error('The benchmark files lack the article.');
	const observations = sets.flatMap((file) =>
		file.observations.map((printed) => observationOf(file, printed))
	);
	return { observations, sets, article };
}

/** Meshes whose observations speak about an option, the closest first. */
const SPEAKS_FOR: Readonly<Record<MeshId, readonly Observation['mesh'][]>> = {
	'no-mesh': ['no-mesh'],
	'istio-sidecar': ['istio-sidecar', 'envoy'],
	'istio-ambient': ['istio-ambient', 'istio-ambient-l4', 'envoy'],
	'istio-ambient-l4': ['istio-ambient-l4'],
	linkerd: ['linkerd'],
	'linkerd-enterprise': ['linkerd'],
	consul: ['consul', 'envoy'],
	'consul-enterprise': ['consul', 'envoy'],
	'app-mesh': ['app-mesh', 'envoy'],
	'vpc-lattice': [],
	'ecs-service-connect': ['envoy'],
	'cloud-service-mesh': ['istio-sidecar', 'envoy']
};

/** The observations that speak about an option. */
export function observationsOf(benchmarks: Benchmarks, id: MeshId): readonly Observation[] {
	const meshes = SPEAKS_FOR[id];
	return benchmarks.observations.filter(({ mesh }) => meshes.includes(mesh));
}

/** The observations behind a coefficient, such as `proxy.c1` or `latency.waypoint.hopP50Ms`. */
export async function observationsFor(
	id: MeshId,
	coefficient: string
): Promise<readonly Observation[]> {
	const [meshes, benchmarks] = await Promise.all([loadMeshes(), loadBenchmarks()]);
	const place = { id, group: 'mesh', label: id } as const;
	const rows = rowsIn(meshFigures(meshes, id), place);
	const row = [...rows].find((it) => it.id === `${id}.${coefficient}`);
	const known = new Map(benchmarks.observations.map((it) => [it.id, it]));
	return (row?.observations ?? []).flatMap((key) => known.get(key) ?? []);
}
