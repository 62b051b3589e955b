import { COMPUTED } from '../engine/after/meanings.ts';
import { capacityOf } from './capacity.ts';
import { HOT_SPOT, latencyOf } from './latency.ts';
import { isGap } from './gap.ts';
import type { CapacityMonth, ReportLatency } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/** A figure of the report that stands beside the graph, and what of the graph it is made from. */
export interface Computed {
	/** `latency.addedP99Ms`: the part of an option in the report, and the figure in it. */
	readonly id: string;
	readonly label: string;
	readonly unit: string;
	readonly formula: string;
	readonly why?: string;
	readonly limits?: string;
	readonly sources?: readonly string[];
	/** Keys of quantities of the model; those that an option lacks are left out. */
	readonly steps: readonly string[];
	readonly inputs: readonly string[];
	readonly value: (entry: WorkedOption, worked: Worked) => string;
}

type Head = Omit<Computed, 'value' | 'steps' | 'inputs'>;

const meaning = (id: string): Omit<Head, 'id' | 'unit'> => {
	const found = COMPUTED.find((entry) => entry.id === id);
	if (found === undefined) throw new Error(`${id} has no meaning`);
	const { id: _, ...said } = found;
	return said;
};

const NO_FIGURE = 'not available';
const text = (value: number | undefined): string =>
	value === undefined ? NO_FIGURE : String(value);

const latency =
	(key: Exclude<keyof ReportLatency, 'limitedBy'>): Computed['value'] =>
	(entry, worked) => {
		const figures = latencyOf(entry, worked);
		return isGap(figures) ? `${NO_FIGURE}: ${figures.reason}` : text(figures[key]);
	};

type Count = Exclude<keyof CapacityMonth, 'binding' | 'nodesByLimit'>;

const capacity =
	(key: Count): Computed['value'] =>
	(entry) => {
		const figures = capacityOf(entry);
		const figure = isGap(figures) ? figures : figures.month1[key];
		return isGap(figure) ? `${NO_FIGURE}: ${figure.reason}` : text(figure);
	};

const HOP = ['latency.hopP50Ms', 'latency.hopP99Ms'] as const;
const DEPTH = 'workload.criticalPathDepth';
const PASSES = ['pass.sidecar', 'pass.ztunnel', 'pass.waypoint'] as const;
const SLO = [...HOP, 'latency.workers', 'latency.sloHopP99Ms'] as const;
const proxies = (key: string): readonly string[] =>
	['sidecar', 'ztunnel', 'taskProxy', 'waypoint'].map((part) => `${part}.${key}`);

const LATENCY: readonly Computed[] = [
	{
		id: 'latency.addedMeanMs',
		label: 'Latency that a request gains, mean',
		unit: 'ms',
		formula: 'D · exp(μ + σ² / 2) of the lognormal through p50 and p99 of a hop',
		why: 'Means add exactly, whatever the correlation.',
		steps: ['pathMean'],
		inputs: [...HOP, DEPTH],
		value: latency('addedMeanMs')
	},
	{
		...meaning('latency.pathP99'),
		id: 'latency.addedP99Ms',
		unit: 'ms',
		steps: [],
		inputs: [...HOP, DEPTH, 'latency.hopCorrelation'],
		value: latency('addedP99Ms')
	},
	{
		id: 'latency.addedP99ComonotonicMs',
		label: 'Latency if every hop were slow at once',
		unit: 'ms',
		formula: 'D · hop p99',
		steps: [],
		inputs: [...HOP, DEPTH],
		value: latency('addedP99ComonotonicMs')
	},
	{
		...meaning('capacity.saturation'),
		id: 'latency.proxySaturationRps',
		unit: 'request/s',
		steps: PASSES,
		inputs: ['latency.workers'],
		value: latency('proxySaturationRps')
	},
	{
		...meaning('capacity.atSlo'),
		id: 'latency.proxyRpsAtSlo',
		unit: 'request/s',
		steps: PASSES,
		inputs: SLO,
		value: latency('proxyRpsAtSlo')
	},
	{
		id: 'latency.headroom',
		label: 'Room of the busiest proxy below its objective',
		unit: '1',
		formula: '1 − peak rate · hot spot / rate at the objective',
		steps: [...PASSES, ...proxies('rpsPeakEach')],
		inputs: [...SLO, HOT_SPOT],
		value: latency('headroom')
	}
];

const NODES = ['nodesMesh', 'nodesBaseline'] as const;

const CAPACITY: readonly Computed[] = [
	{
		id: 'capacity.coresUsed',
		label: 'Cores that proxies use at peak',
		unit: 'core',
		formula: 'proxies · use of each + waypoints · use of each',
		steps: [...proxies('count'), ...proxies('cpuUsePeak')],
		inputs: [],
		value: capacity('coresUsed')
	},
	{
		id: 'capacity.gibUsed',
		label: 'Memory that proxies use',
		unit: 'GiB',
		formula: '(proxies · use of each + waypoints · use of each) / 1024',
		steps: [...proxies('count'), ...proxies('memUseMiB')],
		inputs: [],
		value: capacity('gibUsed')
	},
	{
		id: 'capacity.gibRequested',
		label: 'Memory that the mesh requests',
		unit: 'GiB',
		formula: 'ΔM / 1024',
		steps: ['addedMemMiB'],
		inputs: [],
		value: capacity('gibRequested')
	},
	{
		id: 'capacity.coresInvoiced',
		label: 'Cores of the nodes that the mesh adds',
		unit: 'core',
		formula: '(n₁ − n₀) · vcpu',
		steps: NODES,
		inputs: ['node.vcpu'],
		value: capacity('coresInvoiced')
	},
	{
		id: 'capacity.gibInvoiced',
		label: 'Memory of the nodes that the mesh adds',
		unit: 'GiB',
		formula: '(n₁ − n₀) · memGiB',
		steps: NODES,
		inputs: ['node.memGiB'],
		value: capacity('gibInvoiced')
	}
];

const BY_ID: ReadonlyMap<string, Computed> = new Map(
	[...LATENCY, ...CAPACITY].map((computed) => [computed.id, computed])
);

export const computedOf = (id: string): Computed | undefined => BY_ID.get(id);
