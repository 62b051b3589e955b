import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { asNumber, at, listAt, numberAt, textAt } from './shape.ts';
import { cleaned, quoted } from './parsed.ts';

/** Units in one vCPU of ECS. */
const UNITS_PER_CORE = 1024;

/** What one container of a task asks for. */
export interface TaskContainer {
	readonly name: string;
	readonly isEnvoy: boolean;
	readonly cpu?: number | undefined;
	/** Hard limit, MiB. */
	readonly memMiB?: number | undefined;
	/** Soft reservation, MiB; what EC2 places by. */
	readonly reservationMiB?: number | undefined;
}

/** One task definition: cores and MiB of the task and of its containers. */
export interface TaskDefinition {
	readonly family: string;
	readonly revision?: number | undefined;
	readonly cpu?: number | undefined;
	readonly memMiB?: number | undefined;
	readonly fargateCapable: boolean;
	/** True when a container is the Envoy of App Mesh. */
	readonly appMesh: boolean;
	readonly containers: readonly TaskContainer[];
}

/** One ECS service: how many tasks of which definition run where. */
export interface EcsService {
	readonly name: string;
	readonly family: string;
	readonly desiredCount: number;
	readonly fargate: boolean;
	readonly serviceConnect: boolean;
}

/**
 * Reads aws ecs describe-task-definition (`model.md` §16). Sizes are CPU units or "1 vCPU", MiB or
 * "2 GB". Environment, secrets and role names are not copied.
 */
export function readTaskDefinition(json: unknown): Parsed<TaskDefinition> {
	const task = at(json, 'taskDefinition') ?? json;
	const family = textAt(task, 'family');
	const list = listAt(task, 'containerDefinitions');
	if (family === undefined || list.length === 0)
		return failure('taskDefinition', 'A task definition has a family and containerDefinitions.');
	const errors: Problem[] = [];
	const size = (value: unknown, field: string, kind: 'cpu' | 'memory'): number | undefined => {
		if (value === undefined || value === null) return undefined;
		const read = kind === 'cpu' ? cores(value) : mebibytes(value);
		const place = `${cleaned(family)} ${field}`;
		if (read === undefined)
			errors.push({
				path: place,
				message: `${place} is ${quoted(String(value))}: ${ALLOWED[kind]}.`
			});
		return read;
	};
	const envoy = envoyName(task);
	const containers = list.map((entry): TaskContainer => {
		const name = cleaned(textAt(entry, 'name') ?? 'unnamed');
		const image = textAt(entry, 'image') ?? '';
		const field = `containerDefinitions[${name}]`;
		const cpu = size(at(entry, 'cpu'), `${field}.cpu`, 'cpu');
		return {
			name,
			isEnvoy: envoy === undefined ? image.includes('aws-appmesh-envoy') : name === envoy,
			// ECS writes 0 for a container that sets no CPU of its own.
			cpu: cpu === 0 ? undefined : cpu,
			memMiB: size(at(entry, 'memory'), `${field}.memory`, 'memory'),
			reservationMiB: size(at(entry, 'memoryReservation'), `${field}.memoryReservation`, 'memory')
		};
	});
	const definition: TaskDefinition = {
		family: cleaned(family),
		revision: numberAt(task, 'revision'),
		cpu: size(at(task, 'cpu'), 'cpu', 'cpu'),
		memMiB: size(at(task, 'memory'), 'memory', 'memory'),
		fargateCapable: listAt(task, 'requiresCompatibilities').includes('FARGATE'),
		appMesh: containers.some((container) => container.isEnvoy),
		containers
	};
	return errors.length > 0 ? { ok: false, errors } : success(definition);
}

const ALLOWED = {
	cpu: 'CPU units such as 512, or "0.5 vCPU"',
	memory: 'MiB such as 1024, or "1 GB"'
} as const;

function envoyName(task: unknown): string | undefined {
	if (textAt(task, 'proxyConfiguration', 'type') !== 'APPMESH') return undefined;
	return textAt(task, 'proxyConfiguration', 'containerName');
}

function cores(value: unknown): number | undefined {
	const named = typeof value === 'string' ? /^([\d.]{1,10}) ?vcpu$/i.exec(value.trim()) : null;
	if (named) return asNumber(named[1]);
	const units = asNumber(value);
	return units === undefined || units < 0 ? undefined : units / UNITS_PER_CORE;
}

function mebibytes(value: unknown): number | undefined {
	const named = typeof value === 'string' ? /^([\d.]{1,10}) ?gb$/i.exec(value.trim()) : null;
	const figure = named ? asNumber(named[1]) : asNumber(value);
	if (figure === undefined || figure < 0) return undefined;
	return named ? figure * 1024 : figure;
}

/** Reads aws ecs describe-services: desired tasks, launch type, Service Connect (`model.md` §16). */
export function readEcsServices(json: unknown): Parsed<readonly EcsService[]> {
	const services = listAt(json, 'services').flatMap((service): EcsService[] => {
		const name = textAt(service, 'serviceName');
		const family = familyOf(textAt(service, 'taskDefinition') ?? '');
		const desired = numberAt(service, 'desiredCount');
		if (name === undefined || family === '' || desired === undefined || desired < 0) return [];
		const providers = listAt(service, 'capacityProviderStrategy').map(
			(entry) => textAt(entry, 'capacityProvider') ?? ''
		);
		const fargate = providers.some((provider) => provider.startsWith('FARGATE'));
		return [
			{
				name: cleaned(name),
				family,
				desiredCount: Math.round(desired),
				fargate: fargate || textAt(service, 'launchType') === 'FARGATE',
				serviceConnect: listAt(service, 'deployments').some(
					(one) => at(one, 'serviceConnectConfiguration', 'enabled') === true
				)
			}
		];
	});
	if (services.length === 0)
		return failure('services', 'No service with serviceName, taskDefinition and desiredCount.');
	return success(services);
}

/** "arn:aws:ecs:eu-west-1:123456789012:task-definition/web:7" is family web; "web:7" too. */
function familyOf(reference: string): string {
	const name = reference.slice(reference.lastIndexOf('/') + 1);
	return cleaned(name.split(':', 1)[0] ?? '');
}

/** Reads aws appmesh list-virtual-nodes: how many there are, one a service version. */
export function readVirtualNodes(
	json: unknown
): Parsed<readonly { readonly mesh: string; readonly name: string }[]> {
	const nodes = listAt(json, 'virtualNodes').flatMap((node) => {
		const name = textAt(node, 'virtualNodeName');
		return name === undefined
			? []
			: [{ mesh: cleaned(textAt(node, 'meshName') ?? ''), name: cleaned(name) }];
	});
	if (nodes.length === 0) return failure('virtualNodes', 'No virtual node is listed.');
	return success(nodes);
}
