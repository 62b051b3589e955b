import { inputAt } from '../../engine/inputs.ts';
import { moving, movingTimes } from '../../engine/simulate/along.ts';
import type { Supply } from '../../engine/simulate/supply.ts';
import type { Leaf } from '../../plan/resolve/leaf.ts';
import type { ResolvedOption } from '../../plan/resolve/resolve.ts';
import type { Moved } from './moved.ts';

/** One thing that moves while two options are compared. */
export interface Axis {
	readonly id: string;
	readonly label: string;
	/** As it stands behind a number in a sentence: "pods"; prices are in US dollars here. */
	readonly unit: string;
	/** What moves along and what stays. */
	readonly assumes: string;
	/** Where the plan stands; nothing for a price without a figure. */
	readonly at: number | undefined;
	readonly from: number;
	readonly to: number;
	readonly movedIn: (option: ResolvedOption) => Moved;
}

const GROUP_PODS = /^workload\.groups\[\d+\]\.pods$/;
const RPS = 'workload.edgeRps';
const LICENCE = 'support.licence.tiers[0].unitPrice';

/** Everything over which two options can be compared, in the order of a list. */
export function axesOf(a: ResolvedOption, b: ResolvedOption): readonly Axis[] {
	return [
		...podAxes(a),
		...shared(a, {
			id: 'rps',
			path: RPS,
			label: 'Requests entering',
			unit: 'requests/s',
			reach: 30
		}),
		...shared(a, {
			id: 'services',
			path: 'workload.services',
			label: 'Services',
			unit: 'services',
			reach: 20
		}),
		...shared(a, {
			id: 'node-price',
			path: 'node.priceHour',
			label: 'Price of a node',
			unit: 'USD per node-hour',
			reach: 10
		}),
		...shared(a, {
			id: 'hourly-rate',
			path: 'support.rateHour',
			label: 'Cost of an hour of work',
			unit: 'USD per hour',
			reach: 10
		}),
		...[a, b].flatMap(peopleAxis),
		...[a, b].flatMap(licenceAxis)
	];
}

const valueOf = (leaf: Leaf | undefined): number | undefined =>
	leaf?.value === undefined ? undefined : Number(leaf.value);

/** So many times more and less than now, within what the input allows. */
function span(path: string, at: number, reach: number): Pick<Axis, 'from' | 'to'> {
	const { min = 0, max = Infinity } = inputAt(path)?.domain ?? {};
	const least = Math.max(at / reach, min);
	return { from: least > 0 ? least : at / reach, to: Math.min(at * reach, max) };
}

/** Pods with requests fixed, and with requests per pod fixed: different questions. */
function podAxes(option: ResolvedOption): readonly Axis[] {
	const groups = [...option.leaves].filter(([path]) => GROUP_PODS.test(path));
	const pods = groups.reduce((sum, [, leaf]) => sum + (valueOf(leaf) ?? 0), 0);
	const rps = valueOf(option.leaves.get(RPS)) ?? 0;
	const [first] = groups;
	if (first === undefined || pods <= 0) return [];
	const { from, to } = span(first[0], pods, 20);
	const share = (leaf: Leaf): Supply => {
		const part = (valueOf(leaf) ?? 0) / pods;
		return part === 1 ? moving(from, to) : movingTimes(from, to, part);
	};
	const moved = (own: ResolvedOption): readonly (readonly [string, Supply])[] =>
		[...own.leaves].flatMap(([path, leaf]) => (GROUP_PODS.test(path) ? [[path, share(leaf)]] : []));
	const axis = { unit: 'pods', at: pods, from, to };
	const fixed: Axis = {
		...axis,
		id: 'pods',
		label: 'Pods, requests fixed',
		assumes: 'The requests that enter and the number of services stay as they are.',
		movedIn: (own) => new Map(moved(own))
	};
	if (rps <= 0) return [fixed];
	const scaled: Axis = {
		...axis,
		id: 'pods-with-requests',
		label: 'Pods, requests per pod fixed',
		assumes: 'Requests grow and shrink with the pods; the number of services stays as it is.',
		movedIn: (own) => new Map([...moved(own), [RPS, movingTimes(from, to, rps / pods)]])
	};
	return [fixed, scaled];
}

interface SharedInput {
	readonly id: string;
	readonly path: string;
	readonly label: string;
	readonly unit: string;
	readonly reach: number;
}

const ALONE = 'Everything else stays as it is.';

/** An input that both options read. */
function shared(option: ResolvedOption, { path, reach, ...said }: SharedInput): readonly Axis[] {
	const at = valueOf(option.leaves.get(path));
	if (at === undefined || at <= 0) return [];
	const ends = span(path, at, reach);
	const movedIn = (): Moved => new Map([[path, moving(ends.from, ends.to)]]);
	return [{ ...said, ...ends, at, assumes: ALONE, movedIn }];
}

const only =
	({ id }: ResolvedOption, path: string, supply: Supply) =>
	(option: ResolvedOption): Moved =>
		new Map(option.id === id ? [[path, supply]] : []);

/** Engineers of one option alone: what the other takes stays. */
function peopleAxis(option: ResolvedOption): readonly Axis[] {
	const path = 'support.fteBase';
	const at = valueOf(option.leaves.get(path));
	if (at === undefined || at <= 0) return [];
	const ends = span(path, at, 10);
	return [
		{
			id: `fte:${option.id}`,
			label: `Base engineers for ${option.label}`,
			unit: 'FTE',
			assumes: 'What the other option takes stays as it is.',
			at,
			...ends,
			movedIn: only(option, path, moving(ends.from, ends.to))
		}
	];
}

/** A licence without a published price is looked at from a cent to so many dollars. */
const UNPRICED = { from: 0.01, to: 100_000 } as const;

const UNITS: Readonly<Record<string, string>> = {
	flat: 'year',
	cluster: 'cluster and year',
	pod: 'pod and year',
	service: 'service and year',
	node: 'node and year'
};

/** The licence price of one option; nothing where it has no licence. */
export function licenceAxis(option: ResolvedOption): readonly Axis[] {
	const leaf = option.leaves.get(LICENCE);
	const unit = option.record?.choices.licence?.unit;
	if (leaf === undefined || unit === undefined) return [];
	const at = valueOf(leaf);
	const ends = at === undefined || at <= 0 ? UNPRICED : span(LICENCE, at, 20);
	return [
		{
			id: `licence:${option.id}`,
			label: `Licence of ${option.label}`,
			unit: unit === 'spend' ? 'of the spend' : `USD per ${UNITS[unit] ?? unit}`,
			assumes: 'The price of the first band; everything else stays as it is.',
			at,
			...ends,
			movedIn: only(option, LICENCE, moving(ends.from, ends.to))
		}
	];
}
