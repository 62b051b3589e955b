import { documentKind } from '../plan/document.ts';
import { certain, likely, ownDocument, unreadable, type Detection } from './detection.ts';
import { outline, type Outline } from './outline.ts';

type Sign = (seen: Outline) => Detection | undefined;

/** Recognises a JSON text by its upper levels; undefined when no sign fits. */
export function jsonSigns(text: string): Detection | undefined {
	const seen = outline(text);
	for (const sign of SIGNS) {
		const found = sign(seen);
		if (found) return found;
	}
	return undefined;
}

const fortio: Sign = (seen) => {
	if (seen.has('DurationHistogram') && (seen.has('ActualQPS') || seen.has('RequestedQPS')))
		return certain('fortio', 'has DurationHistogram beside RequestedQPS or ActualQPS');
	return undefined;
};

const k6: Sign = (seen) => {
	const machine = seen.has('results.metrics') && seen.has('results.metrics[].contains');
	if (machine && seen.has('config')) {
		return certain('k6-machine-readable', 'lists results.metrics with name, type and contains');
	}
	if (!seen.has('metrics')) return undefined;
	const paths = [...seen.keys()].filter((path) => path.startsWith('metrics.'));
	if (paths.some((path) => /^metrics\.[^.]+\.values$/.test(path)))
		return certain('k6-handle-summary', 'has metrics with values, as handleSummary is given');
	if (seen.has('metrics.http_reqs.count') || seen.has('metrics.http_req_duration.avg'))
		return certain('k6-summary-export', 'has metrics without values, as --summary-export wrote');
	return undefined;
};

const nighthawk: Sign = (seen) => {
	if (seen.has('results[].statistics') && (seen.has('options') || seen.has('results[].counters')))
		return certain('nighthawk', 'lists results with statistics and counters');
	return undefined;
};

const vegeta: Sign = (seen) => {
	if (seen.has('latencies') && seen.has('status_codes') && seen.has('requests'))
		return certain('vegeta', 'has latencies, requests and status_codes');
	if (seen.has('attack') && seen.has('latency') && seen.has('seq'))
		return unreadable('holds single vegeta results', 'Run vegeta report -type=json on them.');
	return undefined;
};

const prometheus: Sign = (seen) => {
	const type = seen.get('data.resultType');
	if (type === 'matrix' || (type === undefined && seen.has('data.result[].values')))
		return certain('prometheus-range', 'is a Prometheus answer of type matrix');
	if (type === undefined) return undefined;
	return unreadable(
		`is a Prometheus answer of type ${type}`,
		'Ask /api/v1/query_range, so that there are values over time.'
	);
};

const podMetrics: Sign = (seen) => {
	const kind = seen.get('kind') ?? seen.get('items[].kind') ?? '';
	const usage = seen.has('items[].containers[].usage') || seen.has('containers[].usage');
	if (/^PodMetrics(List)?$/.test(kind) || usage)
		return certain('pod-metrics', 'holds PodMetrics with usage by container');
	return undefined;
};

const kube: Sign = (seen) => {
	const kind = seen.get('items[].kind') ?? seen.get('kind') ?? seen.get('[].kind');
	const version = seen.get('items[].apiVersion') ?? seen.get('apiVersion');
	if (kind !== undefined && (version ?? seen.get('[].apiVersion')) !== undefined)
		return certain('kube-json', `holds Kubernetes objects, the first of kind ${kind}`);
	if (seen.has('items[].metadata') && seen.has('items[].spec'))
		return likely('kube-json', 'lists items with metadata and spec');
	return undefined;
};

const aws: Sign = (seen) => {
	if (seen.has('taskDefinition.containerDefinitions') || seen.has('containerDefinitions'))
		return certain('ecs-task-definition', 'has containerDefinitions');
	if (seen.has('services[].serviceName') && seen.has('services[].taskDefinition'))
		return certain('ecs-services', 'lists services with their task definitions');
	if (seen.has('virtualNodes[].virtualNodeName') || seen.has('virtualNodes'))
		return certain('appmesh-virtual-nodes', 'lists App Mesh virtual nodes');
	if (seen.has('serviceArns'))
		return unreadable('lists ECS service ARNs', 'Run aws ecs describe-services for the details.');
	if (seen.has('taskDefinitionArns'))
		return unreadable('lists task ARNs', 'Run aws ecs describe-task-definition for each family.');
	return undefined;
};

const helm: Sign = (seen) => {
	const found = helmSign((path) => seen.has(path));
	return found === undefined ? undefined : likely('helm-values', found);
};

/** The chart whose values these are, told by keys that only that chart has. */
export function helmSign(has: (path: string) => boolean): string | undefined {
	if (has('global.proxy') || has('pilot') || (has('meshConfig') && !has('kind')))
		return 'has the keys of the istio charts';
	if (has('controllerReplicas') || has('identityTrustAnchorsPEM') || has('proxyInit'))
		return 'has the keys of the linkerd chart';
	if (has('connectInject') || (has('server') && has('global.datacenter')))
		return 'has the keys of the consul chart';
	if (has('sidecar') && (has('tracing') || has('stats') || has('region') || has('accountId')))
		return 'has the keys of the App Mesh controller chart';
	return undefined;
}

/** By its outermost names: those of lists and of what lies deeper have a mark in their path. */
const own: Sign = (seen) => {
	const top = [...seen.keys()].filter((path) => /^[A-Za-z]+$/.test(path));
	const kind = documentKind(top);
	return kind === undefined ? undefined : ownDocument(kind);
};

const SIGNS: readonly Sign[] = [
	own,
	fortio,
	k6,
	nighthawk,
	vegeta,
	prometheus,
	podMetrics,
	kube,
	aws,
	helm
];
