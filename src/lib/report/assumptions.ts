import { inputAt } from '../engine/inputs.ts';
import { memo } from '../engine/memo.ts';
import type { Tape } from '../engine/graph/tape.ts';
import { SOURCE_APPLICATION, TODAY_BILL } from '../engine/rows.ts';
import type { Run } from '../engine/run.ts';
import type { ResolvedOption } from '../plan/resolve/resolve.ts';
import { isPercentInput } from '../plan/fields.ts';
import { leafOf, type Leaf } from '../plan/resolve/leaf.ts';
import { PLAN_PATHS } from '../plan/resolve/user.ts';
import { HOT_SPOT } from './latency.ts';
import type { ReportAssumption } from './types.ts';
import type { Worked } from './work-out.ts';

/** Assumptions by leaf, then by path and option: most leaves are the same at every stroke. */
const known = memo((_: Leaf) => new Map<string, ReportAssumption>());
/** Options of any name may share a leaf that lives as long as the process. */
const MOST_KNOWN = 64;

/** One input as an assumption, with who says so. */
export function assumptionOf(path: string, leaf: Leaf, option?: string): ReportAssumption {
	const id = option === undefined ? path : `${option}:${path}`;
	const made = known(leaf);
	const before = made.get(id);
	if (before !== undefined) return before;
	const now = assumed(path, leaf, option);
	if (made.size >= MOST_KNOWN) made.clear();
	made.set(id, now);
	return now;
}

function assumed(path: string, leaf: Leaf, option?: string): ReportAssumption {
	const input = inputAt(ownPath(path));
	const planPath = leaf.planPath ?? PLAN_PATHS.get(path);
	return {
		id: option === undefined ? path : `${option}:${path}`,
		...(option === undefined ? {} : { option }),
		path,
		label: input?.label ?? LABELS[path] ?? path,
		value: leaf.value ?? (leaf.unset === true ? 'not set' : 'not available'),
		...(leaf.low === undefined ? {} : { low: leaf.low }),
		...(leaf.high === undefined ? {} : { high: leaf.high }),
		unit: input?.unit ?? '1',
		...(isPercentInput(path) ? { percent: true as const } : {}),
		basis: leaf.basis,
		...(leaf.source === undefined ? {} : { source: leaf.source }),
		...(leaf.asOf === undefined ? {} : { asOf: leaf.asOf }),
		...(leaf.reason === undefined && leaf.note === undefined
			? {}
			: { reason: [leaf.reason, leaf.note].filter((text) => text !== undefined).join(' ') }),
		changed: leaf.changed,
		...(planPath === undefined ? {} : { planPath })
	};
}

/** Whether an input is a price of a provider's list, not a wage or an amount of the user's. */
export function isListPrice({ path, basis }: ReportAssumption): boolean {
	const input = basis === 'user' ? undefined : inputAt(path);
	return input?.sourced === true && input.unit.startsWith('USD');
}

/** What stands outside the table of inputs. */
const LABELS: Readonly<Record<string, string>> = {
	[HOT_SPOT]: 'Rate of the busiest pods over the mean',
	[TODAY_BILL]: 'Bill of the mesh being left in month 1',
	[SOURCE_APPLICATION]: 'Application on the mesh being left, a month'
};

const SOURCE = 'support.migration.source.';

/** Inputs of the mesh being left are those of any mesh, under a name of their own. */
const ownPath = (path: string): string =>
	path.startsWith(SOURCE) ? path.slice(SOURCE.length).replace(/^licence/, 'support.licence') : path;

/** Inputs of figures outside the graph: present values, the quantiles of a path, capacity. */
const BESIDE: readonly string[] = [
	'time.months',
	'time.discountAnnual',
	'workload.criticalPathDepth',
	'latency.hopP50Ms',
	'latency.hopP99Ms',
	'latency.hopCorrelation',
	'latency.workers',
	'latency.sloHopP99Ms'
];

interface Used {
	readonly id: string;
	readonly leaf: Leaf;
}

/** Every input that some option uses: once where all agree, else per option. */
export function assumptionsOf({ options, catalog }: Worked): readonly ReportAssumption[] {
	const used = new Map<string, Used[]>();
	for (const { option, run } of options) {
		for (const path of run === undefined ? [] : pathsOf(run, option)) {
			const leaf = option.leaves.get(path);
			if (leaf === undefined) continue;
			const users = used.get(path);
			if (users === undefined) used.set(path, [{ id: option.id, leaf }]);
			else users.push({ id: option.id, leaf });
		}
	}
	const hot = catalog.planning.figures[HOT_SPOT];
	return [
		...[...used].flatMap(([path, users]) => once(path, users)),
		...(used.size === 0 || hot === undefined
			? []
			: [assumptionOf(HOT_SPOT, leafOf(hot, 'planning'))])
	];
}

/** Of formulas, of figures beside them, and of the mesh being left, whose run is its own. */
function pathsOf(run: Run, { leaves }: ResolvedOption): readonly string[] {
	const paths = pathsOfTape(run.compiled.tape);
	return run.record.source === undefined
		? paths
		: [...paths, ...[...leaves.keys()].filter((path) => path.startsWith(SOURCE))];
}

const pathsOfTape = memo(({ leaves }: Tape): readonly string[] => {
	const paths = new Set([...leaves.keys(), ...BESIDE]);
	for (const path of [TODAY_BILL, SOURCE_APPLICATION]) paths.delete(path);
	return [...paths];
});

function once(path: string, [first, ...others]: readonly Used[]): readonly ReportAssumption[] {
	if (first === undefined) return [];
	return others.every(({ leaf }) => sameLeaf(first.leaf, leaf))
		? [assumptionOf(path, first.leaf)]
		: [first, ...others].map(({ id, leaf }) => assumptionOf(path, leaf, id));
}

const sameLeaf = (a: Leaf, b: Leaf): boolean =>
	a === b ||
	(a.value === b.value &&
		a.low === b.low &&
		a.high === b.high &&
		a.basis === b.basis &&
		a.source === b.source &&
		a.reason === b.reason);
