import type { Catalog } from '../catalog/catalog.ts';
import type { Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import type { Report, Why } from '../report/types.ts';

export type Reading = 'exact' | 'doubles';

export interface WhyAsked {
	readonly plan: Plan;
	readonly option: string;
	/** A row key, or the id of a step of the model. */
	readonly id: string;
	/** 0 is what is paid before month 1. */
	readonly month: number;
}

/**
 * The model and everything it needs, behind one door: it is fetched when a reader first touches the
 * page, not before, so that the first load stays small.
 */
export interface Estimator {
	readonly parse: (written: unknown) => Parsed<Plan>;
	/** Whether the prices that a plan needs were read. */
	readonly has: (plan: Plan) => boolean;
	readonly read: (plan: Plan) => Promise<void>;
	/** Throws where the prices were not read. */
	readonly catalog: (plan: Plan) => Catalog;
	/** Needs the prices of the plan. A fault that only prices show is told like any other. */
	readonly report: (plan: Plan, reading: Reading) => Parsed<Report>;
	readonly why: (asked: WhyAsked) => Why | undefined;
	readonly encode: (plan: Plan) => Promise<string>;
	readonly decode: (text: string) => Promise<Parsed<Plan>>;
}
