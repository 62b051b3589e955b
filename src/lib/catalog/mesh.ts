import { asOf } from './earlier.ts';
import type { EcosystemFile } from './lifecycle-schema.ts';
import { MESH_IDS, isMeshId, type MeshId } from './mesh-ids.ts';
import type { MeshFile, MeshOption, MeshPatch } from './mesh-schema.ts';
import type { Source } from './schema.ts';

/** Everything the data says of one option, whole: what it shares with another is filled in. */
export type MeshFigures = MeshOption & {
	readonly id: MeshId;
	/** Where changes go: `istio` for `pricing-data/meshes/istio.json`. */
	readonly file: string;
};

export interface MeshCatalog {
	/** In the order of `MESH_IDS`, complete. */
	readonly options: ReadonlyMap<MeshId, MeshFigures>;
	readonly files: readonly MeshFile[];
	readonly ecosystem: EcosystemFile;
	/** A key means the same source in every file (a data test holds that), so one table serves. */
	readonly sources: ReadonlyMap<string, Source>;
}

const PREFIX = 'meshes#';

/** A source key as it reads outside its file: `meshes#istio-chart`. */
export function qualifiedMesh(key: string): string {
	return `${PREFIX}${key}`;
}

/** The source behind a key, plain or qualified; nothing for a key of other files. */
export function meshSource(catalog: MeshCatalog, key: string): Source | undefined {
	return catalog.sources.get(key.startsWith(PREFIX) ? key.slice(PREFIX.length) : key);
}

function isObject(file: unknown): file is Readonly<Record<string, unknown>> {
	return typeof file === 'object' && file !== null;
}

// The files ship with this code and were checked in full by the schema before that (tests/data):
// the head is enough to tell them apart.
function isMeshFile(file: unknown): file is MeshFile {
	return isObject(file) && file['schemaVersion'] === 1 && isObject(file['options']);
}
function isEcosystem(file: unknown): file is EcosystemFile {
	return isObject(file) && file['schemaVersion'] === 1 && file['file'] === 'ecosystem';
}

function isPatch(option: MeshOption | MeshPatch): option is MeshPatch {
	return 'extends' in option;
}

function broken(what: string): never {
	throw new Error(`The mesh files are not those of this version: ${what}.`);
}

/** `linkerd` in the same file, or `istio/istio-sidecar` in another. */
function entryAt(files: readonly MeshFile[], from: string, name: string): Found {
	const [first, second] = name.split('/');
	const [where, id] = second === undefined ? [from, first] : [first, second];
	const file = files.find((it) => it.file === where);
	const entry = id === undefined ? undefined : file?.options[id];
	if (file === undefined || entry === undefined) return broken(`no option ${name}`);
	return { file: file.file, entry };
}

interface Found {
	readonly file: string;
	readonly entry: MeshOption | MeshPatch;
}

function whole(files: readonly MeshFile[], { file, entry }: Found): MeshOption {
	if (!isPatch(entry)) return entry;
	const { extends: name, ...changes } = entry;
	return { ...whole(files, entryAt(files, file, name)), ...changes };
}

function optionsOf(files: readonly MeshFile[]): ReadonlyMap<MeshId, MeshFigures> {
	const found = new Map<MeshId, MeshFigures>();
	for (const { file, options } of files) {
		for (const [id, entry] of Object.entries(options)) {
			if (!isMeshId(id)) return broken(`unknown option ${id}`);
			found.set(id, { ...whole(files, { file, entry }), id, file });
		}
	}
	return new Map(MESH_IDS.map((id) => [id, found.get(id) ?? broken(`no option ${id}`)] as const));
}

/** Reads the mesh files, in one request. Throws only if they do not belong to this code. */
export async function loadMeshes(pinned?: string): Promise<MeshCatalog> {
	const { MESH_FILES } = await import('./mesh-files.ts');
	const ecosystem = MESH_FILES.find(isEcosystem) ?? broken('no ecosystem');
	const stood = await Promise.all(
		MESH_FILES.filter(isMeshFile).map((file) => asOf(file, `meshes/${file.file}`, pinned))
	);
	const files = stood.filter(isMeshFile);
	const sources = new Map([...files, ecosystem].flatMap((file) => Object.entries(file.sources)));
	return { options: optionsOf(files), files, ecosystem, sources };
}

/** The figures of an option. Every id has them: `loadMeshes` refuses files that lack one. */
export function meshFigures(catalog: MeshCatalog, id: MeshId): MeshFigures {
	return catalog.options.get(id) ?? broken(`no option ${id}`);
}
