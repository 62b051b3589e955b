import { compareOptions, comparePair } from '../../engine/after/compare.ts';
import { bandOf, type Band } from '../../engine/after/quantile.ts';
import { prepare, type Prepared } from '../../engine/simulate/prepare.ts';
import type { DrawStore } from '../../engine/simulate/draw-store.ts';
import { simulation, type Simulated, type Simulation } from '../../engine/simulate/simulate.ts';
import { minorUnitOf } from '../../format/money.ts';
import type { Money, Report, ReportBand, ReportComparison, ReportOption } from '../types.ts';
import type { Currency, Worked } from '../work-out.ts';
import { overTimeOf } from './over-time.ts';
import { subjectOf } from './subjects.ts';
import { tornadosOf } from './tornado.ts';
import { settlingOf } from './settle.ts';
import { doubtWords } from './words.ts';

/** As many samples as a settled answer takes (`model.md` §15). */
export const SAMPLES = 5000;
export const SEED = 1;
/** Samples whose months are kept for bands over time. */
const KEPT = 2000;

export interface DecisionAsked {
	readonly worked: Worked;
	readonly report: Report;
	readonly samples?: number;
	readonly seed?: number;
	/** Draws kept from earlier runs. */
	readonly store?: DrawStore;
	/** Ranges and chances only: what moves the answer is left out. */
	readonly quick?: boolean;
}

/**
 * Fills a report's ranges and says how sure its comparison is, in small steps: each `yield` is the
 * share that is done. A plan of which no draw fits keeps its figures, with a warning.
 */
export function* decision(asked: DecisionAsked): Generator<number, Report> {
	const { worked, report, store, quick = false } = asked;
	const able = worked.options.filter(({ option }) => isComplete(report, option.id));
	const subjects = able.flatMap((entry) => subjectOf(entry) ?? []);
	if (subjects.length === 0) return report;
	const prepared = prepare(subjects, report.months);
	const { samples = SAMPLES, seed = SEED } = asked;
	const keptMonths = quick ? 0 : KEPT;
	const done: Simulated = yield* simulation({ prepared, samples, seed, keptMonths }, store);
	if (!done.ok) return withFault(asked, done.fault);
	return told({ worked, report, prepared, run: done.value, quick });
}

/** The whole decision at once, for whoever can wait. */
export function decide(asked: DecisionAsked): Report {
	const steps = decision(asked);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

const isComplete = ({ options }: Report, id: string): boolean =>
	options.some((option) => option.id === id && typeof option.totals.spend === 'string');

function withFault(
	{ worked, report }: DecisionAsked,
	{ option, check }: { readonly option: string; readonly check: number | undefined }
): Report {
	const entry = worked.options.find((known) => known.option.id === option);
	const failed = check === undefined ? undefined : entry?.run?.compiled.checks[check];
	const why = failed === undefined ? 'a total is no number' : `${failed.code} at ${failed.path}`;
	const message = `No ranges: ${entry?.option.label ?? option} does not fit in 50 draws in a row (${why}).`;
	return { ...report, warnings: [...report.warnings, { code: 'NO_DRAW_FITS', message }] };
}

export interface Told {
	readonly worked: Worked;
	readonly report: Report;
	readonly prepared: Prepared;
	readonly run: Simulation;
	readonly quick: boolean;
}

function told(all: Told): Report {
	const { report, run } = all;
	const options = report.options.map((option) => withRange(option, all));
	const comparison = { ...report.comparison, ...doubtOf(all) };
	const words = doubtWords({ ...report, options, comparison });
	const warning = {
		code: 'MANY_REDRAWN',
		message: `${run.replaced} draws did not fit the plan and were replaced: the ranges leave out plans that do not fit.`
	};
	return {
		...report,
		options,
		comparison: words === undefined ? comparison : { ...comparison, words },
		warnings: run.warn ? [...report.warnings, warning] : report.warnings
	};
}

function withRange(option: ReportOption, { run, worked, quick }: Told): ReportOption {
	const spend = run.spend.get(option.id);
	if (spend === undefined || typeof option.totals.spend !== 'string') return option;
	const { currency } = worked;
	const band = bandOf(spend);
	// All inputs are one number: the ledger's own, cent for cent.
	const isPoint = band.p90 - band.p10 <= Math.abs(band.p50) * 1e-12;
	const exact = option.totals.spend;
	const range = isPoint ? { p10: exact, p50: exact, p90: exact } : bandIn(band, currency);
	const months = run.months.get(option.id) ?? [];
	return quick
		? { ...option, range }
		: { ...option, range, overTime: overTimeOf(months, currency) };
}

/** Dollars of a run as money of the report. */
export function moneyIn(amount: number, { code, rate }: Currency): Money {
	const text = (amount * Number(rate ?? 1)).toFixed(minorUnitOf(code));
	return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export const bandIn = ({ p10, p50, p90 }: Band, currency: Currency): ReportBand => ({
	p10: moneyIn(p10, currency),
	p50: moneyIn(p50, currency),
	p90: moneyIn(p90, currency)
});

type Doubt = Partial<ReportComparison>;

/** Chances and regret of those that can be chosen, and what decides between the first two. */
function doubtOf(all: Told): Doubt {
	const { report, run, worked } = all;
	const { currency } = worked;
	const simulation = {
		samples: run.samples,
		seed: run.seed,
		generator: run.generator,
		redrawn: run.replaced
	};
	const ranking = report.comparison.ranking.filter((id) => run.spend.has(id));
	const outcomes = new Map(
		ranking.flatMap((id) => {
			const spend = run.spend.get(id);
			return spend === undefined ? [] : [[id, spend] as const];
		})
	);
	const [first, second] = ranking;
	if (first === undefined) return { simulation };
	const compared = compareOptions(outcomes, ranking);
	const tornado = all.quick ? {} : { tornado: tornadosOf(all) };
	const chances = [...compared.options];
	const doubt: Doubt = {
		simulation,
		probabilityCheapest: Object.fromEntries(
			chances.map(([id, { probabilityFirst }]) => [id, probabilityFirst])
		),
		regret: Object.fromEntries(
			chances.map(([id, { expectedRegret }]) => [id, moneyIn(expectedRegret, currency)])
		),
		rankStability: compared.rankStability,
		tooCloseToCall: compared.tooCloseToCall,
		...tornado
	};
	const [a, b] = [run.spend.get(first), second === undefined ? undefined : run.spend.get(second)];
	if (a === undefined || b === undefined || second === undefined) return doubt;
	const pair = comparePair(a, b);
	return {
		...doubt,
		pair: {
			a: first,
			b: second,
			probabilityACheaper: pair.probabilityBelow,
			probabilityTie: pair.probabilityTie,
			standardError: pair.standardError,
			difference: bandIn(pair.difference, currency)
		},
		...(all.quick ? {} : settlingOf(all, { a: first, b: second }))
	};
}
