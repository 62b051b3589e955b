/** The checks of `model.md` §16, by their codes. */
export type CheckCode =
	| 'SATURATED_BASELINE'
	| 'SATURATED_MESH'
	| 'RATES_DIFFER'
	| 'MESH_FASTER_THAN_BASELINE'
	| 'CLOSED_LOOP'
	| 'ERRORS_HIGH'
	| 'TOO_SHORT'
	| 'NO_WARMUP'
	| 'LATENCY_STATISTIC_UNSTATED'
	| 'NO_DURATION'
	| 'NO_ERROR_COUNT'
	| 'NO_RESOURCE_USE'
	| 'CLIENT_LIMITED'
	| 'FEW_TAIL_SAMPLES'
	| 'LITTLE_MISMATCH'
	| 'VERSION_UNKNOWN';

/** What a finding does to the use of a run. */
export type Effect =
	| 'excluded'
	| 'no-latency-difference'
	| 'never-a-coefficient'
	| 'latency-lower-bound'
	| 'quantile-hidden'
	| 'caution';

export interface Finding {
	readonly code: CheckCode;
	readonly effect: Effect;
	readonly run: string;
	/** A sentence with the figures that set it off. */
	readonly message: string;
	/** Percentile or statistic concerned, where it is one. */
	readonly statistic?: string | undefined;
}
