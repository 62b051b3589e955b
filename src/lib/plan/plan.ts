import type { FeatureId, MeshId } from '../catalog/mesh-ids.ts';
import type { GROUP_FIELDS, NULLABLE_FIELDS, NUMBER_FIELDS, NumberGroup } from './number-fields.ts';

/** A number with its range, as somebody may write it. */
export interface PlanRange {
	readonly value: number | string;
	readonly low?: number | string;
	readonly high?: number | string;
	readonly note?: string;
}

/** A JSON number, decimal text (`"0.1"` stays 0.1), or either with a range. */
export type PlanNumber = number | string | PlanRange;

type Numbers<G extends NumberGroup> = {
	readonly [K in keyof (typeof NUMBER_FIELDS)[G]]?: PlanNumber;
};
type Nullable<G extends keyof typeof NULLABLE_FIELDS> = {
	readonly [K in keyof (typeof NULLABLE_FIELDS)[G]]?: PlanNumber | null;
};

export const CLOUDS = ['aws', 'gcp', 'azure'] as const;
/** `ecs` is tasks on instances of our own, `fargate` tasks without any. */
export const PLATFORM_RUNTIMES = ['k8s', 'ecs', 'fargate'] as const;
export const GROUP_RUNTIMES = ['k8s', 'fargate'] as const;
export const COMMITMENTS = ['on-demand', '1y', '3y'] as const;
export const BILLINGS = ['provisioned', 'allocated'] as const;
export const SIZINGS = ['requests', 'usage', 'max'] as const;
export const PACKING_MODES = ['sum', 'shape'] as const;
export const METRICS = ['self-hosted', 'hosted'] as const;
export const ROUNDINGS = ['half-even', 'half-up'] as const;
export const FISCAL_STARTS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december'
] as const;
/** Kinds of resource on which a discount may be negotiated. */
export const DISCOUNT_KINDS = [
	'compute',
	'storage',
	'transfer',
	'loadBalancer',
	'observability',
	'meshFee',
	'licence'
] as const;
export type DiscountKind = (typeof DISCOUNT_KINDS)[number];

/** Pods of one size; where groups stand, `pods`, `appCpu` and `appMemMiB` do not. */
export type PlanGroup = {
	readonly [K in keyof typeof GROUP_FIELDS]?: PlanNumber;
} & {
	readonly id?: string;
	readonly meshed?: boolean;
	readonly runtime?: (typeof GROUP_RUNTIMES)[number];
};

export type PlanWorkload = Numbers<'workload'> &
	Nullable<'workload'> & {
		readonly groups?: readonly PlanGroup[];
		/** The mesh also carries requests that enter. */
		readonly edgeMeshed?: boolean;
		/** Twelve factors from January; resolve makes their mean 1. */
		readonly season?: readonly (number | string)[] | null;
	};

export type PlanPlatform = Numbers<'platform'> & {
	readonly cloud?: (typeof CLOUDS)[number];
	readonly region?: string;
	readonly nodeType?: string;
	readonly runtime?: (typeof PLATFORM_RUNTIMES)[number];
	readonly commitment?: (typeof COMMITMENTS)[number];
	readonly billing?: (typeof BILLINGS)[number];
	readonly sizing?: (typeof SIZINGS)[number];
	readonly packingMode?: (typeof PACKING_MODES)[number];
	readonly azBalanced?: boolean;
	readonly surviveAzLoss?: boolean;
};

/** Input path of `model.md` §2 → number. */
export type Overrides = Readonly<Record<string, PlanNumber>>;

/** An option of the user's own, made from one of ours. */
export interface OwnOption {
	readonly id: string;
	readonly from: MeshId;
	readonly label?: string;
	readonly overrides?: Overrides;
}

export type PlanOption = MeshId | OwnOption;

export type PlanMigration = Numbers<'migration'> &
	Nullable<'migration'> & {
		/** The mesh that is being left; null: none. */
		readonly from?: MeshId | null;
	};

export type PlanOpportunity = Numbers<'opportunity'> & {
	/** One switch for all of it. */
	readonly enabled?: boolean;
	/** What the team would build itself if there were no mesh. */
	readonly features?: readonly FeatureId[];
	readonly incidents?: Numbers<'opportunity.incidents'>;
	readonly security?: Numbers<'opportunity.security'>;
	readonly confidence?: Numbers<'opportunity.confidence'>;
};

export type PlanFinance = Numbers<'finance'> & {
	/** "YYYY-MM" of month 1. */
	readonly startMonth?: string | null;
	/** ISO 4217. Anything but USD needs `rate` and `rateDate`: MeshUp ships no exchange rates. */
	readonly currency?: string;
	/** Units of `currency` for one US dollar. */
	readonly rate?: number | string;
	/** Day of the rate, "YYYY-MM-DD". */
	readonly rateDate?: string;
	/** Who publishes the rate, at most 120 characters. */
	readonly rateSource?: string;
	readonly rounding?: (typeof ROUNDINGS)[number];
	/** Month in which a fiscal year begins: totals by year follow it. */
	readonly fiscalYearStart?: (typeof FISCAL_STARTS)[number];
	/** Fractions off list prices, by kind. */
	readonly discounts?: Readonly<Partial<Record<DiscountKind, number | string>>>;
};

/** What the user wrote: all of it optional, nothing filled in. Defaults come from `resolve`. */
export interface Plan {
	readonly version?: 1;
	readonly name?: string;
	readonly workload?: PlanWorkload;
	readonly platform?: PlanPlatform;
	readonly options?: readonly PlanOption[];
	readonly people?: Numbers<'people'>;
	readonly network?: Numbers<'network'>;
	readonly observability?: Numbers<'observability'> & {
		readonly metrics?: (typeof METRICS)[number];
	};
	readonly latency?: Numbers<'latency'>;
	readonly migration?: PlanMigration;
	readonly opportunity?: PlanOpportunity;
	readonly finance?: PlanFinance;
	/** Points only: no ranges are drawn, no chances told. */
	readonly points?: boolean;
	/** Figures as they stood on a day. */
	readonly data?: { readonly pinned?: string };
	/** Option id, or `*` for all, → input path → number. */
	readonly overrides?: Readonly<Record<string, Overrides>>;
}
