import type {
	Billing,
	Choices,
	GroupChoice,
	LicenceChoices,
	LicenceUnit,
	MeshChoices,
	MeshKind,
	PackingMode,
	Provider,
	Sizing
} from './choices.ts';
import { Decimal } from './decimal.ts';
import { CHOICE_FIELDS } from './record-fields.ts';

/** What the walk over a record found, before it becomes choices. */
export interface Raw {
	readonly values: ReadonlyMap<string, Decimal>;
	readonly unset: ReadonlySet<string>;
	readonly parts: ReadonlySet<string>;
	readonly chosen: ReadonlyMap<string, string | boolean>;
	readonly lists: ReadonlyMap<string, number>;
}

const KINDS: readonly MeshKind[] = ['sidecar', 'ambient', 'managed', 'none'];
const SIZINGS: readonly Sizing[] = ['requests', 'usage', 'max'];
const PROVIDERS: readonly Provider[] = ['eks', 'gke', 'aks', 'plain'];
const MODES: readonly PackingMode[] = ['sum', 'shape'];
const BILLINGS: readonly Billing[] = ['provisioned', 'allocated'];
const UNITS: readonly LicenceUnit[] = ['flat', 'cluster', 'pod', 'service', 'node', 'spend'];

/** Typed access to what was written or its default. */
class Chosen {
	readonly #raw: Raw;
	/** Paths of the numbers that were asked for. */
	readonly decisive = new Set<string>();
	constructor(raw: Raw) {
		this.#raw = raw;
	}
	one<T extends string>(path: string, known: readonly T[], first: T): T {
		const field = CHOICE_FIELDS[path.replace(/\[\d+\]/, '')];
		const initial = field?.is === 'one-of' ? field.initial : undefined;
		const written = this.#raw.chosen.get(path) ?? initial;
		return known.find((name) => name === written) ?? first;
	}
	yes(path: string): boolean {
		const field = CHOICE_FIELDS[path.replace(/\[\d+\]/, '')];
		const initial = field?.is === 'yes-no' ? field.initial : false;
		return (this.#raw.chosen.get(path) ?? initial) === true;
	}
	text(path: string): string | undefined {
		const written = this.#raw.chosen.get(path);
		return typeof written === 'string' ? written : undefined;
	}
	/** A number that decides what is built; 0 where it has no figure. */
	number(path: string): number {
		return this.decimal(path).toNumber();
	}
	decimal(path: string): Decimal {
		this.decisive.add(path);
		return this.#raw.values.get(path) ?? NOTHING;
	}
	count(list: string): number {
		return this.#raw.lists.get(list) ?? 0;
	}
}

const NOTHING = new Decimal(0);

export interface ReadChoices {
	readonly value: Choices;
	/** The only numbers that the choices hang on. */
	readonly decisive: ReadonlySet<string>;
	readonly faults: readonly (readonly [path: string, message: string])[];
}

/** Choices of a record, with the faults that only show between fields. */
export function choicesOf(raw: Raw): ReadChoices {
	const chosen = new Chosen(raw);
	const mesh = meshOf(raw, chosen);
	const value: Choices = {
		months: chosen.number('time.months'),
		startMonth: chosen.text('time.startMonth'),
		groups: groupsOf(chosen),
		season: raw.lists.has('workload.season'),
		edgeMeshed: chosen.yes('workload.edgeMeshed'),
		scoped: !raw.unset.has('workload.visibleServices'),
		manyClusters: chosen.number('workload.clusters') > 1,
		manyZones: chosen.number('workload.azs') > 1,
		provider: chosen.one('node.provider', PROVIDERS, 'plain'),
		packingMode: chosen.one('node.packingMode', MODES, 'sum'),
		azBalanced: chosen.yes('node.azBalanced'),
		surviveAzLoss: chosen.yes('node.surviveAzLoss'),
		hasNode: chosen.number('node.vcpu') > 0 && chosen.number('node.memGiB') > 0,
		mesh,
		billing: chosen.one('purchase.billing', BILLINGS, 'provisioned'),
		terms: termsOf(chosen),
		spot: chosen.number('purchase.spotShare') > 0,
		licence: licenceOf(raw, chosen),
		oldMonthly: !raw.unset.has('support.migration.oldMonthly'),
		leaving: raw.parts.has('support.migration.source'),
		opportunity: raw.parts.has('opportunity'),
		features: chosen.count('opportunity.features'),
		rounding: chosen.one('rounding', ['half-even', 'half-up'] as const, 'half-even')
	};
	return { value, decisive: chosen.decisive, faults: faultsOf(mesh, raw) };
}

function faultsOf(mesh: MeshChoices, raw: Raw): ReadChoices['faults'] {
	if (mesh.kind === 'sidecar' && !raw.parts.has('mesh.proxy')) {
		return [['mesh.proxy', 'a sidecar mesh needs its proxy']];
	}
	if (mesh.kind === 'ambient' && !raw.parts.has('mesh.ztunnel')) {
		return [['mesh.ztunnel', 'an ambient mesh needs its node tunnel']];
	}
	return [];
}

const groupsOf = (chosen: Chosen): readonly GroupChoice[] =>
	Array.from({ length: chosen.count('workload.groups') }, (_, at) => ({
		id: chosen.text(`workload.groups[${at}].id`) ?? `group ${at + 1}`,
		meshed: chosen.yes(`workload.groups[${at}].meshed`),
		runtime: chosen.one(`workload.groups[${at}].runtime`, ['k8s', 'fargate'] as const, 'k8s')
	}));

function meshOf(raw: Raw, chosen: Chosen): MeshChoices {
	return {
		id: chosen.text('mesh.id') ?? 'mesh',
		kind: chosen.one('mesh.kind', KINDS, 'none'),
		sizing: chosen.one('mesh.sizing', SIZINGS, 'max'),
		endOfSupport: chosen.text('mesh.endOfSupport'),
		crossAzIncluded:
			chosen.yes('mesh.crossAzIncluded') && chosen.one('mesh.kind', KINDS, 'none') === 'managed',
		waypoints: raw.parts.has('mesh.waypoint'),
		gateway: raw.parts.has('mesh.gateway')
			? { incremental: chosen.yes('mesh.gateway.incremental') }
			: undefined,
		controlPlane: raw.parts.has('mesh.controlPlane')
			? { perCluster: chosen.yes('mesh.controlPlane.perCluster'), tiers: tierOrder(chosen) }
			: undefined,
		taskProxy: raw.parts.has('mesh.taskProxy') ? { steps: stepsOf(raw, chosen) } : undefined,
		unset: raw.unset
	};
}

const tierOrder = (chosen: Chosen): readonly number[] => {
	const limit = (at: number) => chosen.number(`mesh.controlPlane.tiers[${at}].maxConn`);
	return Array.from({ length: chosen.count('mesh.controlPlane.tiers') }, (_, at) => at).sort(
		(a, b) => limit(a) - limit(b)
	);
};

const stepsOf = (raw: Raw, chosen: Chosen) =>
	Array.from({ length: chosen.count('mesh.taskProxy.steps') }, (_, at) => {
		const named = (field: string) => !raw.unset.has(`mesh.taskProxy.steps[${at}].${field}`);
		return {
			rps: named('aboveReceivedRps'),
			services: named('aboveServices'),
			tasks: named('aboveTasks')
		};
	});

/** Longest first, then the larger discount, then as listed (`model.md` §7). */
function termsOf(chosen: Chosen): Choices['terms'] {
	const count = chosen.count('purchase.terms');
	const terms = Array.from({ length: count }, (_, at) => ({
		at,
		months: chosen.number(`purchase.terms[${at}].termMonths`),
		discount: chosen.decimal(`purchase.terms[${at}].discount`)
	}));
	return terms
		.sort((a, b) => b.months - a.months || b.discount.comparedTo(a.discount) || a.at - b.at)
		.map(({ at, months }) => ({ at, months }));
}

function licenceOf(raw: Raw, chosen: Chosen): LicenceChoices | undefined {
	if (!raw.parts.has('support.licence')) return undefined;
	const count = chosen.count('support.licence.tiers');
	return {
		unit: chosen.one('support.licence.unit', UNITS, 'flat'),
		mode: chosen.one('support.licence.mode', ['graduated', 'volume'] as const, 'graduated'),
		bands: Array.from(
			{ length: count },
			(_, at) => !raw.unset.has(`support.licence.tiers[${at}].upTo`)
		)
	};
}
