import { bandOf } from '../../engine/after/quantile.ts';
import type { RankedInputs } from '../../engine/after/sensitivity.ts';
import type { DrawStore } from '../../engine/simulate/draw-store.ts';
import { prepare, type Prepared } from '../../engine/simulate/prepare.ts';
import { rankedDraws } from '../../engine/simulate/ranked.ts';
import {
	simulation,
	type Asked as SimulationAsked,
	type Simulated,
	type Simulation
} from '../../engine/simulate/simulate.ts';
import type { Report, ReportWarning } from '../types.ts';
import type { Worked } from '../work-out.ts';
import { crossingsOf, type Crossings } from './crossings.ts';
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
	const { worked, report, store } = asked;
	const prepared = preparedOf(worked, report.months, completeIn(report));
	if (prepared === undefined) return NO_DECISION;
	yield 0;
	const simulated = yield* simulation({ prepared, ...howOf(asked) }, store);
	const ranked = () => (simulated.ok ? rankedDraws(simulated.value) : undefined);
	return yield* decisionFrom(asked, { prepared, simulated, ranked });
}

/** The report with its decision, for whoever can wait. */
export const decide = (asked: DecisionAsked): Report =>
	withDecision(asked.report, ran(decision(asked)));

/** Runs steps through to what they return. */
export function ran<T>(steps: Generator<number, T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** How a report is simulated. */
export const howOf = (
	asked: Pick<DecisionAsked, 'samples' | 'seed' | 'quick' | 'brief'>
): Omit<SimulationAsked, 'prepared'> => {
	const { samples = SAMPLES, seed = SEED, quick = false, brief = false } = asked;
	return { samples, seed, keptMonths: quick || brief ? 0 : KEPT };
};

/** Options ready to be simulated, those whose totals are known; nothing where there is nothing to draw. */
export function preparedOf(
	{ plan, options }: Worked,
	months: number,
	complete: readonly string[]
): Prepared | undefined {
	if (plan.points === true) return undefined;
	const able = options.filter(({ option }) => complete.includes(option.id));
	const subjects = able.flatMap((entry) => subjectOf(entry) ?? []);
	return subjects.length === 0 ? undefined : prepare(subjects, months);
}

/** Options whose total is known. */
export const completeIn = ({ options }: Report): readonly string[] =>
	options.flatMap(({ id, totals }) => (typeof totals.spend === 'string' ? [id] : []));

/** What a simulation came to, wherever it ran. */
export interface Outcome {
	readonly prepared: Prepared;
	readonly simulated: Simulated;
	readonly ranked: () => RankedInputs | undefined;
}

/** What a simulation says about a report, in small steps; `crossings` that are known are not sought. */
export function* decisionFrom(
	asked: DecisionAsked,
	{ prepared, simulated, ranked }: Outcome,
	crossings?: Crossings
): Generator<number, Decision> {
	const { worked, report, quick = false, brief = false } = asked;
	if (!simulated.ok) return { ...NO_DECISION, warnings: [faultOf(worked, simulated.fault)] };
	const run = simulated.value;
	return yield* told({ worked, report, prepared, run, ranked, quick, brief, crossings });
}

function faultOf(
	worked: Worked,
	{ option, check }: { readonly option: string; readonly check: number | undefined }
): ReportWarning {
	const entry = worked.options.find((known) => known.option.id === option);
	const failed = check === undefined ? undefined : entry?.run?.compiled.checks[check];
	const why = failed === undefined ? 'a total is no number' : `${failed.code} at ${failed.path}`;
	const label = entry?.option.label ?? option;
	const message = `No ranges: ${label} does not fit in 50 futures in a row (${why}).`;
	return { code: 'NO_DRAW_FITS', message };
}

export interface Told {
	readonly worked: Worked;
	readonly report: Report;
	readonly prepared: Prepared;
	readonly run: Simulation;
	readonly quick: boolean;
	readonly brief: boolean;
	readonly ranked: Outcome['ranked'];
	readonly crossings: Crossings | undefined;
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
	const crossings = all.crossings ?? (yield* crossingsOf(worked, report, doubt.pair));
	const comparison = {
		...doubt,
		...tornado,
		...(settle === undefined ? {} : { settle }),
		...crossings
	};
	return { options, comparison, warnings };
}

const manyRedrawn = ({ replaced }: Simulation): ReportWarning => ({
	code: 'MANY_REDRAWN',
	message: `${replaced} futures did not fit the plan and were replaced: the ranges leave out plans that do not fit.`
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
