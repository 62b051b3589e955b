import { isStale } from '../catalog/age.ts';
import { benefitsSource } from '../catalog/benefits.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { companionSource } from '../catalog/companion.ts';
import { memo } from '../engine/memo.ts';
import { meshSource } from '../catalog/mesh.ts';
import { peopleSource } from '../catalog/people.ts';
import type { Source } from '../catalog/schema.ts';
import { sourceOf as cloudSource } from '../catalog/sources.ts';
import type { ReportAssumption, ReportSource } from './types.ts';

/** The source behind a qualified key, whichever file it is in. */
export function sourceAt(catalog: Catalog, key: string): Source | undefined {
	const [file = '', plain = ''] = key.split('#');
	if (file.startsWith('clouds/')) return cloudSource(catalog.cloud, key);
	if (file === 'meshes') return meshSource(catalog.meshes, key);
	if (file === 'people') return peopleSource(catalog.people, key);
	if (file === 'benefits') return benefitsSource(catalog.benefits, key);
	if (file === 'companions') return companionSource(catalog.companions, key);
	return file === 'planning' ? catalog.planning.sources[plain] : undefined;
}

/** Every source that the assumptions name, once. */
export function sourcesOf(
	assumptions: readonly ReportAssumption[],
	catalog: Catalog,
	today: string
): readonly ReportSource[] {
	const named = new Set(assumptions.flatMap(({ source }) => source ?? []));
	const keys = new Set([...named].flatMap((source) => source.split(', ')));
	return [...keys].sort().flatMap((id) => {
		const source = sourceAt(catalog, id);
		return source === undefined ? [] : [reported(id, source, today)];
	});
}

/** Sources as they were reported, by key and day. */
const known = memo((_: Source) => new Map<string, ReportSource>());

function reported(id: string, source: Source, today: string): ReportSource {
	const made = known(source);
	const key = `${id} ${today}`;
	const before = made.get(key);
	if (before !== undefined) return before;
	const now = toReport(id, source, today);
	made.clear();
	made.set(key, now);
	return now;
}

function toReport(id: string, source: Source, today: string): ReportSource {
	const retrieved = source.retrieved ?? source.date ?? 'undated';
	const url = source.url ?? repoUrl(source) ?? source.checkAt;
	const locator = [source.path, source.locator].filter((text) => text !== undefined).join(', ');
	return {
		id,
		publisher: source.publisher,
		title: source.title,
		...(url === undefined ? {} : { url }),
		...(locator === '' ? {} : { locator }),
		retrieved,
		stale: isStale({ asOf: retrieved }, today)
	};
}

const repoUrl = ({ repo }: Source): string | undefined =>
	repo === undefined ? undefined : `https://github.com/${repo}`;
