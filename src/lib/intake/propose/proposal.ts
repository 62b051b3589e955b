/** A number with its range, in the form of the plan file. */
export interface ProposedRange {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly note: string;
}

/** One entry of a plan that the files speak for; it counts only once somebody takes it. */
export interface Proposal {
	/** Keys that lead to it in the plan file, such as ['workload', 'services']. */
	readonly path: readonly string[];
	readonly value: unknown;
	/** What it was taken or worked out from, a sentence for the reader. */
	readonly from: string;
	/** measured: from a benchmark; counted: read off; derived: worked out. */
	readonly basis: 'measured' | 'counted' | 'derived';
}

/** Six significant digits: more than any count or measurement of ours is worth. */
export function shown(value: number): number {
	return Number(value.toPrecision(6));
}

export function counted(path: string, value: unknown, from: string): Proposal {
	return { path: path.split('.'), value, from, basis: 'counted' };
}

export function derived(path: string, value: number, from: string): Proposal {
	return { path: path.split('.'), value: shown(value), from, basis: 'derived' };
}

/** A number of the record for one option; input paths hold dots, so they stay one key. */
export function override(
	option: string,
	input: string,
	proposal: Omit<Proposal, 'path'>
): Proposal {
	return { ...proposal, path: ['overrides', option, input] };
}
