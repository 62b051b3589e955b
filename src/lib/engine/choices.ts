/**
 * What decides which formulas are built: everything in an input record that is not a number, and the
 * few numbers that count things to build. Numbers flow through the graph (`values` of a record).
 */
export type MeshKind = 'sidecar' | 'ambient' | 'managed' | 'none';
export type Sizing = 'requests' | 'usage' | 'max';
export type Provider = 'eks' | 'gke' | 'aks' | 'plain';
export type Runtime = 'k8s' | 'fargate';
export type Billing = 'provisioned' | 'allocated';
export type PackingMode = 'sum' | 'shape';
export type LicenceUnit = 'flat' | 'cluster' | 'pod' | 'service' | 'node' | 'spend';

export interface GroupChoice {
	readonly id: string;
	readonly meshed: boolean;
	readonly runtime: Runtime;
}

export interface StepChoice {
	readonly rps: boolean;
	readonly services: boolean;
	readonly tasks: boolean;
}

export interface MeshChoices {
	readonly id: string;
	readonly kind: MeshKind;
	readonly sizing: Sizing;
	/** ISO date. */
	readonly endOfSupport: string | undefined;
	readonly crossAzIncluded: boolean;
	readonly waypoints: boolean;
	readonly gateway: { readonly incremental: boolean } | undefined;
	/** Order in which tiers are tried: positions in the record's list, by rising `maxConn`. */
	readonly controlPlane:
		{ readonly perCluster: boolean; readonly tiers: readonly number[] } | undefined;
	readonly taskProxy: { readonly steps: readonly StepChoice[] } | undefined;
	/** Paths of requests that are not set. */
	readonly unset: ReadonlySet<string>;
}

export interface LicenceChoices {
	readonly unit: LicenceUnit;
	readonly mode: 'graduated' | 'volume';
	/** Whether each band has an end; the last one is read as open. */
	readonly bands: readonly boolean[];
}

export interface Choices {
	readonly months: number;
	/** "YYYY-MM". */
	readonly startMonth: string | undefined;
	readonly groups: readonly GroupChoice[];
	readonly season: boolean;
	readonly edgeMeshed: boolean;
	readonly scoped: boolean;
	readonly manyClusters: boolean;
	readonly manyZones: boolean;
	readonly provider: Provider;
	readonly packingMode: PackingMode;
	readonly azBalanced: boolean;
	readonly surviveAzLoss: boolean;
	/** A node with vCPU and memory is described. */
	readonly hasNode: boolean;
	readonly mesh: MeshChoices;
	readonly billing: Billing;
	/** Positions in the record's list, in the order in which terms apply. */
	readonly terms: readonly { readonly at: number; readonly months: number }[];
	readonly spot: boolean;
	readonly licence: LicenceChoices | undefined;
	readonly oldMonthly: boolean;
	/** A mesh is being left: its bill comes from a record of its own. */
	readonly leaving: boolean;
	readonly opportunity: boolean;
	readonly features: number;
	readonly rounding: 'half-even' | 'half-up';
}

/** Nothing can be meshed: no proxy of any sort is built (`model.md` §3). */
export const nothingMeshed = (choices: Choices): boolean =>
	choices.mesh.kind === 'none' || meshedGroups(choices).length === 0;

/** Positions of the groups that the mesh carries; ambient has no form on Fargate. */
export const meshedGroups = (choices: Choices): readonly number[] =>
	choices.groups.flatMap((group, at) =>
		group.meshed && !(choices.mesh.kind === 'ambient' && group.runtime === 'fargate') ? [at] : []
	);

export const onNodes = (choices: Choices, groups: readonly number[]): readonly number[] =>
	groups.filter((at) => choices.groups[at]?.runtime === 'k8s');

export const onFargate = (choices: Choices, groups: readonly number[]): readonly number[] =>
	groups.filter((at) => choices.groups[at]?.runtime === 'fargate');
