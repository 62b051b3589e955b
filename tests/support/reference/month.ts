import {
	azsOf,
	bytesPerGB,
	ceilStar,
	clustersOf,
	drift,
	hours,
	inflation,
	or,
	seconds,
	type At
} from './basics.ts';
import { cheapestTask, licenceMonth } from './money.ts';
import { estateOf, type Estate } from './estate.ts';
import { sidecarOf } from './proxies.ts';

/** On-demand money of a month, before commitments, and everything else of the ledger's month. */
export interface Month {
	readonly estate: Estate;
	readonly provisioned: number;
	readonly allocated: number;
	readonly tasks: number;
	/** Infra rows other than compute and tasks. */
	readonly infra: Readonly<Record<string, number>>;
	readonly support: Readonly<Record<string, number>>;
	/** Month 1 of the meshed application itself, when k is 0. */
	readonly application: number;
	readonly fte: number;
	readonly learn: number;
	readonly shares: readonly [number, number];
	readonly series: number;
}

export function monthOf(at: At): Month {
	const { record } = at;
	const estate = estateOf(at);
	const { flow, added, prices, nodes } = estate;
	const h = hours(record);
	const cloud = drift(at);
	const idle = flow.meshedPods === 0;
	const network = networkOf(at, estate);
	const telemetry = telemetryOf(at, estate);
	const infra = {
		storage: estate.plane.disk * or(record.storage?.perGiBMonth) * cloud,
		overhead: network.overhead * cloud,
		locality: network.locality * cloud,
		loadBalancer: idle ? 0 : balancers(at, estate) * cloud,
		meshFee: idle ? 0 : feeOf(at, estate) * cloud,
		metrics: telemetry.metrics * cloud,
		traces: telemetry.traces * cloud,
		logs: telemetry.logs * cloud
	};
	return {
		estate,
		provisioned: (nodes.with - nodes.without) * or(record.node?.priceHour) * h * cloud,
		allocated: (added.cpu * prices.coreLoaded + (added.mem / 1024) * prices.gibLoaded) * h * cloud,
		tasks: tasksOf(at, estate, true) * h * cloud,
		infra,
		...peopleOf(at, flow.services),
		application: applicationOf(at, estate) * h,
		shares: network.shares,
		series: telemetry.series
	};
}

/** Σ over meshed task groups of pods times price: of the larger task less the plain, or the plain. */
function tasksOf({ record }: At, estate: Estate, larger: boolean): number {
	const price = {
		vcpuHour: or(record.fargate?.vcpuHour),
		gibHour: or(record.fargate?.gibHour)
	};
	let total = 0;
	for (const group of estate.flow.groups) {
		if (!group.meshed || group.onNodes || group.pods === 0) continue;
		const alone = cheapestTask(group.cpu, group.mem, price)?.hour ?? NaN;
		const { cpu, mem } = estate.beside ?? { cpu: 0, mem: 0 };
		const both = cheapestTask(group.cpu + cpu, group.mem + mem, price)?.hour ?? NaN;
		total += group.pods * (larger ? both - alone : alone);
	}
	return total;
}

function applicationOf(at: At, estate: Estate): number {
	const { prices, flow } = estate;
	const onNodes = flow.groups
		.filter((group) => group.meshed && group.onNodes)
		.reduce(
			(all, { pods, cpu, mem }) =>
				all + pods * (cpu * prices.coreLoaded + (mem / 1024) * prices.gibLoaded),
			0
		);
	return onNodes + tasksOf(at, estate, false);
}

/** §9. */
function networkOf(at: At, { flow }: Estate) {
	const { record } = at;
	const { network = {}, workload = {}, mesh = {} } = record;
	const phi = or(workload.meshedCallFraction, 1);
	const volume = (flow.calls * seconds(record)) / bytesPerGB(record);
	const x0 = 1 - 1 / azsOf(record);
	const plain = or(workload.bytesPerCall);
	const l0 = or(network.localityBaseline);
	let l1 = Math.max(l0, or(network.localityMesh));
	let bytes = plain + phi * or(network.overheadBytesPerCall);
	const legs = mesh.kind === 'ambient' ? 1 + phi * or(workload.l7Fraction) : 1;
	if (mesh.kind === 'managed' && (mesh.crossAzIncluded ?? false)) {
		l1 = 1 - (1 - l0) * (1 - phi);
		bytes = plain;
	}
	if (flow.meshedPods === 0) {
		return { overhead: 0, locality: 0, shares: [x0 * (1 - l0), x0 * (1 - l0)] as const };
	}
	const price = or(network.crossAzPerGB);
	const base = volume * plain * x0 * (1 - l0) * price;
	return {
		overhead: volume * bytes * legs * x0 * (1 - l0) * price - base,
		locality: volume * bytes * legs * x0 * (l0 - l1) * price,
		shares: [x0 * (1 - l0), x0 * (1 - l1)] as const
	};
}

function balancers(at: At, { flow, gateways }: Estate): number {
	const { record } = at;
	const { network = {}, workload = {} } = record;
	const ingress = (record.mesh?.gateway ?? null) !== null && gateways.incremental;
	const eastWest = gateways.eastWest > 0;
	let bytes = ingress ? flow.edge * or(workload.bytesPerEdgeRequest) : 0;
	if (eastWest) {
		bytes += flow.calls * or(workload.crossClusterFraction) * or(workload.bytesPerCall);
	}
	const count = (ingress ? 1 : 0) + (eastWest ? clustersOf(record) : 0);
	const gb = (bytes * seconds(record)) / bytesPerGB(record);
	return count * or(network.lbHour) * hours(record) + gb * or(network.lbPerGB);
}

export function feeParts({ record }: At, { flow }: Estate) {
	const { mesh = {}, workload = {}, network = {} } = record;
	const idle = flow.meshedPods === 0;
	const phi = or(workload.meshedCallFraction, 1);
	const entering = (workload.edgeMeshed ?? true) ? flow.edge : 0;
	const perCall = or(workload.bytesPerCall) + or(network.overheadBytesPerCall);
	const bytes = phi * flow.calls * perCall + entering * or(workload.bytesPerEdgeRequest);
	const requests = flow.carried * seconds(record);
	const free = flow.services * or(mesh.freeRequestsPerServiceHour) * hours(record);
	return {
		gb: idle ? 0 : (bytes * seconds(record)) / bytesPerGB(record),
		requests,
		billed: Math.max(0, requests - free)
	};
}

function feeOf(at: At, estate: Estate): number {
	const { mesh = {} } = at.record;
	const { flow } = estate;
	const { gb, billed } = feeParts(at, estate);
	const standing =
		flow.meshedPods * or(mesh.feePerProxyHour) +
		flow.services * or(mesh.feePerServiceHour) +
		clustersOf(at.record) * or(mesh.feePerClusterHour);
	const moving = gb * or(mesh.feePerGB) + (billed / 1e6) * or(mesh.feePerMillionRequests);
	return (standing * hours(at.record) + moving) * (1 - or(mesh.feeDiscount));
}

/** §10. */
function telemetryOf(at: At, estate: Estate) {
	const { record } = at;
	const { observability: watch = {}, workload = {}, mesh = {} } = record;
	const { flow, waypoints, gateways, nodes, prices } = estate;
	if (flow.meshedPods === 0) return { series: 0, metrics: 0, traces: 0, logs: 0 };
	const sidecars = mesh.kind === 'sidecar' ? sidecarOf(at, flow).count : 0;
	const proxies =
		sidecars +
		(waypoints?.count ?? 0) +
		gateways.eastWest +
		(gateways.incremental ? gateways.ingress : 0);
	const each = or(watch.seriesBase) + or(workload.peersPerProxy) * or(watch.seriesPerPeer);
	const tunnels = mesh.kind === 'ambient' ? nodes.with * or(watch.seriesZtunnel) : 0;
	const series = proxies * each + tunnels;
	const scrape = or(watch.scrapeSeconds, 15);
	const samples = (series * seconds(record)) / scrape;
	const stored =
		(series * ((or(watch.metricRetentionDays) * 86_400) / scrape) * or(watch.bytesPerSample)) /
		2 ** 30;
	const memory = (series * or(watch.memKiBPerSeries)) / 2 ** 20;
	const managed = mesh.kind === 'managed';
	const traced = managed ? 0 : mesh.kind === 'ambient' ? flow.waypoint : flow.traversals;
	const logged = managed ? flow.carried : traced;
	const gb = (rate: number) => (rate * seconds(record)) / bytesPerGB(record);
	return {
		series,
		metrics:
			(samples / 1e6) * or(watch.perMillionSamples) +
			stored * or(watch.perGiBMonth) +
			memory * prices.gibLoaded * hours(record),
		traces: gb(traced * or(watch.traceSampling) * or(watch.bytesPerSpan)) * or(watch.perGBTrace),
		logs: gb(logged * or(watch.logFraction) * or(watch.bytesPerLog)) * or(watch.perGBLog)
	};
}

/** §12, without licence and month 0. */
function peopleOf(at: At, services: number) {
	const { support = {} } = at.record;
	const clusters = clustersOf(at.record);
	const step = or(support.fteStep);
	const wanted =
		or(support.fteBase) +
		or(support.ftePerExtraCluster) * (clusters - 1) +
		(or(support.ftePer100Services) * services) / 100;
	const fte = step === 0 ? wanted : step * ceilStar(wanted / step);
	const half = or(support.learningHalfLifeMonths);
	const learn = half === 0 ? 1 : 1 + (or(support.learningStart, 1) - 1) * 0.5 ** (at.k / half);
	const rate = or(support.rateHour);
	const infl = inflation(at);
	const upgradeHours =
		or(support.upgradesPerYear) *
			(or(support.hoursPerUpgradeCluster) * clusters +
				or(support.hoursPerUpgradeService) * services) +
		or(support.patchesPerYear) * or(support.hoursPerPatchCluster) * clusters;
	const incidents = (or(support.meshIncidentsPerYear) / 12) * or(support.hoursPerIncident) * rate;
	return {
		fte,
		learn,
		support: {
			run: fte * or(support.hoursPerFteMonth) * rate * learn * infl,
			upgrades: (upgradeHours / 12) * rate * infl,
			onCall: (incidents + or(support.onCallMonthly)) * infl,
			training: ((trainingOnce(at) * or(support.turnoverAnnual)) / 12) * infl,
			consulting: or(support.consultingMonthly)
		}
	};
}

export function trainingOnce({ record }: At): number {
	const { support = {} } = record;
	const each = or(support.trainingHours) * or(support.rateHour) + or(support.trainingFee);
	return or(support.trainees) * each;
}

/** Licence of a month whose infra, after commitments, comes to `infra`. */
export function licenceOf({ record }: At, { flow, nodes }: Estate, infra: number): number {
	const { licence } = record.support ?? {};
	if (licence === null || licence === undefined) return 0;
	const units = {
		flat: 1,
		cluster: clustersOf(record),
		pod: flow.meshedPods,
		service: flow.services,
		node: nodes.with,
		spend: 12 * infra
	}[licence.unit ?? 'flat'];
	return licenceMonth(licence, units);
}
