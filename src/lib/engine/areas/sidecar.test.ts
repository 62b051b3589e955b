import { describe, expect, it } from 'vitest';
import { choicesOf, flowOf, worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Expr } from '../graph/expr.ts';
import { sidecar } from './sidecar.ts';

const flow = flowOf({ services: 60, pods: 300, podsMeshed: 60, traversals: 6000 });
const choices = choicesOf();
const each = sidecar(choices, flow);

const figures: Figures = {
	'workload.peakToAverage': 2.5,
	'workload.headroom': 0.25,
	'workload.clustersPerService': 1,
	'mesh.proxy.c0': 0.003,
	'mesh.proxy.c1': 0.0002,
	'mesh.proxy.beta': 0.5,
	'mesh.proxy.cpuReq': 0.1,
	'mesh.proxy.memReqMiB': 128,
	'mesh.proxy.m0': 45,
	'mesh.proxy.aServiceKiB': 45,
	'mesh.proxy.aEndpointKiB': 1
};

describe('sidecars (model §4)', () => {
	it('passes 250 requests a second each at peak and reserves 0.12875 core for 0.103 used', () => {
		// By hand: 6000 × 2.5 / 60; 0.003 + 1000 × 0.25^0.5 × 0.0002; 0.103 × 1.25 is above 0.1.
		expect(worked(each.count, figures)).toBe('60');
		expect(worked(each.ratePeak, figures)).toBe('250');
		expect(worked(each.cpuUse, figures)).toBe('0.103');
		expect(worked(each.cpuReserved, figures)).toBe('0.12875');
	});

	it('reserves its request of 128 MiB for the 47.9296875 that it uses', () => {
		// By hand: 45 + (60 × 45 + 300) / 1024; a quarter more is 59.9, below 128.
		expect(worked(each.memUse, figures)).toBe('47.9296875');
		expect(worked(each.memReserved, figures)).toBe('128');
	});

	it('stands idle without traffic, and passes nothing where no pod is meshed', () => {
		const quiet = sidecar(choices, flowOf({ services: 60, pods: 300, podsMeshed: 60 }));
		expect(worked(quiet.ratePeak, figures)).toBe('0');
		expect(worked(quiet.cpuUse, figures)).toBe('0.003');
		const none = sidecar(choices, flowOf({ traversals: 6000 }));
		expect(worked(none.ratePeak, figures)).toBe('0');
	});

	it('follows the use of a proxy whose request is not set', () => {
		const unset = new Set(['mesh.proxy.cpuReq', 'mesh.proxy.memReqMiB']);
		const loose = sidecar(choicesOf({ mesh: { sizing: 'usage', unset } }), flow);
		// By hand: 47.9296875 × 1.25.
		expect(worked(loose.cpuReserved, figures)).toBe('0.12875');
		expect(worked(loose.memReserved, figures)).toBe('59.912109375');
	});

	it.each(['mesh.proxy.c0', 'mesh.proxy.c1', 'mesh.proxy.beta', 'workload.peakToAverage'])(
		'has no figure of CPU without %s, and one of memory',
		(path) => {
			const missing = { ...figures, [path]: null };
			expect(worked(each.cpuReserved, missing)).toBe(`no figure: ${path}`);
			expect(worked(each.memReserved, missing)).toBe('128');
		}
	);

	it('keeps, at compile time, CPU apart from memory', () => {
		// @ts-expect-error 'MiB/pod' is not 'core/pod'
		const cores: Expr<'core/pod'> = each.memReserved;
		expect(cores.node.unit).toBe('MiB/pod');
	});
});
