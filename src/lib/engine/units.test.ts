import fc from 'fast-check';
import { expect, it } from 'vitest';
import { change } from '../../../tests/support/records/change.ts';
import { records } from '../../../tests/support/records/random-records.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { runs } from '../../../tests/support/records/runs.ts';
import { Decimal } from './decimal.ts';
import { model } from './model.ts';

/** Every number of a record as decimal text. */
const asText = (value: unknown): unknown => {
	if (typeof value === 'number') return new Decimal(value).toFixed();
	if (Array.isArray(value)) return value.map(asText);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asText(one)]));
};

/** Month 1 of a record that can be worked out. */
function rowsOf(record: RecordJson): Readonly<Record<string, number>> | undefined {
	const answer = model(record);
	return 'error' in answer ? undefined : (answer['month1Rows'] as Readonly<Record<string, number>>);
}

/** Rows of so much an hour, or a byte, request or span: all but disk and the store of metrics. */
const BY_THE_HOUR = [
	'infra.compute',
	'infra.fargate',
	'infra.network.overhead',
	'infra.network.locality',
	'infra.loadBalancer',
	'infra.meshFee',
	'infra.observability.traces',
	'infra.observability.logs'
] as const;

it('gives one answer to numbers and to the same numbers as text (§18.6)', () => {
	fc.assert(
		fc.property(records, (record) => {
			const short = change(record, { time: { months: 12 } });
			expect(model(asText(short))).toEqual(model(short));
		}),
		runs(10)
	);
}, 60_000);

it('doubles what is paid by the hour in a month of twice the hours (§18.6)', () => {
	fc.assert(
		fc.property(records, (record) => {
			const of = (hoursPerMonth: number) =>
				rowsOf(change(record, { time: { months: 12, hoursPerMonth } }));
			const [one, two] = [of(365), of(730)];
			for (const key of BY_THE_HOUR) {
				const [half, whole] = [one?.[key] ?? 0, two?.[key] ?? 0];
				expect(Math.abs(whole - 2 * half), key).toBeLessThanOrEqual(1e-9 * Math.abs(whole) + 1e-9);
			}
		}),
		runs(15)
	);
}, 60_000);

it('reads 1024 MiB as a GiB of a node, of a task and of the plane’s price (§18.6)', () => {
	// By hand: a node of 1 GiB at 0.1 USD for memory alone (ratio 0) holds one proxy of 1024 MiB at
	// η = 1: 0.1 × 730 a month, allocated or whole.
	const bill = (billing: 'provisioned' | 'allocated') =>
		rowsOf({
			workload: { services: 1, groups: [{ pods: 1 }] },
			node: { vcpu: 1, memGiB: 1, maxPods: 9, priceHour: 0.1, packing: 1, azBalanced: false },
			mesh: { kind: 'sidecar', sizing: 'requests', proxy: { memReqMiB: 1024 } },
			purchase: { billing }
		});
	expect(bill('allocated')?.['infra.compute']).toBe(73);
	// Whole: the pod without need stands on a node of its own before, on the same one after.
	expect(bill('provisioned')?.['infra.compute']).toBe(0);
	const task = rowsOf({
		workload: { services: 1, groups: [{ pods: 1, appMemMiB: 1024, runtime: 'fargate' }] },
		mesh: { kind: 'sidecar', sizing: 'requests', proxy: { memReqMiB: 1024 } },
		fargate: { gibHour: 0.1 }
	});
	expect(task?.['infra.fargate']).toBe(73);
});

it('keeps the standing fee of a managed mesh, and its plane, without traffic (§18.2)', () => {
	// By hand: (10 × 0.1 + 5 × 0.2 + 1 × 3) × 730; 2 GiB of disk at 0.5.
	const quiet = rowsOf({
		workload: { services: 5, groups: [{ pods: 10, runtime: 'fargate' }] },
		mesh: {
			kind: 'managed',
			feePerProxyHour: 0.1,
			feePerServiceHour: 0.2,
			feePerClusterHour: 3,
			feePerGB: 9,
			feePerMillionRequests: 9,
			controlPlane: { tiers: [{ maxConn: 1, diskGiB: 2 }] }
		},
		storage: { perGiBMonth: 0.5 }
	});
	expect(quiet?.['infra.meshFee']).toBe(3650);
	expect(quiet?.['infra.storage']).toBe(1);
});
