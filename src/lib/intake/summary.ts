import { derivedFigures } from './derived-figures.ts';
import type { FileReading } from './read-file.ts';
import type { IntakeResult } from './intake.ts';
import type { Inventory } from './inventory/types.ts';
import { isMissing, type Problem } from './parsed.ts';
import { moreWords, toldOnce } from './told-once.ts';

/** Kinds of problem that are told of one file. */
const MOST_TOLD = 10;

/** What a drop of files gave, in lines for a terminal or a list: found, skipped and why. */
export function summaryLines(result: IntakeResult): readonly string[] {
	const { inventory, tasks } = result;
	return [
		...result.files.flatMap(fileLines),
		...inventoryLines(inventory),
		...(tasks?.groups ?? []).map(
			(group) =>
				`Tasks: ${group.tasks} of ${group.id} (${group.runtime === 'k8s' ? 'EC2' : 'Fargate'})`
		),
		...told('Tasks', tasks?.problems ?? []),
		...derivedLines(result)
	];
}

function fileLines(reading: FileReading): readonly string[] {
	const { file, detection, content, notes, errors, bytes } = reading;
	const kind = detection.kind === 'unknown' ? 'not recognised' : detection.kind;
	return [
		`${file}: ${kind}, ${bytes} bytes; ${contentWords(content)}`,
		...told(file, errors),
		...told(file, notes)
	];
}

function contentWords(content: FileReading['content']): string {
	switch (content.type) {
		case 'runs':
			return counted(content.runs.length, 'load test');
		case 'use':
			return `use of ${counted(content.use.uses.length, 'container')}`;
		case 'series':
			return `${content.series.series.length} series`;
		case 'cluster':
			return counted(content.objects, 'object');
		case 'task-definition':
			return `task definition ${content.definition.family}`;
		case 'ecs-services':
			return counted(content.services.length, 'ECS service');
		case 'virtual-nodes':
			return counted(content.count, 'virtual node');
		case 'helm':
			return `${counted(content.helm.figures.length, 'value')} of the ${content.helm.chart} chart`;
		case 'nothing':
			return 'nothing used';
	}
}

function counted(count: number, thing: string): string {
	return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function inventoryLines(inventory: Inventory): readonly string[] {
	const { groups, nodes, meshParts, skipped, services } = inventory;
	const total = nodes.reduce((sum, group) => sum + group.count, 0);
	return [
		...(groups.length > 0
			? [
					`Pods: ${inventory.podsCounted} counted in ${counted(groups.length, 'workload')}`,
					`Requests of applications: ${requestWords(groups)}`
				]
			: []),
		...skipped.map(
			({ reason, count, meaning, examples }) =>
				`Pods: ${count} × ${reason}: ${meaning} (such as ${examples.join(', ')})`
		),
		...(services ? [`Services: ${services.count} with ${counted(services.ports, 'port')}`] : []),
		...(total > 0 ? [`Nodes: ${total} of ${counted(nodes.length, 'kind')}`] : []),
		...meshParts.map(
			(part) => `${part.mesh} ${part.role}: ${counted(part.pods, 'pod')} of ${part.workload}`
		),
		...countedOnly(inventory.kinds),
		...told('Cluster', inventory.problems)
	];
}

function requestWords(groups: Inventory['groups']): string {
	const sum = (of: 'cpu' | 'memMiB'): number =>
		groups.reduce((total, { app, pods }) => total + (app[of] ?? 0) * pods, 0);
	return `${Number(sum('cpu').toFixed(3))} cores, ${Number(sum('memMiB').toFixed(1))} MiB`;
}

/** Kinds that exist and have no bearing on cost. */
function countedOnly(kinds: Inventory['kinds']): readonly string[] {
	const seen = kinds.filter((one) => one.reading === 'counted');
	if (seen.length === 0) return [];
	return [`Counted, nothing used: ${seen.map((one) => `${one.count} ${one.kind}`).join(', ')}`];
}

function derivedLines(result: IntakeResult): readonly string[] {
	return derivedFigures(result).flatMap(({ label, figure }) =>
		isMissing(figure) ? [] : [`${label}: ${Number(figure.value.toPrecision(4))} (${figure.from})`]
	);
}

function told(place: string, problems: readonly Problem[]): readonly string[] {
	const kinds = toldOnce(problems);
	const lines = kinds
		.slice(0, MOST_TOLD)
		.map((one) => `  ${place}: ${one.message}${moreWords(one)}`);
	const hidden = kinds.length - lines.length;
	return hidden > 0 ? [...lines, `  ${place}: ${hidden} more of other kinds`] : lines;
}
