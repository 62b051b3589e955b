import { fte, learn, migrationHours } from './areas/people.ts';
import type { Limits } from './areas/nodes.ts';
import { atPeak } from './areas/proxy.ts';
import { zero, type Formula } from './graph/expr.ts';
import type { Option } from './option.ts';
import { leavingOf } from './rows.ts';

/** Quantities of the result record (`model.md` §2) by the key under which they are read. */
export function quantitiesOf(option: Option): Readonly<Record<string, Formula>> {
	const { flow, capacity, prices, transfer, fee, telemetry } = option;
	const leaving = leavingOf(option);
	return {
		services: flow.services,
		podsTotal: flow.pods,
		podsMeshed: flow.podsMeshed,
		edgeRps: flow.edge,
		callsPerSecond: flow.calls,
		meshRequestsPerSecond: flow.requests,
		traversalsPerSecond: flow.traversals,
		traversalsPerSecondPeak: atPeak(flow.traversals),
		waypointPerSecond: flow.waypointPasses,
		nodesBaseline: option.nodes0,
		nodesMesh: option.nodes1,
		waypointPods: capacity.waypoints?.count ?? zero('pod'),
		gatewayPods: capacity.gateways.ingress,
		eastWestPods: capacity.gateways.eastWest,
		addedCpu: option.addedCpu,
		addedMemMiB: option.addedMemMiB,
		...proxies(option),
		...plane(option),
		...(option.choices.hasNode ? packing(option) : {}),
		...(prices === undefined
			? {}
			: {
					'unitPrices.core': prices.core,
					'unitPrices.gib': prices.gib,
					'unitPrices.coreLoaded': prices.coreLoaded,
					'unitPrices.gibLoaded': prices.gibLoaded
				}),
		'crossAz.share0': transfer.share0,
		'crossAz.share1': transfer.share1,
		'crossAz.callGbMonth': transfer.callGbMonth.as({
			id: 'crossAz.callGbMonth',
			label: 'Payload of internal calls, a month'
		}),
		'crossAz.crossGbMonth0': transfer.crossGbMonth0.as({
			id: 'crossAz.crossGbMonth0',
			label: 'Between zones without the mesh, a month'
		}),
		'crossAz.crossGbMonth1': transfer.crossGbMonth1.as({
			id: 'crossAz.crossGbMonth1',
			label: 'Between zones with the mesh, a month'
		}),
		'fee.gbMonth': fee.gbMonth,
		'fee.requestsMonth': fee.requestsMonth,
		'fee.billedRequestsMonth': fee.billedRequestsMonth,
		'telemetry.series': telemetry.series,
		'telemetry.samplesPerMonth': telemetry.samplesPerMonth,
		'telemetry.spansPerSecond': telemetry.spansPerSecond,
		fte,
		learn,
		migrationHours,
		pathMean: option.pathMean,
		application: option.application,
		'migration.todayBill': leaving.todayBill,
		'migration.duplicateMonthly': leaving.duplicateMonthly,
		'migration.overlap': leaving.overlap,
		'migration.waitingPerMonth': leaving.waitingPerMonth.as({
			id: 'migration.waitingPerMonth',
			label: 'What a month of waiting costs'
		})
	};
}

type Roots = Readonly<Record<string, Formula>>;

function proxies({ capacity, tunnel, nodes1 }: Option): Roots {
	const { sidecar, taskProxy, waypoints } = capacity;
	const roots: Record<string, Formula> = {};
	if (sidecar !== undefined) {
		Object.assign(roots, {
			'sidecar.count': sidecar.count,
			'sidecar.rpsPeakEach': sidecar.ratePeak,
			'sidecar.cpuUsePeak': sidecar.cpuUse,
			'sidecar.memUseMiB': sidecar.memUse,
			'sidecar.cpuReserved': sidecar.cpuReserved,
			'sidecar.memReservedMiB': sidecar.memReserved,
			'pass.sidecar': sidecar.pass
		});
	}
	if (tunnel !== undefined && capacity.tunnel !== undefined) {
		Object.assign(roots, {
			'ztunnel.count': nodes1,
			'ztunnel.rpsPeakEach': tunnel.ratePeak,
			'ztunnel.cpuUsePeak': tunnel.cpuUse,
			'ztunnel.memUseMiB': capacity.tunnel.memUse,
			'ztunnel.cpuReserved': tunnel.cpuReserved,
			'ztunnel.memReservedMiB': capacity.tunnel.memReserved,
			'pass.ztunnel': capacity.tunnel.pass
		});
	}
	if (taskProxy !== undefined) {
		Object.assign(roots, {
			'taskProxy.count': taskProxy.count,
			'taskProxy.receivedRpsPeakEach': taskProxy.receivedPeak,
			'taskProxy.rpsPeakEach': taskProxy.ratePeak,
			'taskProxy.cpuReserved': taskProxy.cpuReserved,
			'taskProxy.memReservedMiB': taskProxy.memReserved
		});
	}
	if (waypoints !== undefined) {
		Object.assign(roots, {
			'waypoint.count': waypoints.count,
			'waypoint.rpsPeakEach': waypoints.ratePeak,
			'waypoint.cpuUsePeak': waypoints.cpuUse,
			'waypoint.memUseMiB': waypoints.memUse,
			'waypoint.cpuReserved': waypoints.cpuReserved,
			'waypoint.memReservedMiB': waypoints.memReserved,
			'pass.waypoint': waypoints.pass
		});
	}
	return roots;
}

const plane = ({ capacity: { plane } }: Option): Roots => ({
	'controlPlane.connectionsPerPlane': plane.perPlane,
	'controlPlane.cpu': plane.cpu,
	'controlPlane.memMiB': plane.memMiB,
	'controlPlane.pods': plane.pods,
	'controlPlane.diskGiB': plane.diskGiB,
	'controlPlane.cpuUse': plane.cpuUse,
	'controlPlane.memUseMiB': plane.memUseMiB
});

const packing = ({ capacity }: Option): Roots => ({
	'packingCounts.sum0': capacity.nodes0('sum'),
	'packingCounts.sum1': capacity.nodes1('sum'),
	'packingCounts.shape0': capacity.nodes0('shape'),
	'packingCounts.shape1': capacity.nodes1('shape'),
	...limits('nodeLimits0', capacity.limits0),
	...limits('nodeLimits1', capacity.limits1)
});

const limits = (name: string, of: Limits): Roots =>
	Object.fromEntries(Object.entries(of).map(([key, nodes]) => [`${name}.${key}`, nodes]));
