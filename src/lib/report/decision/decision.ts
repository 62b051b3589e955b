import type {
	Report,
	ReportBand,
	ReportComparison,
	ReportOption,
	ReportOverTime,
	ReportWarning
} from '../types.ts';
import { askOf } from './ask.ts';
import { leanNotes } from './lean.ts';
import { doubtWords } from './words.ts';

/**
 * What a simulation says about a plan: plain values that travel from a worker. Laid over the report
 * of the same plan, whichever reading that was made by.
 */
export interface Decision {
	/** By option id. */
	readonly options: Readonly<Record<string, OptionDoubt>>;
	readonly comparison: Doubt;
	readonly warnings: readonly ReportWarning[];
}

export interface OptionDoubt {
	/** `point`: every input of the option is one number, so that its range is the total itself. */
	readonly range: ReportBand | 'point';
	readonly overTime?: ReportOverTime;
}

/** The parts of a comparison that only a simulation fills. */
export type Doubt = Partial<
	Pick<
		ReportComparison,
		| 'simulation'
		| 'probabilityCheapest'
		| 'regret'
		| 'rankStability'
		| 'tooCloseToCall'
		| 'pair'
		| 'settle'
		| 'tornado'
		| 'breakEvens'
		| 'priceLimits'
	>
>;

/** Nothing was simulated. */
export const NO_DECISION: Decision = { options: {}, comparison: {}, warnings: [] };

/** A report with its ranges and how sure its comparison is, in numbers and in words. */
export function withDecision(report: Report, decision: Decision | undefined): Report {
	if (decision === undefined) return report;
	const options = report.options.map((option) => withRange(option, decision.options[option.id]));
	const comparison = { ...report.comparison, ...decision.comparison };
	const words = doubtWords({ ...report, options, comparison });
	const ask = askOf({ ...report, options, comparison });
	return {
		...report,
		...(ask === undefined ? {} : { ask }),
		options,
		comparison: words === undefined ? comparison : { ...comparison, words },
		warnings: [...report.warnings, ...decision.warnings, ...leanNotes({ ...report, options })]
	};
}

function withRange(option: ReportOption, doubt: OptionDoubt | undefined): ReportOption {
	const { spend } = option.totals;
	if (doubt === undefined || typeof spend !== 'string') return option;
	// The ledger's own total, cent for cent.
	const range = doubt.range === 'point' ? { p10: spend, p50: spend, p90: spend } : doubt.range;
	return {
		...option,
		range,
		...(doubt.overTime === undefined ? {} : { overTime: doubt.overTime })
	};
}
