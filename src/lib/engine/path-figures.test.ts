import { describe, expect, it } from 'vitest';
import { change } from '../../../tests/support/records/change.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { Gap } from './graph/gap.ts';
import { pathFigures } from './path-figures.ts';
import { readRecord } from './read-record.ts';
import { runRecord } from './run.ts';

const record: RecordJson = {
	workload: { services: 1, criticalPathDepth: 1, groups: [{ pods: 10, appCpu: 0.1 }] },
	node: { vcpu: 8, memGiB: 32, maxPods: 50 },
	mesh: { kind: 'sidecar', proxy: { c1: 0.0002, cpuReq: 0.1 } },
	latency: { hopP50Ms: 2, hopP99Ms: 2, workers: 2, sloHopP99Ms: 5 }
};
const ambient = change(record, {
	workload: { l7Fraction: 0.5 },
	mesh: {
		kind: 'ambient',
		ztunnel: { c1: 0.0001, cpuReq: 0.1 },
		waypoint: { c1: 0.0004, cpuReq: 0.1, deployments: 1, minReplicas: 1 }
	}
});

function figuresOf(json: RecordJson) {
	const read = readRecord(json);
	if (!read.ok) throw new Error(read.errors[0]?.message);
	return pathFigures(runRecord(read.value));
}
const saturation = (json: RecordJson): number | undefined => {
	const figures = figuresOf(json);
	return figures instanceof Gap ? undefined : figures.proxySaturationRps;
};

describe('latency and capacity of an option (model §11)', () => {
	it('adds the hop of one call, and is full at workers over the CPU of a pass', () => {
		// By hand: p50 = p99 = 2 ms, so σ = 0 and the mean is 2; 2 / 0.0002 = 10 000.
		expect(figuresOf(record)).toMatchObject({ addedMeanMs: 2, addedP99Ms: 2, hopP50Ms: 2 });
		expect(saturation(record)).toBe(10_000);
	});

	it('adds nothing where no pod is meshed, by choice or by count', () => {
		const none = { addedMeanMs: 0, addedP99Ms: 0, hopP50Ms: 0, hopP99Ms: 0 };
		const empty = change(record, { workload: { groups: [{ pods: 0 }] } });
		for (const json of [change(record, { mesh: { kind: 'none' } }), empty]) {
			expect(figuresOf(json)).toMatchObject(none);
			expect(saturation(json)).toBeUndefined();
		}
	});

	it('is limited by the waypoint where calls need one, else by the tunnel', () => {
		// By hand: 2 / 0.0004 and 2 / 0.0001.
		expect(saturation(ambient)).toBe(5000);
		expect(saturation(change(ambient, { workload: { l7Fraction: 0 } }))).toBe(20_000);
		expect(saturation(change(ambient, { mesh: { waypoint: null } }))).toBe(20_000);
	});

	it('leaves the limits of a provider to the provider', () => {
		const managed = change(record, { mesh: { kind: 'managed', taskProxy: { cpu: 0.25 } } });
		expect(figuresOf(managed)).toMatchObject({ addedMeanMs: 2 });
		expect(saturation(managed)).toBeUndefined();
	});

	it.each(['hopP50Ms', 'hopP99Ms'] as const)('has no figure where %s has none', (key) => {
		const figures = figuresOf(change(record, { latency: { [key]: null } }));
		expect(figures instanceof Gap ? figures.paths : figures).toEqual([`latency.${key}`]);
	});
});
