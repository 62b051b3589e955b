import { formatNumber } from '$lib/format/number.ts';
import type { Kind } from '$lib/intake/detection.ts';
import type { Content } from '$lib/intake/content.ts';
import type { Proposal } from '$lib/intake/propose/proposal.ts';
import { isTree } from '$lib/state/plan-path.ts';

const KINDS: Readonly<Record<Kind, string>> = {
	fortio: 'Fortio result',
	'k6-handle-summary': 'k6 summary',
	'k6-summary-export': 'k6 summary, old form',
	'k6-machine-readable': 'k6 summary, machine-readable',
	wrk: 'wrk output',
	wrk2: 'wrk2 output',
	nighthawk: 'Nighthawk result',
	vegeta: 'vegeta report',
	'hey-csv': 'hey, a row a request',
	'hey-text': 'hey summary',
	'prometheus-range': 'Prometheus query_range',
	'kubectl-top': 'kubectl top pods',
	'pod-metrics': 'PodMetrics',
	'kube-json': 'Kubernetes objects, JSON',
	'kube-yaml': 'Kubernetes objects, YAML',
	'ecs-task-definition': 'ECS task definition',
	'ecs-services': 'ECS services',
	'appmesh-virtual-nodes': 'App Mesh virtual nodes',
	'helm-values': 'Helm values',
	'meshup-plan': 'MeshUp plan',
	'meshup-report': 'MeshUp report',
	'meshup-record': 'Input record of the model',
	'meshup-rates': 'Exchange rates',
	unreadable: 'Recognised, another form is needed',
	unknown: 'Not recognised'
};

export const kindWords = (kind: Kind): string => KINDS[kind];

const many = (count: number, thing: string): string =>
	`${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

/** What a file held, in a few words. */
export function contentWords(content: Content): string {
	switch (content.type) {
		case 'runs':
			return many(content.runs.length, 'load test');
		case 'use':
			return `use of ${many(content.use.uses.length, 'container')}`;
		case 'series':
			return `${content.series.series.length} series`;
		case 'cluster':
			return many(content.objects, 'object');
		case 'task-definition':
			return content.definition.family;
		case 'ecs-services':
			return many(content.services.length, 'service');
		case 'virtual-nodes':
			return many(content.count, 'virtual node');
		case 'helm':
			return `${many(content.helm.figures.length, 'value')}, ${content.helm.chart} chart`;
		case 'nothing':
			return 'nothing used';
	}
}

/** "31.6 MB"; files are sized in powers of ten, as a file manager does. */
export function sizeWords(bytes: number): string {
	if (bytes < 1000) return many(bytes, 'byte');
	return bytes < 1e6 ? `${formatNumber(bytes / 1e3)} kB` : `${formatNumber(bytes / 1e6)} MB`;
}

/** The value of a proposal for a reader: a number, its range, or what a list adds up to. */
export function valueWords({ value }: Proposal): string {
	if (Array.isArray(value)) return groupWords(value);
	if (!isTree(value)) return typeof value === 'number' ? figure(value) : String(value);
	const { value: central, low, high } = value;
	const ends = typeof low === 'number' && typeof high === 'number';
	const range = ends ? ` (${figure(low)} to ${figure(high)})` : '';
	return `${typeof central === 'number' ? figure(central) : String(central)}${range}`;
}

/** Four digits, and never an exponent. */
export function figure(value: number): string {
	return formatNumber(value, 4);
}

function groupWords(groups: readonly unknown[]): string {
	const podsOf = (group: unknown): number => {
		const pods = isTree(group) ? group['pods'] : 0;
		return Number(isTree(pods) ? pods['value'] : pods);
	};
	const pods = groups.reduce<number>((sum, group) => sum + podsOf(group), 0);
	return `${many(groups.length, 'group')}, ${many(pods, 'pod')}`;
}

/** The note that goes into the plan with a value, where it takes one. */
export function noteWords({ value }: Proposal): string | undefined {
	const first: unknown = Array.isArray(value) && isTree(value[0]) ? value[0]['pods'] : value;
	const note = isTree(first) ? first['note'] : undefined;
	return typeof note === 'string' ? note : undefined;
}
