import { describe, expect, it } from 'vitest';
import { worked, type Figures } from '../../../../tests/support/graph/worked.ts';
import type { Provider } from '../choices.ts';
import type { Expr } from '../graph/expr.ts';
import { allocatable } from './allocatable.ts';

const cpuOf = (provider: Provider, vcpu: number): string =>
	worked(allocatable(provider).cpu, { 'node.vcpu': vcpu });
const memOf = (provider: Provider, memGiB: number, more: Figures = {}): string =>
	worked(allocatable(provider).memMiB, { 'node.memGiB': memGiB, ...more });

describe('allocatable CPU (model §6)', () => {
	// By hand: 60 m of the first core, 10 of the second, 5 each of the next two, 2.5 of each further.
	it.each([
		[0.5, '0.47'],
		[1, '0.94'],
		[2, '1.93'],
		[3, '2.925'],
		[4, '3.92'],
		[5, '4.918'], // 2.5 m: whole millicores, so 2
		[6, '5.915'],
		[8, '7.91'],
		[96, '95.69']
	])('of %d cores is %s on EKS and GKE', (vcpu, cores) => {
		expect(cpuOf('eks', vcpu)).toBe(cores);
		expect(cpuOf('gke', vcpu)).toBe(cores);
	});

	// From the table: 60, 100, 140, 180, 260, 420 and 740 m, linear between, 10 m a core above.
	it.each([
		[1, '0.94'],
		[2, '1.9'],
		[3, '2.88'],
		[4, '3.86'],
		[8, '7.82'],
		[12, '11.78'],
		[16, '15.74'],
		[32, '31.58'],
		[64, '63.26'],
		[96, '94.94']
	])('of %d cores is %s on AKS', (vcpu, cores) => {
		expect(cpuOf('aks', vcpu)).toBe(cores);
	});

	it('of 8 cores is 8 where nothing is kept', () => {
		expect(cpuOf('plain', 8)).toBe('8');
	});
});

describe('allocatable memory (model §6)', () => {
	it('of 32 GiB is 31 119.64 MiB on EKS with 58 pods and 2 % lost', () => {
		// By hand: 32 768 × 0.98 − (11 × 58 + 255) − 100.
		const lost = { 'node.maxPods': 58, 'node.vmMemOverhead': 0.02 };
		expect(memOf('eks', 32, lost)).toBe('31119.64');
		expect(memOf('plain', 32, lost)).toBe('32112.64');
	});

	// By hand: 25 % of 4 GiB is 1024, 20 % of 4 is 819.2, 10 % of 8 the same, 6 % of 112 is 6881.28,
	// 2 % of the rest; and 100 of eviction.
	it.each([
		[0.5, '157'], // 512 − 255 − 100
		[1, '668'], // 1024 − 256 − 100
		[4, '2972'],
		[6, '4610.4'], // 6144 − 1024 − 409.6 − 100
		[8, '6248.8'],
		[12, '9935.2'], // 12 288 − 1843.2 − 409.6 − 100
		[16, '13621.6'],
		[128, '121428.32'],
		[256, '249878.88'] // 2621.44 more is kept
	])('of %d GiB is %s MiB on GKE', (gib, mib) => {
		expect(memOf('gke', gib)).toBe(mib);
	});

	it('loses a share to virtual machines on GKE and AKS too', () => {
		// By hand: 4096 × 0.98 − 1024 − 100; AKS keeps a quarter of the whole 4096 at most.
		const lost = { 'node.vmMemOverhead': 0.02, 'node.maxPods': 250 };
		expect(memOf('gke', 4, lost)).toBe('2890.08');
		expect(memOf('aks', 4, lost)).toBe('2890.08');
	});

	it('of 32 GiB is 32 048.1 MiB on AKS with 30 pods, and keeps a quarter of 2 GiB at most', () => {
		// By hand: (20 × 30 + 50) MB × 0.95367431640625 = 619.8883056640625 MiB; a quarter of 2048 is
		// 512, less than that.
		const pods = { 'node.maxPods': 30 };
		expect(memOf('aks', 32, pods)).toBe('32048.1116943359375');
		expect(memOf('aks', 2, pods)).toBe('1436');
	});

	it('has no figure without the size of the node', () => {
		for (const provider of ['eks', 'gke', 'aks', 'plain'] as const) {
			const { cpu, memMiB } = allocatable(provider);
			expect(worked(cpu, { 'node.vcpu': null })).toBe('no figure: node.vcpu');
			expect(worked(memMiB, { 'node.memGiB': null })).toBe('no figure: node.memGiB');
		}
	});

	it('keeps, at compile time, cores of a node apart from cores', () => {
		// @ts-expect-error 'core/node' is not 'core'
		const cores: Expr<'core'> = allocatable('eks').cpu;
		expect(cores.node.unit).toBe('core/node');
	});
});
