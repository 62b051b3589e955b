import { describe, expect, it } from 'vitest';
import { change } from '../../../tests/support/records/change.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { Decimal } from './decimal.ts';
import { Gap } from './graph/gap.ts';
import { outcomeOf } from './outcome.ts';
import { readRecord } from './read-record.ts';
import { runRecord } from './run.ts';

/** Training for 1200 USD before the start, then 200 a month that a mesh makes unnecessary. */
const record: RecordJson = {
	time: { months: 12 },
	workload: { services: 1, groups: [{ pods: 1, appCpu: 0.1 }] },
	node: { vcpu: 8, memGiB: 32, maxPods: 50, azBalanced: false },
	mesh: { kind: 'managed', feePerGB: 0.1 },
	support: { rateHour: 100, trainees: 1, trainingHours: 12 },
	opportunity: { replacedMonthly: 200 }
};

function totalsOf(json: RecordJson) {
	const read = readRecord(json);
	if (!read.ok) throw new Error(read.errors[0]?.message);
	const outcome = outcomeOf(runRecord(read.value));
	return { ...outcome.totals, missing: outcome.missing };
}
const told = (value: unknown): unknown =>
	value instanceof Decimal ? value.toFixed() : value instanceof Gap ? value.paths : value;

describe('finance of an option (model §14)', () => {
	it('is paid back after 6 months, twice over after 12', () => {
		// By hand: 1200 / 200 = 6; (2400 − 1200) / 1200 = 1.
		const totals = totalsOf(record);
		expect([totals.spend, totals.avoided, totals.netPV].map(told)).toEqual([
			'1200',
			'2400',
			'1200'
		]);
		expect(totals.paybackMonths).toBe(6);
		expect(totals.roi).toBe(1);
	});

	it('earns the rate at which 200 a month for a year are worth 1200 now', () => {
		const { irrAnnual } = totalsOf(record);
		const monthly = Math.pow(1 + (irrAnnual ?? NaN), 1 / 12) - 1;
		let worth = 0;
		for (let m = 1; m <= 12; m++) worth += 200 / (1 + monthly) ** m;
		expect(Math.abs(worth - 1200)).toBeLessThan(1e-6);
	});

	it('has no figure of what a missing price is part of, and says which', () => {
		const totals = totalsOf(change(record, { mesh: { feePerGB: null } }));
		const path = ['mesh.feePerGB'];
		const { infra, spend, spendPV, netPV } = totals;
		expect([infra, spend, spendPV, netPV].map(told)).toEqual([path, path, path, path]);
		expect([totals.support, totals.avoidedPV].map(told)).toEqual(['1200', '2400']);
		expect([totals.paybackMonths, totals.irrAnnual, totals.roi]).toEqual([
			undefined,
			undefined,
			undefined
		]);
		expect(totals.missing).toEqual([{ row: 'infra.meshFee', path: 'mesh.feePerGB' }]);
	});

	it('has no rate of return where only the latency of a hop is missing', () => {
		const opportunity = { replacedMonthly: 200, revenueMonthly: 1, revenueExposed: 1 };
		const unknown = change(record, {
			opportunity: { ...opportunity, elasticityPer100ms: 0.01 },
			latency: { hopP50Ms: null }
		});
		const totals = totalsOf(unknown);
		expect(told(totals.spendPV)).toBe('1200');
		expect(told(totals.adoptionPV)).toEqual(['latency.hopP50Ms']);
		expect([totals.paybackMonths, totals.irrAnnual, totals.roi]).toEqual([
			undefined,
			undefined,
			undefined
		]);
	});
});
