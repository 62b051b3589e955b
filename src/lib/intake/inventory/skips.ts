import type { PodFacts, Skipped, SkipReason } from './types.ts';

const MEANINGS: Readonly<Record<SkipReason, string>> = {
	finished: 'ended (Succeeded or Failed): reserves nothing any more',
	notRunning: 'not running yet: not on a node',
	hostNetwork: 'uses the network of its node: no proxy can be put beside it',
	noRequests: 'counted, but requests neither CPU nor memory: reserves nothing on a node',
	unreadable: 'has a figure that cannot be read: see the problems'
};

/** Why a pod does not take part; undefined when it does. */
export function skipReason(pod: PodFacts): SkipReason | undefined {
	if (pod.phase === 'Succeeded' || pod.phase === 'Failed') return 'finished';
	if (pod.phase !== '' && pod.phase !== 'Running') return 'notRunning';
	if (pod.hostNetwork && (pod.role === 'workload' || pod.role === 'daemon')) return 'hostNetwork';
	return undefined;
}

/** True where nothing is requested by any container of the pod's own. */
export function requestsNothing(pod: PodFacts): boolean {
	return pod.containers
		.filter((container) => container.mesh === undefined)
		.every(({ requests }) => requests.cpu === undefined && requests.memMiB === undefined);
}

/** Counts pods by reason and remembers the first three of each. */
export class Skips {
	readonly #found = new Map<SkipReason, { count: number; examples: string[] }>();

	add(reason: SkipReason, name: string, times = 1): void {
		const entry = this.#found.get(reason) ?? { count: 0, examples: [] };
		entry.count += times;
		if (entry.examples.length < 3) entry.examples.push(name);
		this.#found.set(reason, entry);
	}

	finish(): readonly Skipped[] {
		return [...this.#found].map(([reason, { count, examples }]) => ({
			reason,
			count,
			examples,
			meaning: MEANINGS[reason]
		}));
	}
}
