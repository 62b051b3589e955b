import { analyse, type AnalyseOptions, type HopLatency, type SweepAnalysis } from '../analyse.ts';
import type { IntakeResult } from '../intake.ts';
import type { Estimate } from '../least-squares.ts';
import type { MeasuredRun } from '../measured-runs.ts';
import { isMissing, type Missing } from '../parsed.ts';
import type { Sweep } from '../sweeps.ts';
import { payloadSlopes, type PayloadSlope } from '../payload.ts';
import { noteOf } from './noted.ts';
import { override, shown, type Proposal, type ProposedRange } from './proposal.ts';
import { PLAN_LEVEL, partOf, ranged, type Measured } from './ranged.ts';

/**
 * Coefficients and hop latencies of a sweep as overrides of its mesh. `analysis` must come from
 * `analyse` with `level` 0.8: the model reads low and high as P10 and P90 (`model.md` §15).
 */
export function proposeFit(analysis: SweepAnalysis, measured: Measured): readonly Proposal[] {
	const { mesh } = analysis.sweep;
	const { cpu, hopP50, hopP99 } = analysis;
	const note = noteOf('measured', measured);
	const part = partOf(mesh);
	const out: Proposal[] = [];
	const add = (input: string, range: ProposedRange, from: string): void => {
		out.push(override(mesh, input, { value: range, from, basis: 'measured' }));
	};
	if (!isMissing(cpu) && cpu.usable) {
		const from = `${cpu.n} points, R² ${cpu.r2.toFixed(4)}; ${cpu.why.join(' ')}`;
		if (cpu.idleMeasured && cpu.c0.value > 0) add(`${part}.c0`, ranged(cpu.c0, note), from);
		add(`${part}.c1`, ranged(cpu.c1, note), from);
		add(`${part}.beta`, within(cpu.beta, note), from);
	}
	if (usable(hopP50)) add('latency.hopP50Ms', overLevels(hopP50, note), levels(hopP50));
	if (usable(hopP99)) add('latency.hopP99Ms', overLevels(hopP99, note), levels(hopP99));
	return out;
}

/** What all sweeps of the files propose, each with the hashes and the day of its own files. */
export function proposeSweeps(
	result: IntakeResult,
	runs: readonly MeasuredRun[],
	date: string,
	options: Omit<AnalyseOptions, 'level'> = {}
): readonly Proposal[] {
	const analyses = analyse(
		runs.map(({ run }) => run),
		{ ...options, level: PLAN_LEVEL }
	);
	return [
		...analyses.flatMap((analysis) =>
			proposeFit(analysis, measuredIn([analysis.sweep], result, date))
		),
		...payloadSlopes(analyses, PLAN_LEVEL).flatMap((slope) =>
			proposePayload(
				slope,
				measuredIn(
					slope.sweeps.map(({ sweep }) => sweep),
					result,
					date
				)
			)
		)
	];
}

/** A slope of 0 or one that only one rate speaks for is shown, not proposed. */
function proposePayload(
	{ mesh, sweeps, c2 }: PayloadSlope,
	measured: Measured
): readonly Proposal[] {
	if (isMissing(c2) || c2.value <= 0 || c2.interval === undefined) return [];
	const kib = sweeps.map(({ sweep }) => sweep.payloadKiB ?? 0).map(shown);
	const value = ranged(c2.interval, noteOf('measured', measured));
	const from = `${c2.n} rates with ${kib.join(' and ')} KiB, what a KiB more costs`;
	return [override(mesh, `${partOf(mesh)}.c2`, { value, from, basis: 'measured' })];
}

/** The day a sweep's first run states, else the day it is read, and the hashes of its files. */
function measuredIn(sweeps: readonly Sweep[], result: IntakeResult, date: string): Measured {
	const all = sweeps.flatMap(({ runs, pairs }) => [
		...runs,
		...pairs.map(({ baseline }) => baseline)
	]);
	const names = new Set(all.map(({ source }) => source.file));
	const started = all.flatMap(({ source }) => source.startedAt?.slice(0, 10) ?? []).sort()[0];
	const isDay = /^\d{4}-\d{2}-\d{2}$/.test(started ?? '');
	return {
		date: isDay ? (started ?? date) : date,
		sha256: result.files.flatMap(({ file, sha256 }) => (names.has(file) ? [sha256] : []))
	};
}

/** A lower bound is no estimate, and a difference of 0 or less is no added latency. */
function usable(hop: HopLatency | Missing): hop is HopLatency {
	return !isMissing(hop) && !hop.lowerBound && hop.medianMs > 0;
}

function levels(hop: HopLatency): string {
	return `Median of ${hop.levels} rates, with the mesh less without`;
}

/** A fraction: its ends may be the value itself, but not pass 1. */
function within({ value, low, high }: Estimate, note: string): ProposedRange {
	const least = Math.min(value, Math.max(0.01, low));
	return {
		value: shown(value),
		low: shown(least),
		high: shown(Math.min(1, Math.max(value, high))),
		note
	};
}

function overLevels(hop: HopLatency, note: string): ProposedRange {
	const { medianMs: value, lowMs: low, highMs: high } = hop;
	return ranged({ value, low, high, level: 0.8 }, note);
}
