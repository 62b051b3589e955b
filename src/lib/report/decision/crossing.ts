import { along, type PointAlong } from '../../engine/simulate/along.ts';
import type { ResolvedOption } from '../../plan/resolve/resolve.ts';
import type { Money, Report, ReportBreakEven, ReportPriceLimit } from '../types.ts';
import type { Worked, WorkedOption } from '../work-out.ts';
import { axesOf, licenceAxis, type Axis } from './axes.ts';
import { axisMoney } from './axis-money.ts';
import { crossingWords, limitWords } from './crossing-words.ts';
import { moneyIn } from './money.ts';
import { movedSubject } from './moved.ts';

/** Costs of two options at one value of what moves; absent where one does not fit. */
export interface CurvePoint {
	readonly x: number;
	readonly a?: Money;
	readonly b?: Money;
}

/** Two options over one axis, with the curves to draw. */
export interface Crossing {
	readonly found: ReportBreakEven;
	readonly points: readonly CurvePoint[];
}

export interface PairAsked {
	readonly worked: Worked;
	readonly report: Pick<Report, 'months'>;
	readonly a: string;
	readonly b: string;
}

/** Axes over which two options can be compared; none where one of them cannot be worked out. */
export function axesBetween({ worked, a, b }: PairAsked): readonly Axis[] {
	const [first, second] = [entryOf(worked, a), entryOf(worked, b)];
	return first === undefined || second === undefined ? [] : axesOf(first.option, second.option);
}

const entryOf = ({ options }: Worked, id: string): WorkedOption | undefined =>
	options.find(({ option, run }) => option.id === id && run !== undefined);

/** Where two options cost the same along an axis; nothing where neither depends on it. */
export function crossing(asked: PairAsked, axis: Axis): Crossing | undefined {
	const { worked, report, a, b } = asked;
	const [first, second] = [entryOf(worked, a), entryOf(worked, b)];
	if (first === undefined || second === undefined) return undefined;
	const subjects = [first, second].flatMap(
		(entry) => movedSubject(entry, axis.movedIn(entry.option)) ?? []
	);
	const [one, other] = subjects;
	if (one === undefined || other === undefined) return undefined;
	const { from, to } = axis;
	const run = along({ subjects: [one, other], months: report.months, from, to });
	if (run === undefined) return undefined;
	const { id, label, assumes, at } = axis;
	const { unit, of } = axisMoney(axis.unit, worked.currency);
	const said = {
		...{ axis: id, label, unit, assumes, a, b, from: of(from), to: of(to) },
		crossings: run.breakEven.crossings.map(of),
		stretches: run.breakEven.stretches.map((one) => ({
			...one,
			from: of(one.from),
			to: of(one.to)
		}))
	};
	const names = { a: first.option.label, b: second.option.label };
	return {
		found: {
			...said,
			...(at === undefined ? {} : { at: of(at) }),
			words: crossingWords(said, names)
		},
		points: run.points.map((point) => ({ ...curvePoint(point, worked), x: of(point.x) }))
	};
}

function curvePoint({ x, a, b }: PointAlong, { currency }: Worked): CurvePoint {
	return {
		x,
		...(Number.isFinite(a) ? { a: moneyIn(a, currency) } : {}),
		...(Number.isFinite(b) ? { b: moneyIn(b, currency) } : {})
	};
}

/** The first two over every axis, one a step. */
export function* breakEvens(asked: PairAsked): Generator<number, readonly ReportBreakEven[]> {
	const found: ReportBreakEven[] = [];
	for (const axis of axesBetween(asked)) {
		const one = crossing(asked, axis);
		if (one !== undefined) found.push(one.found);
		yield 1;
	}
	return found;
}

/**
 * For each option that lacks nothing but the price of its licence: the price below which it costs
 * less than the cheapest option that has one, or else than the first that it can beat at all.
 */
export function* priceLimits(
	worked: Worked,
	report: Report
): Generator<number, readonly ReportPriceLimit[]> {
	const limits: ReportPriceLimit[] = [];
	for (const entry of worked.options) {
		const [axis] = licenceAxis(entry.option);
		const path = onlyMissing(entry);
		if (axis === undefined || path === undefined || !axis.movedIn(entry.option).has(path)) continue;
		const limit = yield* limitOf({ worked, report, option: entry.option, axis, path });
		if (limit !== undefined) limits.push(limit);
	}
	return limits;
}

/** The input without a figure, where there is exactly one. */
function onlyMissing({ accounts }: WorkedOption): string | undefined {
	const [path, ...more] = new Set(accounts?.missing.map((one) => one.path));
	return more.length === 0 ? path : undefined;
}

interface LimitAsked {
	readonly worked: Worked;
	readonly report: Report;
	readonly option: ResolvedOption;
	readonly axis: Axis;
	readonly path: string;
}

function* limitOf(asked: LimitAsked): Generator<number, ReportPriceLimit | undefined> {
	const { worked, report, option, axis, path } = asked;
	const { unit } = axisMoney(axis.unit, worked.currency);
	const said = { option: option.id, path, label: axis.label, unit };
	const words: string[] = [];
	for (const against of report.comparison.ranking) {
		const one = crossing({ worked, report, a: option.id, b: against }, axis)?.found;
		yield 1;
		if (one === undefined) return undefined;
		const below = one.stretches[0]?.cheaper === 'a' ? one.crossings[0] : undefined;
		const name = report.options.find(({ id }) => id === against)?.label ?? against;
		words.push(limitWords({ found: one, below, names: { a: option.label, b: name } }));
		const isSettled = one.stretches[0]?.cheaper === 'a';
		const limit = { ...said, against, words: words.join(' ') };
		if (isSettled) return below === undefined ? limit : { ...limit, below };
	}
	const [against] = report.comparison.ranking;
	return against === undefined ? undefined : { ...said, against, words: words[0] ?? '' };
}
