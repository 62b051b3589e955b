import { success, type Parsed } from '../parsed.ts';
import { at } from '../shape.ts';
import { readResources } from './container.ts';
import type { ContainerFacts, Resources } from './types.ts';

interface PodSpec {
	readonly main: readonly ContainerFacts[];
	readonly init: readonly ContainerFacts[];
	readonly spec: unknown;
	readonly place: string;
}

/**
 * What the scheduler sets aside for a pod: containers and native sidecars together, or the largest
 * ordinary init container beside the native sidecars started before it, whichever is more; then the
 * runtime class overhead. Requests of the pod itself, where set, replace the sum.
 */
export function reservedBy({ main, init, spec, place }: PodSpec): Parsed<Resources> {
	const own = readResources(at(spec, 'resources', 'requests'), { pod: place, field: 'resources' });
	if (!own.ok) return own;
	const overhead = readResources(at(spec, 'overhead'), { pod: place, field: 'overhead' });
	if (!overhead.ok) return overhead;
	const reserve = (of: (resources: Resources) => number | undefined): number | undefined => {
		const base = of(own.value) ?? peak(main, init, (container) => of(container.requests));
		const extra = of(overhead.value);
		return base === undefined ? extra : base + (extra ?? 0);
	};
	return success({
		cpu: reserve((resources) => resources.cpu),
		memMiB: reserve((resources) => resources.memMiB)
	});
}

function peak(
	main: readonly ContainerFacts[],
	init: readonly ContainerFacts[],
	of: (container: ContainerFacts) => number | undefined
): number | undefined {
	if ([...main, ...init].every((container) => of(container) === undefined)) return undefined;
	let natives = 0;
	let starting = 0;
	for (const container of init) {
		if (container.native) natives += of(container) ?? 0;
		starting = Math.max(starting, natives + (container.native ? 0 : (of(container) ?? 0)));
	}
	const running = main.reduce((sum, container) => sum + (of(container) ?? 0), natives);
	return Math.max(running, starting);
}
