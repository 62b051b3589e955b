import type { HopLatency, SweepAnalysis } from './analyse.ts';
import type { Finding } from './finding.ts';
import type { CpuFit } from './fit-cpu.ts';
import type { Estimate } from './least-squares.ts';
import type { MeasuredRun } from './measured-runs.ts';
import { isMissing, type Missing } from './parsed.ts';
import type { MemorySlope } from './memory.ts';
import { payloadSlopes, type PayloadSlope } from './payload.ts';
import type { Run } from './run.ts';

/** Runs, sweeps, fits and findings in lines for a terminal. */
export function sweepLines(
	runs: readonly MeasuredRun[],
	analyses: readonly SweepAnalysis[],
	memories: readonly MemorySlope[] = []
): readonly string[] {
	return [
		...runs.map(runLine),
		...analyses.flatMap(analysisLines),
		...payloadSlopes(analyses).map(payloadLine),
		...memories.map(memoryLine)
	];
}

function runLine({ run, guessed, useFrom }: MeasuredRun): string {
	const mesh = run.mesh ?? 'unknown mesh: name one in the file name';
	const how = guessed && run.mesh !== undefined ? ' (by its name)' : '';
	const use = useFrom === undefined ? '' : `; CPU from ${useFrom}`;
	return `Run ${run.label}: ${mesh}${how}, ${rateWords(run)}${latencyWords(run)}${use}`;
}

function rateWords({ offeredRps, achievedRps }: Run): string {
	const reached = achievedRps === undefined ? 'an unstated rate' : `${digits(achievedRps)}/s`;
	return offeredRps === undefined ? reached : `${reached} of ${digits(offeredRps)}/s asked for`;
}

function latencyWords({ latencyMs }: Run): string {
	const { p50, p99 } = latencyMs;
	const said = [
		p50 === undefined ? '' : `p50 ${digits(p50)} ms`,
		p99 === undefined ? '' : `p99 ${digits(p99)} ms`
	].filter(Boolean);
	return said.length === 0 ? '' : `, ${said.join(', ')}`;
}

function analysisLines(analysis: SweepAnalysis): readonly string[] {
	const { sweep, cpu, hopP50, hopP99, findings } = analysis;
	const payload = sweep.payloadKiB === undefined ? '' : `, ${digits(sweep.payloadKiB)} KiB`;
	const runs = sweep.runs.length === 1 ? '1 run' : `${sweep.runs.length} runs`;
	const size = `${runs}, ${sweep.pairs.length} of them with a baseline`;
	return [
		`Sweep ${sweep.mesh}, ${sweep.tool}${payload}: ${size}`,
		...(isMissing(cpu) ? [`  CPU: ${cpu.reason}`] : fitLines(cpu)),
		hopLine('p50', hopP50),
		hopLine('p99', hopP99),
		...onceEach(findings).map(({ code, run, message }) => `  ${code} ${run}: ${message}`)
	];
}

/** A baseline stands in several pairs; what is wrong with it is said once. */
export function onceEach(findings: readonly Finding[]): readonly Finding[] {
	const keyOf = ({ code, run, statistic }: Finding): string => `${code} ${run} ${statistic ?? ''}`;
	return [...new Map(findings.map((finding) => [keyOf(finding), finding])).values()];
}

function payloadLine({ mesh, c2 }: PayloadSlope): string {
	if (isMissing(c2)) return `Payload ${mesh}: ${c2.reason}`;
	const said = c2.interval ? interval(c2.interval) : digits(c2.value);
	return `Payload ${mesh}: c2 ${said} core-s a KiB, from ${c2.n} rates with two payloads`;
}

function memoryLine({ mesh, varied, fit, why, snapshots }: MemorySlope): string {
	if (isMissing(fit)) {
		const unsaid = snapshots.filter(({ count }) => count === undefined).map(({ file }) => file);
		const ask =
			unsaid.length === 0
				? ''
				: ` Say how much their proxies held in the names of ${unsaid.join(', ')}: idle-200-clusters.txt.`;
		return `Memory ${mesh}: ${fit.reason}${ask}`;
	}
	const { m0MiB, slopeKiB, r2, n } = fit;
	const verdict = why === undefined ? 'may replace the published values' : `shown only: ${why}`;
	return (
		`Memory ${mesh}: m0 ${interval(m0MiB)} MiB, ${interval(slopeKiB)} KiB for each of the ${varied}, ` +
		`R² ${r2.toFixed(4)} of ${n} snapshots, ${verdict}`
	);
}

function fitLines({ c0, c1, beta, r2, n, usable, why }: CpuFit): readonly string[] {
	const verdict = usable ? 'may replace the published value' : 'shown only';
	return [
		`  CPU: c0 ${interval(c0)} core, c1 ${interval(c1)} core-s, β ${interval(beta)}`,
		`  R² ${r2.toFixed(4)} of ${n} points, ${verdict}: ${why.join(' ')}`
	];
}

function interval({ value, low, high, level }: Estimate): string {
	return `${digits(value)} (${Math.round(level * 100)} %: ${digits(low)} to ${digits(high)})`;
}

function hopLine(name: string, hop: HopLatency | Missing): string {
	if (isMissing(hop)) return `  Added ${name}: ${hop.reason}`;
	const bound = hop.lowerBound ? ', a lower bound' : '';
	return (
		`  Added ${name}: ${digits(hop.medianMs)} ms a hop ` +
		`(${digits(hop.lowMs)} to ${digits(hop.highMs)} over ${hop.levels} rates)${bound}`
	);
}

const digits = (value: number): string => String(Number(value.toPrecision(4)));
