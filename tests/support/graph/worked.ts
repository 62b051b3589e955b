import type { Choices, MeshChoices } from '../../../src/lib/engine/choices.ts';
import { Decimal } from '../../../src/lib/engine/decimal.ts';
import { ExactReading } from '../../../src/lib/engine/graph/exact.ts';
import { Gap, type Exact } from '../../../src/lib/engine/graph/gap.ts';
import { constant, type Formula } from '../../../src/lib/engine/graph/expr.ts';
import { tapeOf } from '../../../src/lib/engine/graph/tape.ts';
import { inputAt } from '../../../src/lib/engine/inputs.ts';
import type { Traffic } from '../../../src/lib/engine/areas/traffic.ts';

/** Inputs by path; null has no figure, and what is left out its default. */
export type Figures = Readonly<Record<string, number | string | null>>;

function read(formula: Formula, figures: Figures, k: number): Exact {
	const tape = tapeOf({ it: formula });
	const values = new Map<string, Decimal>();
	for (const path of tape.leaves.keys()) {
		const given = Object.hasOwn(figures, path) ? figures[path] : inputAt(path)?.initial;
		if (given !== null && given !== undefined) values.set(path, new Decimal(given));
	}
	return new ExactReading(tape, { values, months: Math.max(36, k + 1) }).of('it', k);
}

/** The figure of a formula in month k + 1 as decimal text, or which inputs it lacks. */
export function worked(formula: Formula, figures: Figures = {}, k = 0): string {
	const value = read(formula, figures, k);
	return value instanceof Gap ? `no figure: ${value.paths.join(', ')}` : value.toFixed();
}

/** The same to so many decimals, where a power or a division leaves more. */
export function rounded(formula: Formula, figures: Figures, decimals: number, k = 0): string {
	const value = read(formula, figures, k);
	if (value instanceof Gap) throw new Error(`no figure: ${value.paths.join(', ')}`);
	return value.toFixed(decimals);
}

const MESH: MeshChoices = {
	id: 'mesh',
	kind: 'sidecar',
	sizing: 'max',
	endOfSupport: undefined,
	crossAzIncluded: false,
	waypoints: false,
	gateway: undefined,
	controlPlane: undefined,
	taskProxy: undefined,
	unset: new Set()
};

const CHOICES: Choices = {
	months: 36,
	startMonth: undefined,
	groups: [{ id: 'web', meshed: true, runtime: 'k8s' }],
	season: false,
	edgeMeshed: true,
	scoped: false,
	manyClusters: false,
	manyZones: true,
	provider: 'plain',
	packingMode: 'sum',
	azBalanced: true,
	surviveAzLoss: false,
	hasNode: true,
	mesh: MESH,
	billing: 'provisioned',
	terms: [],
	spot: false,
	licence: undefined,
	oldMonthly: false,
	leaving: false,
	opportunity: false,
	features: 0,
	rounding: 'half-even'
};

/** One meshed group of pods under a plain sidecar mesh, with some of it otherwise. */
export const choicesOf = (
	parts: Partial<Omit<Choices, 'mesh'>> & { readonly mesh?: Partial<MeshChoices> } = {}
): Choices => ({ ...CHOICES, ...parts, mesh: { ...MESH, ...parts.mesh } });

const UNITS = {
	services: 'service',
	pods: 'pod',
	podsMeshed: 'pod',
	edge: 'request/s',
	calls: 'call/s',
	requests: 'request/s',
	traversals: 'traversal/s',
	waypointPasses: 'traversal/s'
} as const satisfies Record<keyof Traffic, string>;

/** Traffic of a month as plain figures; what is left out is 0. */
export function flowOf(figures: Partial<Record<keyof Traffic, number>>): Traffic {
	const of = <K extends keyof typeof UNITS>(key: K) => constant(figures[key] ?? 0, UNITS[key]);
	return {
		services: of('services'),
		pods: of('pods'),
		podsMeshed: of('podsMeshed'),
		edge: of('edge'),
		calls: of('calls'),
		requests: of('requests'),
		traversals: of('traversals'),
		waypointPasses: of('waypointPasses')
	};
}
