import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reference, type Answer } from '../../../tests/support/reference/answer.ts';
import { records, tightRecords } from '../../../tests/support/records/random-records.ts';
import { runs } from '../../../tests/support/records/runs.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { Decimal } from './decimal.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { readRecord } from './read-record.ts';
import { runRecord, type Run } from './run.ts';

/** A run of the engine, which must accept the record. */
function runOf(record: RecordJson): Run {
	const read = readRecord(record);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	return runRecord(read.value);
}

const figure = (value: unknown): number => (value instanceof Decimal ? value.toNumber() : NaN);

/** 1e-6 of the larger, as `model.md` promises of two correct implementations. */
const agree = (a: number, b: number, scale = 0): boolean =>
	Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), scale, 1e-9);

/** Rows that are the difference of two volumes are measured against the volume. */
function scaleOf(key: string, answer: Answer, m: number): number {
	if (!key.startsWith('infra.network')) return 0;
	const both = ['infra.network.overhead', 'infra.network.locality'];
	return Math.max(...both.map((name) => Math.abs(answer.rows[name]?.[m] ?? 0)));
}

function differingMoney(outcome: Outcome, answer: Answer): readonly string[] {
	const rows = [...outcome.cash].flatMap(([key, cells]) =>
		cells.flatMap((cell, m) =>
			agree(figure(cell), answer.rows[key]?.[m] ?? NaN, scaleOf(key, answer, m))
				? []
				: [`${key} in month ${m}: ${figure(cell)}, not ${answer.rows[key]?.[m]}`]
		)
	);
	const { spendPV, avoidedPV, adoptionPV } = outcome.totals;
	const values = [
		['spend', spendPV, answer.pv.spend],
		['avoided', avoidedPV, answer.pv.avoided],
		['adoption', adoptionPV, answer.pv.adoption]
	] as const;
	const wrong = values.filter(([, ours, theirs]) => !agree(figure(ours), theirs));
	return [...rows, ...wrong.map(([name]) => `present value of ${name}`)];
}

/** Whole numbers of a month: both must have the same. */
function countsOf(answer: Answer, k: number): readonly (readonly [key: string, count: number])[] {
	const month = answer.months[k];
	if (month === undefined) return [];
	const { flow, counts, limits, nodes, waypoints, gateways, plane } = month.estate;
	return [
		['services', flow.services],
		['podsTotal', flow.pods],
		['podsMeshed', flow.meshedPods],
		['nodesBaseline', nodes.without],
		['nodesMesh', nodes.with],
		['waypointPods', waypoints?.count ?? 0],
		['gatewayPods', gateways.ingress],
		['eastWestPods', gateways.eastWest],
		['controlPlane.connectionsPerPlane', plane.perPlane],
		...Object.entries(counts).map(([key, n]) => [`packingCounts.${key}`, n] as const),
		...Object.entries(limits.without).map(([key, n]) => [`nodeLimits0.${key}`, n] as const),
		...Object.entries(limits.with).map(([key, n]) => [`nodeLimits1.${key}`, n] as const)
	];
}

function amountsOf(answer: Answer, k: number): readonly (readonly [key: string, x: number])[] {
	const month = answer.months[k];
	if (month === undefined) return [];
	const { flow, added, prices, plane } = month.estate;
	return [
		['edgeRps', flow.edge],
		['callsPerSecond', flow.calls],
		['meshRequestsPerSecond', flow.carried],
		['traversalsPerSecond', flow.traversals],
		['waypointPerSecond', flow.waypoint],
		['addedCpu', added.cpu],
		['addedMemMiB', added.mem],
		['controlPlane.cpu', plane.cpu],
		['controlPlane.memMiB', plane.mem],
		['controlPlane.pods', plane.pods],
		['controlPlane.diskGiB', plane.disk],
		['controlPlane.cpuUse', plane.cpuUse],
		['controlPlane.memUseMiB', plane.memUse],
		['unitPrices.coreLoaded', prices.coreLoaded],
		['unitPrices.gibLoaded', prices.gibLoaded],
		['telemetry.series', month.series],
		['fte', month.fte],
		['learn', month.learn]
	];
}

function differingMonths(run: Run, answer: Answer): readonly string[] {
	return answer.months.flatMap((_, k) => {
		const told = (key: string) => `${key} in month ${k + 1}: ${figure(run.answers.of(key, k))}`;
		const counts = countsOf(answer, k).filter(
			([key, count]) => figure(run.answers.of(key, k)) !== count
		);
		const amounts = amountsOf(answer, k).filter(
			([key, amount]) => !agree(figure(run.answers.of(key, k)), amount)
		);
		return [...counts, ...amounts].map(([key, theirs]) => `${told(key)}, not ${theirs}`);
	});
}

function differingMigration(run: Run, answer: Answer): readonly string[] {
	const wanted = [
		['migration.todayBill', answer.todayBill],
		['migration.duplicateMonthly', answer.duplicate],
		['migration.overlap', answer.overlap],
		['migration.waitingPerMonth', answer.waiting],
		['migrationHours', answer.migrationHours]
	] as const;
	return wanted.flatMap(([key, theirs]) =>
		agree(figure(run.answers.of(key)), theirs) ? [] : [`${key} is not ${theirs}`]
	);
}

function differences(record: RecordJson): readonly string[] {
	const run = runOf(record);
	const answer = reference(record);
	if ('error' in answer) {
		return run.fault?.code === answer.error ? [] : [`${run.fault?.code}, not ${answer.error}`];
	}
	if (run.fault !== undefined) return [`${run.fault.code} at ${run.fault.path}`];
	return [
		...differingMonths(run, answer),
		...differingMoney(outcomeOf(run), answer),
		...differingMigration(run, answer)
	];
}

describe('the engine and a second implementation of model.md', () => {
	it('agree in counts exactly and in money to 1e-6, on 300 random records', () => {
		fc.assert(
			fc.property(records, (record) => {
				expect(differences(record)).toEqual([]);
			}),
			runs(300)
		);
	}, 120_000);

	it('agree in the error too, on 150 records in which something may not fit', () => {
		fc.assert(
			fc.property(tightRecords, (record) => {
				expect(differences(record)).toEqual([]);
			}),
			runs(150)
		);
	}, 120_000);
});
