import { checkRun, findingsOf, coresOf, proxyCores, statistic } from './checks.ts';
import type { Finding } from './finding.ts';
import { fitCpu, type CpuFit, type CpuPoint } from './fit-cpu.ts';
import { notMeasured, type Missing } from './parsed.ts';
import type { Run } from './run.ts';
import { findSweeps, levelOf, type Pair, type Sweep } from './sweeps.ts';

export interface AnalyseOptions {
	/** Calls a request makes one after another; each adds the latency of one hop. */
	readonly calls?: number | undefined;
	/** Proxies a request passes; absent: as many as were measured, else 2. */
	readonly proxies?: number | undefined;
	/** Published idle cores of one proxy of a mesh, for sweeps without a run at rate 0. */
	readonly idleOf?: ((mesh: string) => number | undefined) | undefined;
	/** Level of the intervals: 0.99 beside a fit, 0.8 for the P10 and P90 of a plan. */
	readonly level?: number | undefined;
}

/** Added latency of one hop over the rates measured. */
export interface HopLatency {
	readonly medianMs: number;
	readonly lowMs: number;
	readonly highMs: number;
	readonly levels: number;
	/** True when a closed loop left waiting out: the truth lies above. */
	readonly lowerBound: boolean;
}

/** What one sweep says, with all that speaks against it. */
export interface SweepAnalysis {
	readonly sweep: Sweep;
	readonly findings: readonly Finding[];
	/** Points that the fit used and those that a finding excluded. */
	readonly points: readonly CpuPoint[];
	readonly excluded: readonly CpuPoint[];
	readonly proxies: number;
	readonly cpu: CpuFit | Missing;
	readonly hopP50: HopLatency | Missing;
	readonly hopP99: HopLatency | Missing;
}

/** Finds sweeps in the runs and takes from each what its checks allow (`model.md` §16). */
export function analyse(
	runs: readonly Run[],
	options: AnalyseOptions = {}
): readonly SweepAnalysis[] {
	return findSweeps(runs).map((sweep) => analyseSweep(sweep, options));
}

function analyseSweep(sweep: Sweep, options: AnalyseOptions): SweepAnalysis {
	const findings = findingsOfSweep(sweep);
	const [excluded, points] = cpuPoints(sweep);
	const proxies = options.proxies ?? proxiesMeasured(sweep);
	const published = options.idleOf?.(sweep.mesh);
	const idle =
		published === undefined ? undefined : { cores: published * proxies, from: 'as published' };
	const calls = options.calls ?? 1;
	return {
		sweep,
		findings,
		points,
		excluded,
		proxies,
		cpu:
			points.length === 0
				? notMeasured('CPU of the proxies was not measured in any usable run.')
				: fitCpu({ points, proxies, idle, level: options.level }),
		hopP50: hopLatency(sweep, { name: 'p50', calls }),
		hopP99: hopLatency(sweep, { name: 'p99', calls })
	};
}

function findingsOfSweep({ runs, pairs }: Sweep): readonly Finding[] {
	const paired = new Set(pairs.map((pair) => pair.mesh));
	const alone = runs.filter((run) => !paired.has(run));
	return [...pairs.flatMap(findingsOf), ...alone.flatMap(checkRun)];
}

/** True where a check of the run itself keeps it out of every coefficient. */
function isBarred(run: Run): boolean {
	return checkRun(run).some((finding) => finding.effect === 'excluded');
}

/** CPU over the rate that was reached; runs whose findings exclude them come first. */
function cpuPoints({ runs, pairs }: Sweep): readonly [CpuPoint[], CpuPoint[]] {
	const out: [CpuPoint[], CpuPoint[]] = [[], []];
	for (const run of runs) {
		const pair = pairs.find((one) => one.mesh === run);
		const cores = pair ? proxyCores(pair) : coresOf(run, 'proxy');
		const rps = run.achievedRps ?? levelOf(run);
		if (cores === undefined || rps === undefined) continue;
		// A saturated baseline spoils a difference of nodes, not a proxy that was measured alone.
		const byNodes = coresOf(run, 'proxy') === undefined;
		const bad = isBarred(run) || (byNodes && pair !== undefined && isBarred(pair.baseline));
		out[bad ? 0 : 1].push({ rps, cores });
	}
	return out;
}

function proxiesMeasured({ runs }: Sweep): number {
	const counts = runs.map((run) => run.components.filter((one) => one.role === 'proxy').length);
	return Math.max(0, ...counts) || 2;
}

function hopLatency(
	{ pairs }: Sweep,
	{ name, calls }: { readonly name: 'p50' | 'p99'; readonly calls: number }
): HopLatency | Missing {
	const usable = pairs.filter((pair) => isComparable(pair, name));
	const added = usable.flatMap(({ mesh, baseline }) => {
		const [slow, fast] = [statistic(mesh, name), statistic(baseline, name)];
		return slow === undefined || fast === undefined ? [] : [(slow - fast) / calls];
	});
	if (added.length === 0)
		return notMeasured(`No pair of runs whose ${name} may be compared; see the findings.`);
	const sorted = added.sort((a, b) => a - b);
	return {
		medianMs: median(sorted),
		lowMs: sorted[0] ?? 0,
		highMs: sorted.at(-1) ?? 0,
		levels: sorted.length,
		lowerBound: usable.some(({ mesh, baseline }) => !mesh.openLoop || !baseline.openLoop)
	};
}

function isComparable(pair: Pair, name: 'p50' | 'p99'): boolean {
	return findingsOf(pair).every(({ effect, statistic: concerned }) => {
		if (effect === 'excluded' || effect === 'no-latency-difference') return false;
		return concerned !== name;
	});
}

function median(sorted: readonly number[]): number {
	const middle = sorted.length / 2;
	const high = sorted[Math.floor(middle)] ?? 0;
	return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
