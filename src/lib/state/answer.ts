import type { Plan } from '../plan/plan.ts';
import type { Report } from '../report/types.ts';

/** A plan with its results. */
export interface Answer {
	readonly plan: Plan;
	readonly report: Report;
	/** Decimals; doubles are painted first and replaced within 100 ms. */
	readonly exact: boolean;
	/** The first HTML's: without the provenance of what it does not show. */
	readonly partial?: boolean;
}

/** Something that went wrong beside the fields: told once, in words. */
export interface Trouble {
	readonly message: string;
	/** A link that could not be read, kept for copying. */
	readonly link?: string;
}
