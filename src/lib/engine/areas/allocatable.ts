import type { Provider } from '../choices.ts';
import { constant, ifAbove, smallest, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';

const { node } = inputs;

export interface Allocatable {
	readonly cpu: Expr<'core/node'>;
	readonly memMiB: Expr<'MiB/node'>;
}

const cores = (value: number) => constant(value, 'core/node');
const mib = (value: number) => constant(value, 'MiB/node');

/** Cores of a node between two marks. */
const band = (from: number, to?: number): Expr<'core/node'> => {
	const above = node.vcpu.minus(cores(from)).atLeast(cores(0));
	return to === undefined ? above : above.atMost(cores(to - from));
};

/** A share of a band, whole millicores. */
const reservedOf = (share: number, from: number, to?: number): Expr<'core/node'> =>
	band(from, to)
		.by(constant(share, '1'))
		.by(constant(1000, '1'))
		.roundedDown()
		.over(constant(1000, '1'))
		.as({ id: `node.keptCpu.from${from}`, label: `CPU kept of cores ${range(from, to)}` });

const range = (from: number, to: number | undefined): string =>
	to === undefined ? `above ${from}` : `${from} to ${to}`;

/** 6 %, 1 %, 0.5 % and 0.25 % of the first, second, next two and further cores (EKS, GKE). */
const bandedCpu = reservedOf(0.06, 0, 1)
	.plus(reservedOf(0.01, 1, 2))
	.plus(reservedOf(0.005, 2, 4))
	.plus(reservedOf(0.0025, 4));

/** 60 m at 1 core, then 40, 20 and 10 m a core (AKS 1.29 and later). */
const aksCpu = cores(0.06)
	.plus(band(1, 2).by(constant(0.04, '1')))
	.plus(band(2, 4).by(constant(0.02, '1')))
	.plus(band(4).by(constant(0.01, '1')));

const mibPerGib = constant(1024, 'MiB/GiB');
const memory = node.memGiB.times(mibPerGib).as({
	id: 'node.memMiB',
	label: 'Memory of a node',
	symbol: 'memMiB'
});

const memoryBand = (share: number, from: number, to?: number): Expr<'MiB/node'> => {
	const above = memory.minus(mib(from * 1024)).atLeast(zero('MiB/node'));
	const within = to === undefined ? above : above.atMost(mib((to - from) * 1024));
	return within.by(constant(share, '1')).as({
		id: `node.keptMem.from${from}`,
		label: `Memory kept of GiB ${range(from, to)}`
	});
};

/** 25, 20, 10, 6 and 2 % of 4, 4, 8, 112 and further GiB (GKE). */
const bandedMemory = memoryBand(0.25, 0, 4)
	.plus(memoryBand(0.2, 4, 8))
	.plus(memoryBand(0.1, 8, 16))
	.plus(memoryBand(0.06, 16, 128))
	.plus(memoryBand(0.02, 128));

/** 11 MiB a pod and 255 MiB (EKS). */
const eksMemory = node.maxPods.times(constant(11, 'MiB/pod')).plus(mib(255));

/** 20 MB a pod and 50 MB, at most a quarter; AKS counts in 10^6 bytes. */
const aksMemory = smallest(
	node.maxPods.times(constant(20, 'MiB/pod')).plus(mib(50)).by(constant('0.95367431640625', '1')),
	memory.by(constant(0.25, '1'))
);

const eviction = mib(100);

/** CPU and memory that pods can request on a node, before daemons (`model.md` §6). */
export function allocatable(provider: Provider): Allocatable {
	const capacity = memory.by(constant(1, '1').minus(node.vmMemOverhead));
	const cpu = {
		eks: node.vcpu.minus(bandedCpu),
		gke: node.vcpu.minus(bandedCpu),
		aks: node.vcpu.minus(aksCpu),
		plain: node.vcpu
	}[provider];
	const memMiB = {
		eks: capacity.minus(eksMemory).minus(eviction),
		gke: capacity.minus(gkeMemory()).minus(eviction),
		aks: capacity.minus(aksMemory).minus(eviction),
		plain: capacity
	}[provider];
	return {
		cpu: cpu.as({
			id: 'node.allocCpu',
			label: 'CPU that pods can request on a node',
			symbol: 'allocCpu',
			sources: SOURCES[provider]
		}),
		memMiB: memMiB.as({
			id: 'node.allocMemMiB',
			label: 'Memory that pods can request on a node',
			symbol: 'allocMem',
			sources: SOURCES[provider]
		})
	};
}

/** Below 1 GiB of memory GKE keeps 255 MiB. */
const gkeMemory = (): Expr<'MiB/node'> => ifAbove(mib(1024), memory, mib(255), bandedMemory);

const SOURCES: Readonly<Record<Provider, readonly string[]>> = {
	eks: ['model §6 S2'],
	gke: ['model §6 S3'],
	aks: ['model §6 S4'],
	plain: ['model §6']
};
