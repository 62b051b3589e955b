import { describe, expect, it } from 'vitest';
import { change } from '../../../tests/support/records/change.ts';
import type { MeshJson, RecordJson } from '../../../tests/support/records/record-json.ts';
import { Decimal } from './decimal.ts';
import { ExactReading } from './graph/exact.ts';
import { Gap } from './graph/gap.ts';
import { readRecord } from './read-record.ts';
import { rowKey } from './rows.ts';
import { runRecord, type Run } from './run.ts';

const sidecar: MeshJson = { kind: 'sidecar', proxy: { cpuReq: 0.1, memReqMiB: 128 } };
const record: RecordJson = {
	time: { months: 12 },
	workload: { services: 1, groups: [{ pods: 100, appCpu: 0.5, appMemMiB: 1024 }] },
	node: { vcpu: 8, memGiB: 32, maxPods: 50, priceHour: 0.4, coreToGibRatio: 4 },
	mesh: sidecar
};

function runOf(json: RecordJson): Run {
	const read = readRecord(json);
	if (!read.ok) throw new Error(read.errors[0]?.message);
	return runRecord(read.value);
}
const at = (run: Run, key: string, k = 0): unknown => {
	const value = run.answers.of(key, k);
	return value instanceof Decimal ? value.toNumber() : value.paths;
};
const leaving = (mesh: MeshJson, oldMonthly: number | null = null): RecordJson =>
	change(record, { support: { migration: { oldMonthly, source: { mesh }, parallelMonths: 1 } } });
const faultOf = ({ fault }: Run) => fault && `${fault.code} ${fault.path}`;

describe('an option', () => {
	it('costs no compute where no node is described, or nothing is meshed on a node without price', () => {
		const tasks = { groups: [{ pods: 1, runtime: 'fargate' as const }] };
		const bare = change(record, { workload: tasks, node: { vcpu: 0, memGiB: 0 } });
		expect(at(runOf(bare), 'infra.compute')).toBe(0);
		const unpriced = change(record, { node: { priceHour: null } });
		expect(at(runOf(unpriced), 'infra.compute')).toEqual(['node.priceHour']);
		expect(at(runOf(change(unpriced, { mesh: { kind: 'none' } })), 'infra.compute')).toBe(0);
	});

	it('has the compute of the other billing beside its own', () => {
		const of = (billing: 'provisioned' | 'allocated') =>
			runOf(change(record, { purchase: { billing } }));
		const [bill, share] = [of('provisioned'), of('allocated')];
		expect(at(bill, 'other.compute')).toBe(at(share, 'infra.compute'));
		expect(at(share, 'other.compute')).toBe(at(bill, 'infra.compute'));
		expect(at(bill, 'other.compute')).not.toBe(at(bill, 'infra.compute'));
	});

	it('keeps the application of month 1, whatever grows', () => {
		// By hand: 0.4 / (8 × 4 + 32) = 0.00625 a GiB, 0.025 a core; 100 × (0.5 × 0.025 + 0.00625) × 730.
		const run = runOf(change(record, { workload: { growthPodsMonthly: 0.1 } }));
		expect(at(run, 'application')).toBe(1368.75);
		expect(at(run, 'application', 11)).toBe(1368.75);
	});

	it('runs tunnels at rest where no pod is left to mesh', () => {
		const ztunnel = { c0: 0.01, cpuReq: 0.1, memReqMiB: 64 };
		const empty = { groups: [{ pods: 0 }] };
		const run = runOf(change(record, { workload: empty, mesh: { kind: 'ambient', ztunnel } }));
		expect(at(run, 'ztunnel.rpsPeakEach')).toBe(0);
		expect(at(run, 'ztunnel.cpuUsePeak')).toBe(0.01);
	});

	it('is read in decimals unless doubles are asked for', () => {
		const read = readRecord(record);
		if (!read.ok) throw new Error(read.errors[0]?.message);
		expect(runRecord(read.value).answers).toBeInstanceOf(ExactReading);
		expect(runRecord(read.value, 'doubles').answers).not.toBeInstanceOf(ExactReading);
	});

	it('knows its rows by their keys, and no others', () => {
		expect(rowKey('infra.fargate')).toBe('infra.fargate');
		expect(() => rowKey('infra.nothing')).toThrow('"infra.nothing" is not a row');
	});
});

describe('the mesh being left (model §12)', () => {
	const unset: MeshJson = { kind: 'sidecar', proxy: { cpuReq: null } };
	const small: MeshJson = { ...sidecar, gateway: { c0: 0.5, cpuReq: 0.5, memReqMiB: 1 } };

	it.each([
		[
			'a request that is not set',
			unset,
			'REQUEST_UNSET support.migration.source.mesh.proxy.cpuReq'
		],
		['a small replica', small, 'REPLICA_TOO_SMALL support.migration.source.mesh.gateway.cpuReq']
	])('stops the plan with %s, unless an invoice tells its bill', (_, mesh, fault) => {
		expect(faultOf(runOf(leaving(mesh)))).toBe(fault);
		const invoiced = runOf(leaving(mesh, 500));
		expect(invoiced.fault).toBeUndefined();
		expect(at(invoiced, 'migration.todayBill')).toBe(500);
	});

	it('stops the plan where its agents leave no room, whatever the invoice', () => {
		const agents = { ...sidecar, nodeAgent: { cpu: 8 } };
		for (const invoice of [null, 500]) {
			expect(faultOf(runOf(leaving(agents, invoice)))).toBe('NODE_TOO_SMALL node.vcpu');
		}
	});

	it('has its fault told after one of the same kind of our own, and before a later kind', () => {
		const own = change(leaving(unset), { mesh: unset });
		expect(faultOf(runOf(own))).toBe('REQUEST_UNSET mesh.proxy.cpuReq');
		const later = change(leaving(unset), { mesh: { ...sidecar, nodeAgent: { cpu: 8 } } });
		expect(faultOf(runOf(later))).toBe('REQUEST_UNSET support.migration.source.mesh.proxy.cpuReq');
	});

	it('leaves the bill without a figure where one of its fees has none', () => {
		const run = runOf(leaving({ ...sidecar, feePerProxyHour: null }));
		const path = ['support.migration.source.mesh.feePerProxyHour'];
		expect(at(run, 'migration.todayBill')).toEqual(path);
		expect(at(run, 'once.support.migration')).toEqual(path);
		expect(run.answers.of('migration.duplicateMonthly')).not.toBeInstanceOf(Gap);
	});
});
