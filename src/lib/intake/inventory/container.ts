import { success, type Parsed } from '../parsed.ts';
import { readCores, readMiB } from '../quantity.ts';
import { at, textAt } from '../shape.ts';
import { proxyMesh } from './mesh-marks.ts';
import type { ContainerFacts, Resources } from './types.ts';

/** Reads one container's name and resources. Kubernetes takes a lone limit for the request too. */
export function readContainer(
	container: unknown,
	pod: string,
	list: 'containers' | 'initContainers'
): Parsed<ContainerFacts> {
	const name = textAt(container, 'name') ?? 'unnamed';
	const field = `${list}[${name}].resources`;
	const requests = readResources(at(container, 'resources', 'requests'), {
		pod,
		field: `${field}.requests`
	});
	if (!requests.ok) return requests;
	const limits = readResources(at(container, 'resources', 'limits'), {
		pod,
		field: `${field}.limits`
	});
	if (!limits.ok) return limits;
	return success({
		name,
		mesh: proxyMesh(name, textAt(container, 'image') ?? ''),
		native: list === 'initContainers' && textAt(container, 'restartPolicy') === 'Always',
		requests: {
			cpu: requests.value.cpu ?? limits.value.cpu,
			memMiB: requests.value.memMiB ?? limits.value.memMiB
		},
		limits: limits.value
	});
}

/** Reads { cpu, memory } of a resources block; an absent one stays absent. */
export function readResources(
	block: unknown,
	place: { readonly pod: string; readonly field: string }
): Parsed<Resources> {
	const cpu = at(block, 'cpu');
	const memory = at(block, 'memory');
	const cores =
		cpu === undefined
			? success(undefined)
			: readCores(cpu, { ...place, field: `${place.field}.cpu` });
	if (!cores.ok) return cores;
	const mem =
		memory === undefined
			? success(undefined)
			: readMiB(memory, { ...place, field: `${place.field}.memory` });
	if (!mem.ok) return mem;
	return success({ cpu: cores.value, memMiB: mem.value });
}
