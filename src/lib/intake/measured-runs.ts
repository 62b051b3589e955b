import { withSeries, withUses } from './attach.ts';
import type { FileReading } from './read-file.ts';
import type { IntakeResult } from './intake.ts';
import type { Window } from './prometheus.ts';
import type { Run } from './run.ts';
import { guessMesh } from './sweeps.ts';

/** A run with what is known of it beyond its own file. */
export interface MeasuredRun {
	/** File and place in it: the same for the same files. */
	readonly key: string;
	readonly run: Run;
	/** The mesh was read off the names of file and run; whoever ran it should confirm it. */
	readonly guessed: boolean;
	/** Where the use of CPU and memory comes from, where it is not the run's own. */
	readonly useFrom?: string | undefined;
}

/** What a person said of runs, the mesh by the key of the run; an empty text leaves the run out. */
export type SaidMeshes = readonly (readonly [key: string, mesh: string])[];

/**
 * All runs of the files, each with its mesh, said or guessed, and with the CPU and memory that other
 * files saw while it ran: Prometheus series and snapshots by their time, snapshots without a time by
 * a name that begins with the run's (`istio-100.json`, `istio-100-top.txt`).
 */
export function measuredRuns(result: IntakeResult, said: SaidMeshes = []): readonly MeasuredRun[] {
	const meshes = new Map(said);
	return result.files.flatMap((reading) => {
		if (reading.content.type !== 'runs') return [];
		return reading.content.runs.map((run, place): MeasuredRun => {
			const key = `${reading.file}#${place}`;
			const own = meshes.get(key);
			const mesh = own === undefined ? guessMesh(run) : own || undefined;
			const attached = withUse({ ...run, mesh }, reading, result);
			return { key, guessed: own === undefined && run.mesh === undefined, ...attached };
		});
	});
}

interface Attached {
	readonly run: Run;
	readonly useFrom?: string | undefined;
}

function withUse(run: Run, reading: FileReading, result: IntakeResult): Attached {
	if (run.components.some((one) => one.role === 'proxy' || one.role === 'node')) return { run };
	const window = windowOf(run);
	if (window) {
		const measured = withSeries(run, result.series, { window });
		if (measured.components.length > run.components.length)
			return { run: measured, useFrom: 'Prometheus series, mean over the run' };
	}
	const snapshot = snapshotOf(reading.file, result.files, window);
	if (snapshot?.content.type !== 'use') return { run };
	return { run: withUses(run, snapshot.content.use.uses), useFrom: snapshot.file };
}

/** When a run ran, where its tool says so. */
function windowOf({ source, durationS }: Run): Window | undefined {
	const fromS = Date.parse(source.startedAt ?? '') / 1000;
	if (!Number.isFinite(fromS) || durationS === undefined) return undefined;
	return { fromS, toS: fromS + durationS };
}

function snapshotOf(
	file: string,
	files: readonly FileReading[],
	window: Window | undefined
): FileReading | undefined {
	return files.find((other) => {
		if (other.content.type !== 'use') return false;
		const seen = Date.parse(other.content.use.at ?? '') / 1000;
		if (window && Number.isFinite(seen)) return seen >= window.fromS && seen <= window.toS;
		return belongs(other.file, file);
	});
}

/** `istio-100-top.txt` belongs to `istio-100.json`, but not to `istio-10.json`. */
function belongs(snapshot: string, run: string): boolean {
	const stem = run.replace(/\.[^.]*$/, '');
	const rest = snapshot.startsWith(stem) ? snapshot.slice(stem.length) : undefined;
	return rest !== undefined && stem !== '' && /^[^0-9A-Za-z]/.test(rest);
}
