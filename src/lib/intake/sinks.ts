import { clusterSink, metricsSink, yamlSink, type SinkContext } from './cluster-sinks.ts';
import type { Reading } from './content.ts';
import { HeyRows } from './hey.ts';
import { TopRows } from './kubectl-top.ts';
import { LINES, SERIES } from './limits.ts';
import { LineSplitter } from './line-splitter.ts';
import { listSink, type Sink } from './list-sink.ts';
import { readSeries, seriesReading, type Series } from './prometheus.ts';
import type { Problem } from './parsed.ts';
import { failed } from './read-small.ts';

/** The sink of a format that is read while it streams; undefined for formats read whole. */
export async function streamSink(context: SinkContext): Promise<Sink<Reading> | undefined> {
	switch (context.kind) {
		case 'kube-json':
			return clusterSink(context);
		case 'kube-yaml':
			return yamlSink(context);
		case 'pod-metrics':
			return metricsSink(context);
		case 'prometheus-range':
			return seriesSink();
		case 'hey-csv':
			return heySink(context.file);
		case 'kubectl-top':
			return topSink();
		default:
			return undefined;
	}
}

function seriesSink(): Sink<Reading> {
	const series: Series[] = [];
	const errors: Problem[] = [];
	return listSink({
		path: ['data', 'result'],
		limits: SERIES,
		onItem: (item) => series.push(readSeries(item)),
		onProblem: (problem) => errors.push(problem),
		end: () => {
			const read = seriesReading(series);
			if (!read.ok) return failed([...errors, ...read.errors]);
			return { content: { type: 'series', series: read.value }, notes: read.value.notes, errors };
		}
	});
}

function heySink(file: string): Sink<Reading> {
	const rows = new HeyRows();
	const lines = new LineSplitter((line) => rows.line(line), LINES.itemBytes);
	return {
		push: (chunk) => lines.push(chunk),
		end: () => {
			lines.end();
			const read = rows.finish(file);
			if (!read.ok) return failed(read.errors);
			const { runs, notes } = read.value;
			return { content: { type: 'runs', runs }, notes, errors: [] };
		}
	};
}

function topSink(): Sink<Reading> {
	const rows = new TopRows();
	const lines = new LineSplitter((line) => rows.line(line), LINES.itemBytes);
	return {
		push: (chunk) => lines.push(chunk),
		end: () => {
			lines.end();
			const read = rows.finish();
			if (!read.ok) return failed(read.errors);
			return { content: { type: 'use', use: read.value }, notes: read.value.notes, errors: [] };
		}
	};
}
