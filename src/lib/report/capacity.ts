import { Gap as NoFigure } from '../engine/graph/gap.ts';
import type { Run } from '../engine/run.ts';
import { gapFor } from './gap.ts';
import type { CapacityMonth, Gap, ReportCapacity } from './types.ts';
import { UNDER_REQUESTED } from './under-requested.ts';
import type { WorkedOption } from './work-out.ts';

/** Numbers of a run in one month; 0 where the option has no such part, and never for want of a figure. */
class Month {
	readonly #run: Run;
	readonly #k: number;
	/** Inputs for want of which something that was asked for has no figure. */
	readonly missing = new Set<string>();
	/** Something has no figure, whether an input can be blamed or not. */
	unknown = false;
	constructor(run: Run, k: number) {
		this.#run = run;
		this.#k = k;
	}
	has(key: string): boolean {
		return this.#run.compiled.tape.roots.has(key);
	}
	of(key: string): number {
		if (!this.has(key)) return 0;
		const value = this.#run.answers.number(key, this.#k);
		if (Number.isNaN(value)) this.#lacks(key);
		return value;
	}
	#lacks(key: string): void {
		this.unknown = true;
		const value = this.#run.answers.of(key, this.#k);
		for (const path of value instanceof NoFigure ? value.paths : []) this.missing.add(path);
	}
	input(path: string): number {
		const value = this.#run.values.get(path);
		if (value === undefined) {
			this.unknown = true;
			this.missing.add(path);
		}
		return value?.toNumber() ?? NaN;
	}
	/** A request; 0 where none is set. */
	request(path: string): number {
		return this.#run.values.get(path)?.toNumber() ?? 0;
	}
}

/** Requested, used and invoiced, with the limit that fixes the nodes; a gap where one of them is unknown. */
export function capacityOf({ option, run }: WorkedOption): ReportCapacity | Gap {
	if (run === undefined) return gapFor([], option);
	const first = new Month(run, 0);
	const last = new Month(run, run.record.choices.months - 1);
	const zoneStep = first.input('workload.azs') * first.input('workload.clusters');
	const packing = { sum: first.of('packingCounts.sum1'), shape: first.of('packingCounts.shape1') };
	const month1 = capacityMonth(run, first);
	const monthLast = { ...capacityMonth(run, last), month: run.record.choices.months };
	const missing = new Set([...first.missing, ...last.missing]);
	if (first.unknown || last.unknown) return gapFor([...missing], option);
	const remark = remarkOn(run, month1);
	return {
		month1,
		monthLast,
		proxy: COUNTED[proxyOf(first)],
		...(remark === undefined ? {} : { remark }),
		packing: { ...packing, differs: Math.abs(packing.sum - packing.shape) > zoneStep }
	};
}

const GIB = 1024;

const COUNTED = { sidecar: 'sidecar', ztunnel: 'ztunnel', taskProxy: 'task proxy' } as const;

function capacityMonth(run: Run, month: Month): CapacityMonth {
	const proxy = proxyOf(month);
	const added = month.of('nodesMesh') - month.of('nodesBaseline');
	return {
		month: 1,
		pods: month.of('podsTotal'),
		podsMeshed: month.of('podsMeshed'),
		proxies: month.of(`${proxy}.count`),
		waypoints: month.of('waypointPods'),
		coresRequested: month.of('addedCpu'),
		coresUsed: usedOf(month, proxy, 'cpuUsePeak'),
		coresInvoiced: added * month.input('node.vcpu'),
		gibRequested: month.of('addedMemMiB') / GIB,
		gibUsed: inGib(usedOf(month, proxy, 'memUseMiB')),
		gibInvoiced: added * month.input('node.memGiB'),
		nodesBaseline: month.of('nodesBaseline'),
		nodesMesh: month.of('nodesMesh'),
		binding: bindingOf(run, month),
		nodesByLimit: {
			cpu: month.of('nodeLimits1.byCpu'),
			memory: month.of('nodeLimits1.byMem'),
			pods: month.of('nodeLimits1.byPods'),
			shape: month.of('nodeLimits1.byShape')
		},
		...useOverRequest(run, month, proxy),
		ratePerProxyRps: month.of(`${proxy}.rpsPeakEach`)
	};
}

const proxyOf = (month: Month): 'sidecar' | 'ztunnel' | 'taskProxy' =>
	month.has('ztunnel.count') ? 'ztunnel' : month.has('taskProxy.count') ? 'taskProxy' : 'sidecar';

/** A proxy of the provider is known by the size that it is given, not by what it does with it. */
const USE_UNKNOWN: Gap = {
	missing: 'not-measured',
	reason:
		'No measurement of what the provider’s task proxy uses is published, only the size that it is given.'
};

/** Of proxies, tunnels and waypoints alone: what planes use is measured for one of them only. */
function usedOf(month: Month, proxy: string, field: string): number | Gap {
	if (proxy === 'taskProxy' && month.of('taskProxy.count') > 0) return USE_UNKNOWN;
	return (
		month.of(`${proxy}.count`) * month.of(`${proxy}.${field}`) +
		month.of('waypoint.count') * month.of(`waypoint.${field}`)
	);
}

const inGib = (mib: number | Gap): number | Gap => (typeof mib === 'number' ? mib / GIB : mib);

function bindingOf(run: Run, month: Month): CapacityMonth['binding'] {
	const limits = [
		['cpu', month.of('nodeLimits1.byCpu')],
		['memory', month.of('nodeLimits1.byMem')],
		['pods', month.of('nodeLimits1.byPods')]
	] as const;
	const most = Math.max(...limits.map(([, nodes]) => nodes));
	if (most === 0) return 'none';
	if (run.record.choices.packingMode === 'shape') return 'shape';
	const floor = month.input('node.minNodesPerAz') * month.input('workload.azs');
	if (floor > most) return 'zones';
	return limits.find(([, nodes]) => nodes === most)?.[0] ?? 'none';
}

function useOverRequest(
	run: Run,
	month: Month,
	proxy: string
): Pick<CapacityMonth, 'usePerRequestCpu' | 'usePerRequestMem'> {
	const part = proxy === 'sidecar' ? 'mesh.proxy' : 'mesh.ztunnel';
	const ratio = (use: string, request: string): number | undefined => {
		const asked = month.request(`${part}.${request}`);
		return asked > 0 && month.has(`${proxy}.${use}`)
			? month.of(`${proxy}.${use}`) / asked
			: undefined;
	};
	const cpu = ratio('cpuUsePeak', 'cpuReq');
	const mem = ratio('memUseMiB', 'memReqMiB');
	return {
		...(cpu === undefined ? {} : { usePerRequestCpu: cpu }),
		...(mem === undefined ? {} : { usePerRequestMem: mem })
	};
}

/** Below this a request holds much more than is used (`model.md` §4). */
const OVER_RESERVED = 0.3;

function remarkOn(run: Run, month: CapacityMonth): string | undefined {
	const { kind, unset } = run.record.choices.mesh;
	if (kind !== 'sidecar' && kind !== 'ambient') return undefined;
	const [proxy, part] =
		kind === 'sidecar'
			? (['sidecar', 'mesh.proxy'] as const)
			: (['ztunnel', 'mesh.ztunnel'] as const);
	if (unset.has(`${part}.cpuReq`) || unset.has(`${part}.memReqMiB`)) {
		return `no request set for the ${proxy}`;
	}
	const ratios = [month.usePerRequestCpu ?? 1, month.usePerRequestMem ?? 1];
	if (ratios.some((ratio) => ratio > 1)) {
		const isAsked = run.record.choices.mesh.sizing === 'requests';
		const counted = isAsked ? `is requested for the ${proxy}` : `the ${proxy} uses`;
		return `${UNDER_REQUESTED}: will be throttled or evicted under pressure; its cost counts what ${counted}`;
	}
	return ratios.some((ratio) => ratio < OVER_RESERVED)
		? `over-reserved: the ${proxy} uses little of its request`
		: undefined;
}
