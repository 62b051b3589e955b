import type { Benchmarks, Observation } from '$lib/catalog/benchmark.ts';
import { ecosystem, endOfSupport, versionText } from '$lib/catalog/lifecycle.ts';
import { allMeshFigures } from '$lib/catalog/mesh-figures.ts';
import type { MeshRow } from '$lib/catalog/mesh-rows.ts';
import { meshSource, type MeshCatalog } from '$lib/catalog/mesh.ts';
import { sourceAddress } from './listed.ts';
import { MESH_NAMES } from './mesh-names.ts';

/** An observation as the page prints it: text only, so that the first HTML stays small. */
export interface Seen {
	readonly id: string;
	readonly mesh: string;
	readonly what: string;
	readonly value: string;
	readonly conditions: string;
	readonly version: string;
	readonly published: string;
	readonly kind: string;
	readonly grade: string;
	readonly publisher: string;
	readonly url?: string;
	readonly words: string;
	readonly gaps: readonly string[];
	/** What the list may be narrowed by, beside mesh, version and kind. */
	readonly mtls?: boolean;
	readonly loop?: 'open' | 'closed';
	readonly rps?: number;
}

/** What is believed of a coefficient, and why. */
export interface Belief {
	readonly id: string;
	readonly label: string;
	readonly value: string;
	readonly range: string;
	readonly unit: string;
	readonly method: string;
	readonly grade: string;
	readonly why: string;
	readonly observations: readonly string[];
}

export interface Life {
	readonly id: string;
	readonly label: string;
	readonly version: string;
	readonly ends: string;
	readonly policy: string;
}

/** `cpuPer1000Rps` reads "CPU per 1000 requests/s". */
const METRICS: Readonly<Record<Observation['metric'], string>> = {
	latency: 'Latency',
	addedLatency: 'Added latency',
	addedLatencyShare: 'Added latency, share',
	throughput: 'Throughput',
	cpuPerProxy: 'CPU of a proxy',
	cpuPer1000Rps: 'CPU per 1000 requests/s',
	cpuTotal: 'CPU in all',
	cpuIdlePerProxy: 'CPU of an idle proxy',
	addedCpuShare: 'Added CPU, share',
	memoryPerProxy: 'Memory of a proxy',
	memoryIdlePerProxy: 'Memory of an idle proxy',
	memoryTotal: 'Memory in all',
	memoryPerCluster: 'Memory per cluster of endpoints',
	memoryPerClusterWithoutStats: 'Memory per cluster, no statistics',
	memoryPerEndpoint: 'Memory per endpoint',
	memoryPerWorker: 'Memory per worker',
	configPerProxy: 'Configuration of a proxy',
	pushRateDefault: 'Rate of updates, setting',
	cpuRequestDefault: 'CPU requested, setting',
	memoryRequestDefault: 'Memory requested, setting',
	cpuRequestAdvised: 'CPU request advised',
	memoryRequestAdvised: 'Memory request advised'
};

function conditionWords(of: Observation['conditions']): string {
	const said = (value: number | undefined, many: string, one = many): string =>
		value === undefined ? '' : `${value.toLocaleString('en-US')} ${value === 1 ? one : many}`;
	return [
		said(of.rps, 'requests/s'),
		said(of.connections, 'connections', 'connection'),
		said(of.payloadBytes, 'B payload'),
		said(of.services, 'services', 'service'),
		said(of.proxies, 'proxies', 'proxy'),
		of.protocol,
		of.mtls === undefined ? '' : of.mtls ? 'mTLS' : 'no mTLS',
		of.l7 === undefined ? '' : of.l7 ? 'L7' : 'L4',
		of.loop === undefined ? '' : `${of.loop} loop`,
		of.hardware
	]
		.filter(Boolean)
		.join(', ');
}

function seen(it: Observation): Seen {
	const url = sourceAddress(it.source);
	const at = it.percentile === undefined ? '' : ` p${it.percentile}`;
	const per = it.per === undefined ? '' : `, ${it.per}`;
	return {
		id: it.id,
		mesh: it.mesh,
		what: `${METRICS[it.metric]}${at}, ${it.component}${per}`,
		value: `${it.value} ${it.unit}`,
		conditions: conditionWords(it.conditions),
		version: it.version ?? '',
		published: typeof it.published === 'string' ? it.published : 'no date',
		kind: it.kind,
		grade: it.grade,
		publisher: it.source.publisher,
		words: [it.note, it.caveat].filter(Boolean).join(' '),
		gaps: [...it.gaps.keys()],
		...(url === undefined ? {} : { url }),
		...filterable(it.conditions)
	};
}

function filterable({ mtls, loop, rps }: Observation['conditions']): Partial<Seen> {
	return {
		...(mtls === undefined ? {} : { mtls }),
		...(loop === undefined ? {} : { loop }),
		...(rps === undefined ? {} : { rps })
	};
}

const rangeWords = (row: MeshRow): string =>
	row.low === undefined || row.high === undefined ? '' : `${row.low} to ${row.high}`;

const PARTS = ['gateway', 'waypoint', 'ztunnel'] as const;

/** Says which proxy is meant, where it is not the one beside each pod. */
function labelOf(row: MeshRow): string {
	const part = PARTS.find((it) => row.id.includes(`.${it}.`));
	return part === undefined ? row.label : `${row.label} (${part})`;
}

function belief(row: MeshRow): Belief {
	return {
		id: row.id,
		label: labelOf(row),
		value: row.amount ?? row.missing?.replaceAll('-', ' ') ?? '',
		range: rangeWords(row),
		unit: row.unit === '1' ? '' : row.unit.replaceAll('/', ' per '),
		method: row.method,
		grade: row.grade,
		why: row.why,
		observations: row.observations
	};
}

/** Coefficients that vary: those of proxies and hops. Prices and effort stand on the Prices page. */
const isCoefficient = (row: MeshRow): boolean =>
	row.low !== undefined &&
	row.low !== row.high &&
	/\.(proxy|ztunnel|waypoint|latency|gateway)\./.test(row.id);

/** Order of the page: the meshes that most readers come for, first. */
const FILES = ['istio/', 'linkerd/', 'consul/', 'app-mesh/'] as const;

export function beliefs(meshes: MeshCatalog): readonly Belief[] {
	const rows = [...allMeshFigures(meshes)].filter(isCoefficient);
	const place = (row: MeshRow): number => {
		const at = FILES.findIndex((file) => row.id.startsWith(file));
		return at < 0 ? FILES.length : at;
	};
	return rows.sort((a, b) => place(a) - place(b)).map(belief);
}

export function observed(benchmarks: Benchmarks): readonly Seen[] {
	const order = Object.keys(MESH_NAMES);
	return benchmarks.observations
		.map(seen)
		.sort((a, b) => order.indexOf(a.mesh) - order.indexOf(b.mesh));
}

/** Support of each option, and of the things beside them that a reader may look for. */
export function lives(meshes: MeshCatalog): readonly Life[] {
	const options = [...meshes.options.values()].flatMap((option): readonly Life[] => {
		if (option.lifecycle === undefined) return [];
		return [
			{
				id: option.id,
				label: option.label,
				version: versionText(option.lifecycle),
				ends: endOfSupport(option) ?? '',
				policy: option.lifecycle.supportPolicy
			}
		];
	});
	const beside = ecosystem(meshes).map((it) => ({
		id: it.id,
		label: it.label,
		version: `${it.role}, ${it.status}`,
		ends: it.status === 'active' ? '' : (it.date ?? ''),
		policy: it.what
	}));
	return [...options, ...beside];
}

/** The article's table, and who contradicts it. */
export interface Article {
	readonly runs: readonly {
		readonly label: string;
		readonly offered: string;
		readonly achieved: string;
		readonly latency: string;
	}[];
	readonly caveat: string;
	readonly contradictedBy: readonly string[];
	readonly notStated: readonly string[];
	readonly claim: string;
	readonly price: string;
}

export function article({ article: file }: Benchmarks, meshes: MeshCatalog): Article {
	const claimed = [...allMeshFigures(meshes)].find(
		(row) => row.id.startsWith('app-mesh/') && row.method === 'claimed'
	);
	const source = claimed?.sources[0];
	const publisher = source === undefined ? undefined : meshSource(meshes, source)?.publisher;
	return {
		runs: file.runs.map((run) => ({
			label: run.label,
			offered: run.offeredRps,
			achieved: run.achievedRps,
			latency: run.meanMs
		})),
		caveat: file.publication.caveat ?? '',
		contradictedBy: file.contradictedBy,
		notStated: file.notStated,
		claim: file.claims.note,
		price:
			claimed?.amount === undefined
				? ''
				: `${claimed.amount} ${claimed.unit.replaceAll('/', ' per ')}${publisher === undefined ? '' : ` (${publisher})`}`
	};
}
