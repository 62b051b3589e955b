import type { CompanionFile, CompanionId } from './companion-schema.ts';
import { asOf } from './earlier.ts';
import { rowsIn, type MeshRow } from './mesh-rows.ts';
import type { Source } from './schema.ts';

export type Companions = ReadonlyMap<CompanionId, CompanionFile>;

function isCompanion(file: unknown): file is CompanionFile {
	return typeof file === 'object' && file !== null && 'id' in file && 'evidence' in file;
}

/** Prometheus, Grafana, Jaeger, etcd and Consul as registry: what they store and reserve. */
export async function loadCompanions(pinned?: string): Promise<Companions> {
	const { COMPANION_FILES } = await import('./companion-files.ts');
	const files = await Promise.all(
		COMPANION_FILES.filter(isCompanion).map((file) => asOf(file, `companions/${file.id}`, pinned))
	);
	return new Map(files.filter(isCompanion).map((file) => [file.id, file]));
}

/** The source behind a key of any companion, plain or as `companions#loki-size`. */
export function companionSource(companions: Companions, key: string): Source | undefined {
	const plain = key.replace(/^companions#/, '');
	return [...companions.values()].map(({ sources }) => sources[plain]).find(Boolean);
}

export function* companionRows(companions: Companions): Generator<MeshRow> {
	for (const { id, label, figures, instance, registry, evidence } of companions.values()) {
		const parts = Object.entries({ figures, instance, registry, evidence });
		for (const [part, value] of parts) {
			yield* rowsIn(value, { id: `${id}/${part}`, group: 'companion', label });
		}
	}
}
