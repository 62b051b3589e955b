import type { EcsService, TaskContainer, TaskDefinition } from '../ecs.ts';
import { notMeasured, type Missing, type Problem } from '../parsed.ts';
import type { NameMap } from '../sha256.ts';
import type { Derived, Resources } from './types.ts';

/** One family of tasks (`model.md` §16): its application without the proxy of today. */
export interface TaskGroup {
	readonly id: string;
	readonly tasks: number;
	readonly runtime: 'fargate' | 'k8s';
	readonly app: Resources;
	/** Envoy of App Mesh, as it is set today; its absent figures are to be asked for. */
	readonly proxy?: Resources | undefined;
	readonly serviceConnect: boolean;
}

/** What runs on ECS, ready to become a record of its own. */
export interface TaskEstate {
	readonly groups: readonly TaskGroup[];
	readonly services: Derived | Missing;
	/** Memory limit over soft reservation, summed over tasks on EC2. */
	readonly appMemFactor: Derived | Missing;
	readonly problems: readonly Problem[];
}

export interface TaskFiles {
	readonly definitions: readonly TaskDefinition[];
	readonly services: readonly EcsService[];
	readonly virtualNodes: number;
	readonly mapName: NameMap;
}

/** Joins definitions and services: one group a family, tasks the sum of what is desired. */
export function taskEstate({
	definitions,
	services,
	virtualNodes,
	mapName
}: TaskFiles): TaskEstate {
	const newest = new Map<string, TaskDefinition>();
	for (const one of definitions)
		if ((newest.get(one.family)?.revision ?? -1) <= (one.revision ?? 0))
			newest.set(one.family, one);
	const problems: Problem[] = [];
	const families = new Map<string, EcsService[]>();
	for (const service of services)
		families.set(service.family, [...(families.get(service.family) ?? []), service]);
	const groups = [...families].flatMap(([family, own]): TaskGroup[] => {
		const definition = newest.get(family);
		if (definition) return [toGroup(definition, own, mapName)];
		const message = `The definition of family ${mapName(family)} is not among the files.`;
		problems.push({ path: mapName(family), message });
		return [];
	});
	for (const family of newest.keys())
		if (!families.has(family))
			problems.push({ path: mapName(family), message: 'No service says how many tasks run.' });
	return {
		groups,
		services: countServices(virtualNodes, services.length),
		appMemFactor: memoryFactor([...newest.values()]),
		problems
	};
}

function countServices(virtualNodes: number, services: number): Derived | Missing {
	if (virtualNodes > 0) return { value: virtualNodes, from: 'Virtual nodes of App Mesh' };
	if (services > 0) return { value: services, from: 'ECS services' };
	return notMeasured('Neither ECS services nor virtual nodes are among the files.');
}

function toGroup(
	definition: TaskDefinition,
	services: readonly EcsService[],
	mapName: NameMap
): TaskGroup {
	const fargate = services.some((service) => service.fargate);
	const envoy = definition.containers.find((container) => container.isEnvoy);
	const rest = definition.containers.filter((container) => !container.isEnvoy);
	const memOf = fargate ? limitFirst : reservationFirst;
	return {
		id: mapName(definition.family),
		tasks: services.reduce((sum, service) => sum + service.desiredCount, 0),
		runtime: fargate ? 'fargate' : 'k8s',
		app: {
			cpu: without(definition.cpu, envoy?.cpu) ?? sum(rest, (one) => one.cpu),
			memMiB: without(definition.memMiB, envoy && memOf(envoy)) ?? sum(rest, memOf)
		},
		proxy: envoy && { cpu: envoy.cpu, memMiB: memOf(envoy) },
		serviceConnect: services.some((service) => service.serviceConnect)
	};
}

/** The size of the task less Envoy's; with no task size the containers' own figures count. */
function without(whole: number | undefined, envoy: number | undefined): number | undefined {
	return whole === undefined ? undefined : Math.max(0, whole - (envoy ?? 0));
}

function limitFirst(container: TaskContainer): number | undefined {
	return container.memMiB ?? container.reservationMiB;
}

function reservationFirst(container: TaskContainer): number | undefined {
	return container.reservationMiB ?? container.memMiB;
}

function sum(
	containers: readonly TaskContainer[],
	of: (container: TaskContainer) => number | undefined
): number | undefined {
	const figures = containers.map(of).filter((figure) => figure !== undefined);
	return figures.length === 0 ? undefined : figures.reduce((total, figure) => total + figure, 0);
}

function memoryFactor(definitions: readonly TaskDefinition[]): Derived | Missing {
	const both = definitions
		.flatMap((definition) => definition.containers)
		.filter((one) => !one.isEnvoy && one.memMiB !== undefined && one.reservationMiB !== undefined);
	const limit = sum(both, (one) => one.memMiB) ?? 0;
	const soft = sum(both, (one) => one.reservationMiB) ?? 0;
	if (soft === 0) return notMeasured('No container has both memory and memoryReservation.');
	return {
		value: Math.max(1, limit / soft),
		from: `memory ${limit} MiB over memoryReservation ${soft} MiB of ${both.length} containers`
	};
}
