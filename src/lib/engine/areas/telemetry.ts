import type { Choices } from '../choices.ts';
import { constant, zero, type Expr } from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import type { UnitPrices } from './compute.ts';
import type { Gateways } from './gateway.ts';
import { drift, secondsPerMonth } from './time.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { observability: watch, network, time, workload } = inputs;

export interface Telemetry {
	readonly series: Expr<'series'>;
	readonly samplesPerMonth: Expr<'sample/month'>;
	readonly spansPerSecond: Expr<'span/s'>;
	readonly metrics: Expr<'USD/month'>;
	readonly traces: Expr<'USD/month'>;
	readonly logs: Expr<'USD/month'>;
}

export interface Watched {
	readonly sidecars: Expr<'pod'>;
	readonly waypoints: Expr<'pod'>;
	readonly gateways: Gateways;
	/** Nodes that run a tunnel. */
	readonly tunnels: Expr<'node'>;
}

const secondsPerDay = constant(86_400, '1');
const bytesPerGib = constant(2 ** 30, 'byte/GiB');
const kibPerGib = constant(2 ** 20, 'KiB/GiB');

/** Metrics, traces and logs that only exist because of the mesh (`model.md` §10). */
export function telemetry(
	choices: Choices,
	flow: Traffic,
	of: Watched,
	prices: UnitPrices | undefined
): Telemetry {
	const when = whenMeshed(choices, flow.podsMeshed);
	const series = when(seriesOf(of)).as({
		id: 'series',
		label: 'Metric series that the mesh adds',
		symbol: 'series'
	});
	const perSeries = secondsPerMonth.over(watch.scrapeSeconds).times(constant(1, 'sample/series'));
	const samplesPerMonth = series.times(perSeries).as({
		id: 'samplesPerMonth',
		label: 'Samples written in a month'
	});
	const spans = when(spansOf(choices, flow));
	return {
		series,
		samplesPerMonth,
		spansPerSecond: spans.by(watch.traceSampling),
		metrics: metrics(series, samplesPerMonth, prices),
		traces: stored(spans.by(watch.traceSampling).times(watch.bytesPerSpan).times(watch.perGBTrace)),
		logs: stored(
			when(recordsOf(choices, flow))
				.by(watch.logFraction)
				.times(watch.bytesPerLog)
				.times(watch.perGBLog)
		)
	};
}

function seriesOf({ sidecars, waypoints, gateways, tunnels }: Watched): Expr<'series'> {
	const proxies = sidecars
		.plus(waypoints)
		.plus(gateways.eastWest)
		.plus(gateways.ingress.minus(gateways.ingressToday));
	const each = watch.seriesBase.plus(watch.seriesPerPeer.by(workload.peersPerProxy));
	return proxies.times(each).plus(tunnels.times(watch.seriesZtunnel));
}

/** One span per proxy pass; a node tunnel emits none, nor does a proxy of the provider. */
function spansOf(choices: Choices, flow: Traffic): Expr<'span/s'> {
	const span = constant(1, 'span/traversal');
	if (choices.mesh.kind === 'managed') return zero('span/s');
	return choices.mesh.kind === 'ambient'
		? flow.waypointPasses.times(span)
		: flow.traversals.times(span);
}

/** One access-log record per pass; of a managed mesh one per request. */
function recordsOf(choices: Choices, flow: Traffic): Expr<'record/s'> {
	const record = constant(1, 'record/traversal');
	if (choices.mesh.kind === 'managed') return flow.requests.times(constant(1, 'record/request'));
	return choices.mesh.kind === 'ambient'
		? flow.waypointPasses.times(record)
		: flow.traversals.times(record);
}

function metrics(
	series: Expr<'series'>,
	samples: Expr<'sample/month'>,
	prices: UnitPrices | undefined
): Expr<'USD/month'> {
	const hosted = samples
		.over(constant('1e6', 'sample'))
		.times(watch.perMillionSamples)
		.as({ id: 'metrics.hosted', label: 'Samples sent to a hosted service' });
	const kept = watch.metricRetentionDays
		.by(secondsPerDay)
		.over(watch.scrapeSeconds)
		.times(constant(1, 'sample-s/series'));
	const disk = series
		.times(kept)
		.times(watch.bytesPerSample)
		.over(bytesPerGib)
		.as({ id: 'metrics.diskGiB', label: 'Disk of stored samples' });
	const money = hosted.plus(disk.times(watch.perGiBMonth));
	if (prices === undefined) return money.by(drift);
	const memory = series
		.times(watch.memKiBPerSeries)
		.over(kibPerGib)
		.as({ id: 'metrics.memGiB', label: 'Memory of series in use' });
	return money.plus(memory.times(prices.gibLoaded).times(time.hoursPerMonth)).by(drift);
}

/** A flow of bytes times a price per GB, for a month. */
const stored = (flow: Expr<'USD-byte/GB-s'>): Expr<'USD/month'> =>
	flow.times(secondsPerMonth).over(network.bytesPerGB).by(drift);
