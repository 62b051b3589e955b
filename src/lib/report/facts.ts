import type { Run } from '../engine/run.ts';
import type { ReportOption } from './types.ts';

/** Quantities that pages quote, by the key under which a run answers. */
const FACTS = [
	['fte', 'Engineers in total', 'FTE'],
	['migrationHours', 'Hours of the migration', 'hour'],
	['controlPlane.connectionsPerPlane', 'Proxies per control plane', 'connection'],
	['controlPlane.cpu', 'Control plane CPU requested', 'core'],
	['controlPlane.memMiB', 'Control plane memory requested', 'MiB'],
	['gatewayPods', 'Ingress replicas', 'pod'],
	['eastWestPods', 'East-west gateway replicas', 'pod'],
	['telemetry.series', 'Metric series added', 'series'],
	['crossAz.callGbMonth', 'Internal call payload a month', 'GB'],
	['crossAz.crossGbMonth0', 'Of it between zones today', 'GB'],
	['crossAz.crossGbMonth1', 'Between zones with the mesh', 'GB'],
	['fee.billedRequestsMonth', 'Requests beyond the free allowance', 'request'],
	['unitPrices.coreLoaded', 'Price of a requested vCPU', 'USD/core-hour'],
	['unitPrices.gibLoaded', 'Price of a requested GiB', 'USD/GiB-hour'],
	['migration.todayBill', 'Today’s monthly bill of the mesh being left', 'USD/month'],
	['migration.overlap', 'Both meshes at once', 'USD'],
	['migration.waitingPerMonth', 'Cost of waiting a month', 'USD/month']
] as const;

const ALLOWANCE = 'fee.billedRequestsMonth';

/** Only a mesh that charges for requests has an allowance of them. */
const billsRequests = (run: Run): boolean =>
	run.values.get('mesh.feePerMillionRequests')?.gt(0) ?? true;

/** What runs in month 1, in counts. */
export const factsOf = (run: Run): ReportOption['facts'] =>
	FACTS.flatMap(([id, label, unit]) => {
		if (!run.compiled.tape.roots.has(id) || (id === ALLOWANCE && !billsRequests(run))) return [];
		const value = run.answers.number(id);
		if (Number.isNaN(value)) return [];
		return [{ id, label, unit: unit === 'GB' ? billedUnit(run) : unit, value }];
	});

/** Some price lists count a GB as 2^30 bytes: what they bill is a GiB. */
const billedUnit = (run: Run): string =>
	run.values.get('network.bytesPerGB')?.eq(2 ** 30) === true ? 'GiB' : 'GB';
