import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { readCores, readMiB } from './quantity.ts';
import { at, numberAt, textAt } from './shape.ts';

export type Chart = 'istio' | 'linkerd' | 'consul' | 'app-mesh';

/** One value of a chart that the model has an input for. */
export interface HelmFigure {
	/** Input path of the record (`model.md` §2). */
	readonly input: string;
	readonly value: number;
	/** Key of the chart it was read from. */
	readonly key: string;
}

export interface HelmReading {
	readonly chart: Chart;
	readonly figures: readonly HelmFigure[];
	readonly notes: readonly Problem[];
}

interface Wanted {
	readonly input: string;
	readonly kind: 'cpu' | 'memory' | 'count';
	readonly path: readonly string[];
}

const wanted = (input: string, kind: Wanted['kind'], path: string): Wanted => ({
	input,
	kind,
	path: path.split('.')
});

/** Keys of the four charts, in the order in which the first one set wins for its input. */
const CHARTS: Readonly<Record<Chart, readonly Wanted[]>> = {
	istio: [
		wanted('mesh.proxy.cpuReq', 'cpu', 'global.proxy.resources.requests.cpu'),
		wanted('mesh.proxy.memReqMiB', 'memory', 'global.proxy.resources.requests.memory'),
		wanted('mesh.waypoint.cpuReq', 'cpu', 'global.waypoint.resources.requests.cpu'),
		wanted('mesh.waypoint.memReqMiB', 'memory', 'global.waypoint.resources.requests.memory'),
		wanted('mesh.gateway.cpuReq', 'cpu', 'gateways.istio-ingressgateway.resources.requests.cpu'),
		wanted(
			'mesh.gateway.memReqMiB',
			'memory',
			'gateways.istio-ingressgateway.resources.requests.memory'
		),
		wanted('mesh.gateway.minReplicas', 'count', 'gateways.istio-ingressgateway.autoscaleMin'),
		wanted('controlPlane.cpu', 'cpu', 'pilot.resources.requests.cpu'),
		wanted('controlPlane.memMiB', 'memory', 'pilot.resources.requests.memory'),
		wanted('controlPlane.pods', 'count', 'pilot.autoscaleMin'),
		wanted('controlPlane.pods', 'count', 'pilot.replicaCount'),
		wanted('observability.traceSampling', 'count', 'pilot.traceSampling')
	],
	linkerd: [
		wanted('mesh.proxy.cpuReq', 'cpu', 'proxy.resources.cpu.request'),
		wanted('mesh.proxy.memReqMiB', 'memory', 'proxy.resources.memory.request'),
		wanted('controlPlane.pods', 'count', 'controllerReplicas')
	],
	consul: [
		wanted('mesh.proxy.cpuReq', 'cpu', 'connectInject.sidecarProxy.resources.requests.cpu'),
		wanted(
			'mesh.proxy.memReqMiB',
			'memory',
			'connectInject.sidecarProxy.resources.requests.memory'
		),
		wanted('controlPlane.pods', 'count', 'server.replicas'),
		wanted('controlPlane.cpu', 'cpu', 'server.resources.requests.cpu'),
		wanted('controlPlane.memMiB', 'memory', 'server.resources.requests.memory')
	],
	'app-mesh': [
		wanted('mesh.proxy.cpuReq', 'cpu', 'sidecar.resources.requests.cpu'),
		wanted('mesh.proxy.memReqMiB', 'memory', 'sidecar.resources.requests.memory'),
		wanted('controlPlane.pods', 'count', 'replicaCount'),
		wanted('controlPlane.cpu', 'cpu', 'resources.requests.cpu'),
		wanted('controlPlane.memMiB', 'memory', 'resources.requests.memory')
	]
};

/** Which chart the values belong to, by keys only it has. */
export function chartOf(values: unknown): Chart | undefined {
	const has = (...path: readonly string[]): boolean => at(values, ...path) !== undefined;
	if (has('global', 'proxy') || has('pilot') || has('meshConfig')) return 'istio';
	if (has('controllerReplicas') || has('identityTrustAnchorsPEM') || has('proxyInit'))
		return 'linkerd';
	if (has('connectInject') || (has('server') && has('global', 'datacenter'))) return 'consul';
	return has('sidecar') ? 'app-mesh' : undefined;
}

/** Reads the values of one chart; control plane figures are per replica, as the chart states them. */
export function readHelmValues(values: unknown): Parsed<HelmReading> {
	const chart = chartOf(values);
	if (chart === undefined)
		return failure('', 'These are not values of the Istio, Linkerd, Consul or App Mesh charts.');
	const notes: Problem[] = [];
	const figures = new Map<string, HelmFigure>();
	for (const { input, kind, path } of CHARTS[chart]) {
		const found = at(values, ...path);
		if (found === undefined || found === null || found === '' || figures.has(input)) continue;
		const key = path.join('.');
		const value = readFigure(found, kind, key);
		if (value.ok) figures.set(input, { input, value: value.value, key });
		else notes.push(...value.errors);
	}
	return success({ chart, figures: [...figures.values()], notes });
}

function readFigure(found: unknown, kind: Wanted['kind'], key: string): Parsed<number> {
	const place = { pod: 'Helm values', field: key };
	if (kind === 'cpu') return readCores(found, place);
	if (kind === 'memory') return readMiB(found, place);
	const count = numberAt([found], 0);
	if (count !== undefined && count >= 0)
		return success(key.endsWith('traceSampling') ? count / 100 : count);
	return failure(
		key,
		`${key} is ${JSON.stringify(textAt([found], 0) ?? null)}: a number from 0 up.`
	);
}
