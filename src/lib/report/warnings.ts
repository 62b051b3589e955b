import { isStale } from '../catalog/age.ts';
import { destinations } from '../catalog/lifecycle.ts';
import { isListPrice } from './assumptions.ts';
import { carries } from '../plan/resolve/workload.ts';
import { formatCount } from '../format/number.ts';
import { formatDay } from '../format/date.ts';
import type { Run } from '../engine/run.ts';
import { isGap } from './gap.ts';
import { planNotes } from './plan-notes.ts';
import type { ReportAssumption, ReportComparison, ReportOption, ReportWarning } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/** Proxies beyond which an unscoped mesh must be measured (`model.md` §4). */
const UNSCOPED_PODS = 500;

interface Told {
	readonly worked: Worked;
	readonly options: readonly ReportOption[];
	readonly comparison: ReportComparison;
	readonly assumptions: readonly ReportAssumption[];
}

/** Plain notes that the reader must have seen; the gravest first. */
export function warningsOf(told: Told): readonly ReportWarning[] {
	return [
		...ended(told),
		...perRun(told, unscoped),
		...perRun(told, unsupported),
		...outOfReach(told),
		...perRun(told, onSpot),
		...perRun(told, freeAllowance),
		...perRun(told, volumeLicence),
		...perRun(told, localEndpoints),
		...billing(told),
		...packing(told),
		...planNotes(told.worked),
		...perRun(told, nothingMeshed),
		...doingNothing(told),
		...stale(told)
	];
}

type Rule = (run: Run, worked: WorkedOption) => Omit<ReportWarning, 'options'> | undefined;

/** One note for all options that it concerns. */
function perRun({ worked }: Told, rule: Rule): readonly ReportWarning[] {
	const notes = worked.options.flatMap((entry) => {
		const note = entry.run === undefined ? undefined : rule(entry.run, entry);
		return note === undefined ? [] : [{ note, id: entry.option.id }];
	});
	const [first] = notes;
	return first === undefined ? [] : [{ ...first.note, options: notes.map(({ id }) => id) }];
}

function ended({ options, worked }: Told): readonly ReportWarning[] {
	return options.flatMap((option) => {
		if (option.status !== 'ended' || option.endOfSupport === undefined) return [];
		const mesh = worked.options.find((entry) => entry.option.id === option.id)?.option.mesh;
		const to = mesh === undefined ? [] : destinations(mesh, worked.resolved.place.runtime);
		const names = to.map(({ to: id }) => worked.catalog.meshes.options.get(id)?.label ?? id);
		const where = names.length === 0 ? '' : ` From here it can go to ${names.join(', ')}.`;
		return [
			{
				code: 'ENDED',
				message: `${option.label} reached end of support on ${formatDay(option.endOfSupport)}. It is shown as today’s bill for a migration, not as a choice.${where}`,
				options: [option.id]
			}
		];
	});
}

/** Nothing where it has no figure: no rule may take that for 0. */
const podsMeshed = (run: Run): number | undefined => {
	const value = run.answers.number('podsMeshed');
	return Number.isNaN(value) ? undefined : value;
};

const unscoped: Rule = (run) => {
	const { mesh, scoped } = run.record.choices;
	const pods = podsMeshed(run);
	if (scoped || mesh.kind !== 'sidecar' || pods === undefined || pods <= UNSCOPED_PODS)
		return undefined;
	return {
		code: 'UNSCOPED',
		path: 'workload.visibleServices',
		message: `Unscoped beyond ${UNSCOPED_PODS} pods: measure. Proxies that are told of every service were seen to hold 120 to 500 MB.`
	};
};

const unsupported: Rule = (run) => {
	const { mesh } = run.record.choices;
	const upgrades = run.values.get('support.upgradesPerYear');
	if (!mesh.id.startsWith('istio') || upgrades === undefined || upgrades.gte(2)) return undefined;
	return {
		code: 'TOO_FEW_UPGRADES',
		path: 'support.upgradesPerYear',
		message:
			'Fewer than two upgrades a year means running a version of Istio that is no longer supported.'
	};
};

/** Groups that a mesh cannot carry where they run, and so leaves outside. */
function outOfReach({ worked }: Told): readonly ReportWarning[] {
	const { plan } = worked;
	const wanted = (plan.workload?.groups ?? []).filter(({ meshed }) => meshed !== false);
	const concerned = worked.options.filter(
		({ run, option: { mesh } }) =>
			run !== undefined &&
			mesh.kind !== 'none' &&
			wanted.some(({ runtime = 'k8s' }) => !carries(mesh, plan, runtime))
	);
	if (concerned.length === 0) return [];
	return [
		{
			code: 'GROUP_OUT_OF_REACH',
			path: 'workload.groups',
			message:
				'Pods on Fargate stay outside these meshes: no source shows that they can carry them there.',
			options: concerned.map(({ option }) => option.id)
		}
	];
}

const nothingMeshed: Rule = (run) => {
	if (run.record.choices.mesh.kind === 'none' || podsMeshed(run) !== 0) return undefined;
	return {
		code: 'NOTHING_MESHED',
		path: 'workload.pods',
		message:
			'No pod is in the mesh in month 1: what stands here is the people who would run it all the same.'
	};
};

/** A mesh is compared with what it costs to go without one, once that is entered. */
function doingNothing({ options }: Told): readonly ReportWarning[] {
	const none = options.filter(({ kind }) => kind === 'none').map(({ id }) => id);
	const avoids = options.some(
		({ totals: { avoided } }) => !isGap(avoided) && Number(avoided) !== 0
	);
	if (none.length === 0 || avoids) return [];
	return [
		{
			code: 'NO_MESH_COSTS_NOTHING',
			path: 'opportunity.enabled',
			message:
				'No mesh costs nothing here: what going without one costs counts once it is entered under “Risk and benefit”.',
			options: none
		}
	];
}

const onSpot: Rule = (run) => {
	const { spot, mesh } = run.record.choices;
	if (!spot || mesh.controlPlane === undefined) return undefined;
	return {
		code: 'PLANE_ON_SPOT',
		path: 'platform.spotShare',
		message:
			'Interruptible nodes must not carry the control plane: keep a part of the nodes on demand for it.'
	};
};

const freeAllowance: Rule = (run) => {
	const free = run.values.get('mesh.freeRequestsPerServiceHour');
	if (free === undefined || free.isZero()) return undefined;
	return {
		code: 'ALLOWANCE_POOLED',
		path: 'mesh.freeRequestsPerServiceHour',
		message:
			'The free requests are pooled over services and hours: a lower bound where traffic is uneven.'
	};
};

const volumeLicence: Rule = (run) => {
	if (run.record.choices.licence?.mode !== 'volume') return undefined;
	return {
		code: 'VOLUME_LICENCE',
		message:
			'By volume all units take the price of the band reached: the total may fall when units rise.'
	};
};

const localEndpoints: Rule = (run) => {
	const local = run.values.get('network.localityMesh');
	if (local === undefined || local.isZero()) return undefined;
	return {
		code: 'LOCALITY',
		path: 'network.localityMesh',
		message:
			'Keeping calls in their zone needs endpoints of each service in each zone: check services with fewer replicas than zones.'
	};
};

function billing({ comparison }: Told): readonly ReportWarning[] {
	if (!comparison.rankingDiffers) return [];
	return [
		{
			code: 'WITHIN_ONE_NODE_STEP',
			message:
				'The order differs between whole nodes billed and the share used: the options lie within one node step.'
		}
	];
}

function packing({ options }: Told): readonly ReportWarning[] {
	const differing = options.filter(
		({ capacity }) => !('missing' in capacity) && capacity.packing.differs
	);
	if (differing.length === 0) return [];
	return [
		{
			code: 'PACKING_MODES_DIFFER',
			path: 'platform.packingMode',
			message:
				'Counting whole pods gives another number of nodes than counting totals: see Capacity for both.',
			options: differing.map(({ id }) => id)
		}
	];
}

function stale({ assumptions, worked }: Told): readonly ReportWarning[] {
	const prices = assumptions.filter(isListPrice);
	const days = new Set(prices.flatMap(({ asOf }) => asOf ?? []));
	const old = new Set([...days].filter((asOf) => isStale({ asOf }, worked.today)));
	const dates = prices.flatMap(({ asOf }) => (asOf !== undefined && old.has(asOf) ? [asOf] : []));
	if (dates.length === 0) return [];
	const dated = dates.filter((date) => date !== 'undated').sort();
	const undated = dates.length - dated.length;
	const oldest = [
		...(dated[0] === undefined ? [] : [`the oldest is of ${formatDay(dated[0])}`]),
		...(undated === 0 ? [] : [`${formatCount(undated)} bear no date`])
	].join(', ');
	const count = dates.length === 1 ? 'One price is' : `${formatCount(dates.length)} prices are`;
	return [
		{
			code: 'STALE_PRICES',
			message: `${count} older than 90 days; ${oldest}. Tax, data-centre and application cost are not included.`
		}
	];
}
