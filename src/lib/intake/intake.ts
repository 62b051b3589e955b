import { clustersPerService, visibleServices } from './derive.ts';
import { InventoryBuilder } from './inventory/builder.ts';
import { taskEstate, type TaskEstate } from './inventory/task-estate.ts';
import type { Derived, Inventory } from './inventory/types.ts';
import { FILES_AT_ONCE } from './limits.ts';
import type { Missing } from './parsed.ts';
import { readFile, type FileReading, type Progress } from './read-file.ts';
import type { Run } from './run.ts';
import type { Series } from './prometheus.ts';
import { keepNames, type NameMap } from './sha256.ts';
import type { SourceFile } from './source-file.ts';
import type { HelmReading } from './helm.ts';
import type { ContainerUse } from './usage.ts';

export interface IntakeOptions {
	/** Replaces names while reading, see `hashNames`. */
	readonly mapName?: NameMap | undefined;
	readonly onProgress?: ((progress: Progress) => void) | undefined;
	readonly signal?: AbortSignal | undefined;
}

/** All that a drop of files gave, each file with what it was and what was wrong with it. */
export interface IntakeResult {
	readonly files: readonly FileReading[];
	readonly runs: readonly Run[];
	readonly inventory: Inventory;
	readonly tasks?: TaskEstate | undefined;
	readonly uses: readonly ContainerUse[];
	readonly series: readonly Series[];
	readonly helm: readonly HelmReading[];
	readonly derived: {
		readonly packing: Derived | Missing;
		readonly visibleServices: Derived | Missing;
		readonly clustersPerService: Derived | Missing;
	};
	readonly cancelled: boolean;
}

/**
 * Reads files in the order given, which does not matter to the outcome. A broken file is named in
 * `files` and the others are used; a repeated file is read and used once. Nothing leaves this code.
 */
export async function readFiles(
	sources: readonly SourceFile[],
	options: IntakeOptions = {}
): Promise<IntakeResult> {
	const mapName = options.mapName ?? keepNames;
	const builder = new InventoryBuilder(mapName);
	const files: FileReading[] = [];
	const known = new Set<string>();
	for (const source of sources.slice(0, FILES_AT_ONCE)) {
		const reading = await readFile(source, { ...options, builder });
		files.push(known.has(reading.sha256) ? repeated(reading) : reading);
		known.add(reading.sha256);
		if (reading.cancelled) break;
	}
	for (const source of sources.slice(FILES_AT_ONCE)) files.push(leftOut(source.name));
	return gather(files, builder.finish(), mapName);
}

function repeated(reading: FileReading): FileReading {
	const note = { path: '', message: 'The same bytes came before under another name: used once.' };
	return { ...reading, content: { type: 'nothing' }, notes: [...reading.notes, note] };
}

function leftOut(file: string): FileReading {
	return {
		file,
		bytes: 0,
		sha256: '',
		detection: { kind: 'unknown', confidence: 'none', reasons: [] },
		cancelled: false,
		content: { type: 'nothing' },
		notes: [],
		errors: [{ path: '', message: `Only ${FILES_AT_ONCE} files are read in one go.` }]
	};
}

function gather(
	files: readonly FileReading[],
	inventory: Inventory,
	mapName: NameMap
): IntakeResult {
	const runs: Run[] = [];
	const uses: ContainerUse[] = [];
	const series: Series[] = [];
	const helm: HelmReading[] = [];
	for (const { content } of files) {
		if (content.type === 'runs') runs.push(...content.runs);
		else if (content.type === 'use')
			uses.push(...content.use.uses.map((use) => hidden(use, mapName)));
		else if (content.type === 'series') series.push(...content.series.series);
		else if (content.type === 'helm') helm.push(content.helm);
	}
	return {
		files,
		runs,
		inventory,
		tasks: tasksOf(files, mapName),
		uses,
		series,
		helm,
		derived: {
			packing: inventory.packing,
			visibleServices: visibleServices(inventory),
			clustersPerService: clustersPerService(inventory)
		},
		cancelled: files.some((file) => file.cancelled)
	};
}

function hidden(use: ContainerUse, mapName: NameMap): ContainerUse {
	const namespace = use.namespace === undefined ? undefined : mapName(use.namespace);
	return { ...use, namespace, pod: mapName(use.pod) };
}

function tasksOf(files: readonly FileReading[], mapName: NameMap): TaskEstate | undefined {
	const contents = files.map((file) => file.content);
	const definitions = contents.flatMap((one) =>
		one.type === 'task-definition' ? [one.definition] : []
	);
	const services = contents.flatMap((one) => (one.type === 'ecs-services' ? one.services : []));
	const virtualNodes = contents.reduce(
		(sum, one) => sum + (one.type === 'virtual-nodes' ? one.count : 0),
		0
	);
	if (definitions.length + services.length + virtualNodes === 0) return undefined;
	return taskEstate({ definitions, services, virtualNodes, mapName });
}
