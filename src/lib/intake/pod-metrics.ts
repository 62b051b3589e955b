import { failure, success, type Parsed, type Problem } from './parsed.ts';
import { readCores, readMiB } from './quantity.ts';
import { at, listAt, textAt } from './shape.ts';
import type { ContainerUse, UseReading } from './usage.ts';

/** Uses of the containers of one PodMetrics object, faults into `notes` (`model.md` §16). */
export function usesOfPod(item: unknown, notes: Problem[]): readonly ContainerUse[] {
	const pod = textAt(item, 'metadata', 'name') ?? 'unnamed pod';
	const namespace = textAt(item, 'metadata', 'namespace');
	return listAt(item, 'containers').map((entry) => {
		const container = textAt(entry, 'name') ?? 'unnamed container';
		const field = `containers[${container}].usage`;
		const figure = (name: 'cpu' | 'memory'): number | undefined => {
			const value = at(entry, 'usage', name);
			if (value === undefined) return undefined;
			const place = { pod, field: `${field}.${name}` };
			const read = name === 'cpu' ? readCores(value, place) : readMiB(value, place);
			if (!read.ok) notes.push(...read.errors);
			return read.ok ? read.value : undefined;
		};
		return { namespace, pod, container, cpuCores: figure('cpu'), memMiB: figure('memory') };
	});
}

/** Reads a PodMetricsList, or a single PodMetrics. */
export function readPodMetrics(json: unknown): Parsed<UseReading> {
	const listed = listAt(json, 'items');
	const items = listed.length > 0 ? listed : [json];
	const notes: Problem[] = [];
	const uses = items.flatMap((item) => usesOfPod(item, notes));
	if (uses.length === 0) return failure('items', 'No container with usage is here.');
	const windowS = /^(\d{1,6}(?:\.\d{1,9})?)s$/.exec(textAt(items[0], 'window') ?? '')?.[1];
	return success({
		uses,
		notes,
		at: textAt(items[0], 'timestamp'),
		windowS: windowS === undefined ? undefined : Number(windowS)
	});
}
