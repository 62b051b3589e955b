import { capacityAtSlo } from './after/capacity.ts';
import { comonotonicQuantileMs, fitHop, pathMeanMs, pathQuantileMs } from './after/path-latency.ts';
import { saturationRate } from './after/queueing.ts';
import { nothingMeshed } from './choices.ts';
import { Gap, type Exact } from './graph/gap.ts';
import type { Run } from './run.ts';

/** Latency and capacity of one option in month 1 (`model.md` §11). */
export interface PathFigures {
	readonly addedMeanMs: number;
	readonly addedP99Ms: number;
	/** Every hop slow at once: the bound. */
	readonly addedP99ComonotonicMs: number;
	readonly hopP50Ms: number;
	readonly hopP99Ms: number;
	/** Absent where the provider runs the proxies, or none runs. */
	readonly proxySaturationRps: number | undefined;
	readonly proxyRpsAtSlo: number | undefined;
}

const NOTHING: PathFigures = {
	addedMeanMs: 0,
	addedP99Ms: 0,
	addedP99ComonotonicMs: 0,
	hopP50Ms: 0,
	hopP99Ms: 0,
	proxySaturationRps: undefined,
	proxyRpsAtSlo: undefined
};

/** The figures, or the inputs for which there is no figure. */
export function pathFigures(run: Run): PathFigures | Gap {
	const pods = run.answers.of('podsMeshed');
	if (nothingMeshed(run.record.choices) || (!(pods instanceof Gap) && pods.isZero())) {
		return NOTHING;
	}
	const paths = ['latency.hopP50Ms', 'latency.hopP99Ms'];
	const absent = paths.filter((path) => !run.values.has(path));
	if (absent.length > 0) return new Gap(absent);
	const value = (path: string) => run.values.get(path)?.toNumber() ?? 0;
	const hop = fitHop(value('latency.hopP50Ms'), value('latency.hopP99Ms'));
	if (hop === undefined) return new Gap(paths);
	const depth = value('workload.criticalPathDepth');
	const path = { hop, depth, correlation: value('latency.hopCorrelation') };
	return {
		addedMeanMs: pathMeanMs(path),
		addedP99Ms: pathQuantileMs(path, 0.99),
		addedP99ComonotonicMs: comonotonicQuantileMs(path, 0.99),
		hopP50Ms: value('latency.hopP50Ms'),
		hopP99Ms: value('latency.hopP99Ms'),
		...ratesOf(run, value)
	};
}

function ratesOf(
	run: Run,
	value: (path: string) => number
): Pick<PathFigures, 'proxySaturationRps' | 'proxyRpsAtSlo'> {
	const seconds = passOf(run);
	if (seconds === undefined || seconds instanceof Gap) {
		return { proxySaturationRps: undefined, proxyRpsAtSlo: undefined };
	}
	const server = { secondsPerRequest: seconds.toNumber(), workers: value('latency.workers') };
	return {
		proxySaturationRps: saturationRate(server),
		proxyRpsAtSlo: capacityAtSlo(server, {
			hopP99Ms: value('latency.hopP99Ms'),
			sloHopP99Ms: value('latency.sloHopP99Ms')
		})
	};
}

/** The proxy that limits what a mesh carries: sidecar, tunnel, or waypoint where calls need one. */
export type LimitingProxy = 'sidecar' | 'ztunnel' | 'waypoint';

/** Nothing where the provider runs the proxies, or none runs. */
export function limitingProxy({ record, values }: Run): LimitingProxy | undefined {
	const { kind, waypoints } = record.choices.mesh;
	if (kind === 'sidecar') return 'sidecar';
	if (kind !== 'ambient') return undefined;
	return waypoints && values.get('workload.l7Fraction')?.gt(0) === true ? 'waypoint' : 'ztunnel';
}

/** CPU of one pass through the proxy that limits. */
function passOf(run: Run): Exact | undefined {
	const proxy = limitingProxy(run);
	return proxy === undefined ? undefined : run.answers.of(`pass.${proxy}`);
}
