import { bandOf } from '../../engine/after/quantile.ts';
import type { DrawStore } from '../../engine/simulate/draw-store.ts';
import { prepare, type Prepared } from '../../engine/simulate/prepare.ts';
import { simulation, type Simulated, type Simulation } from '../../engine/simulate/simulate.ts';
import type { Report, ReportWarning } from '../types.ts';
import type { Worked } from '../work-out.ts';
import { breakEvens, priceLimits } from './crossing.ts';
import { NO_DECISION, withDecision, type Decision, type OptionDoubt } from './decision.ts';
import { doubtOf } from './doubt.ts';
import { bandIn } from './money.ts';
import { overTimeOf } from './over-time.ts';
import { sensitivities } from './settle.ts';
import { subjectOf } from './subjects.ts';
import { tornadosOf } from './tornado.ts';

/** As many samples as a settled answer takes (`model.md` §15). */
export const SAMPLES = 5000;
export const SEED = 1;
/** Samples whose months are kept for bands over time. */
const KEPT = 5000;

export interface DecisionAsked {
	readonly worked: Worked;
	readonly report: Report;
	readonly samples?: number;
	readonly seed?: number;
	/** Draws kept from earlier runs. */
	readonly store?: DrawStore;
	/** Ranges and chances only: what moves the answer is left out. */
	readonly quick?: boolean;
	/** What a sentence says, and no more: bands over time and the tornado are left out. */
	readonly brief?: boolean;
}

/**
 * Ranges of a report and how sure its comparison is, in small steps: each `yield` is the share that is
 * done. A plan of which no draw fits gets no ranges, and a warning; one that wants points, neither.
 */
export function* decision(asked: DecisionAsked): Generator<number, Decision> {
	const { worked, report, store, quick = false, brief = false } = asked;
	if (worked.plan.points === true) return NO_DECISION;
	const able = worked.options.filter(({ option }) => isComplete(report, option.id));
	const subjects = able.flatMap((entry) => subjectOf(entry) ?? []);
	if (subjects.length === 0) return NO_DECISION;
	const prepared = prepare(subjects, report.months);
	const { samples = SAMPLES, seed = SEED } = asked;
	const keptMonths = quick || brief ? 0 : KEPT;
	yield 0;
	const done: Simulated = yield* simulation({ prepared, samples, seed, keptMonths }, store);
	if (!done.ok) return { ...NO_DECISION, warnings: [faultOf(worked, done.fault)] };
	return yield* told({ worked, report, prepared, run: done.value, quick, brief });
}

/** The report with its decision, for whoever can wait. */
export function decide(asked: DecisionAsked): Report {
	const steps = decision(asked);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return withDecision(asked.report, step.value);
	}
}

const isComplete = ({ options }: Report, id: string): boolean =>
	options.some((option) => option.id === id && typeof option.totals.spend === 'string');

function faultOf(
	worked: Worked,
	{ option, check }: { readonly option: string; readonly check: number | undefined }
): ReportWarning {
	const entry = worked.options.find((known) => known.option.id === option);
	const failed = check === undefined ? undefined : entry?.run?.compiled.checks[check];
	const why = failed === undefined ? 'a total is no number' : `${failed.code} at ${failed.path}`;
	const label = entry?.option.label ?? option;
	const message = `No ranges: ${label} does not fit in 50 draws in a row (${why}).`;
	return { code: 'NO_DRAW_FITS', message };
}

export interface Told {
	readonly worked: Worked;
	readonly report: Report;
	readonly prepared: Prepared;
	readonly run: Simulation;
	readonly quick: boolean;
	readonly brief: boolean;
}

function* told(all: Told): Generator<number, Decision> {
	const { report, run, worked } = all;
	const options = Object.fromEntries(
		[...run.spend.keys()].map((id) => [id, optionDoubt(id, all)] as const)
	);
	const { ranking } = report.comparison;
	const doubt = doubtOf({ run, ranking, currency: worked.currency });
	const warnings = run.warn ? [manyRedrawn(run)] : [];
	if (all.quick) return { options, comparison: doubt, warnings };
	yield 1;
	const { settle, byOption } = sensitivities(all, doubt.pair);
	yield 1;
	const tornado = all.brief ? {} : { tornado: tornadosOf(all, byOption) };
	yield 1;
	const { pair } = doubt;
	const crossings = pair === undefined ? [] : yield* breakEvens({ ...all, a: pair.a, b: pair.b });
	const limits = yield* priceLimits(worked, report);
	const comparison = {
		...doubt,
		...tornado,
		...(settle === undefined ? {} : { settle }),
		...(crossings.length === 0 ? {} : { breakEvens: crossings }),
		...(limits.length === 0 ? {} : { priceLimits: limits })
	};
	return { options, comparison, warnings };
}

const manyRedrawn = ({ replaced }: Simulation): ReportWarning => ({
	code: 'MANY_REDRAWN',
	message: `${replaced} draws did not fit the plan and were replaced: the ranges leave out plans that do not fit.`
});

function optionDoubt(id: string, { run, worked, quick, brief }: Told): OptionDoubt {
	const { currency } = worked;
	const band = bandOf(run.spend.get(id) ?? new Float64Array(1));
	const isPoint = band.p90 - band.p10 <= Math.abs(band.p50) * 1e-12;
	const range = isPoint ? 'point' : bandIn(band, currency);
	if (quick || brief) return { range };
	const months = run.months.get(id) ?? [];
	return { range, overTime: overTimeOf(months, { currency, total: bandIn(band, currency) }) };
}
