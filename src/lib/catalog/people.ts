import { asOf } from './earlier.ts';
import { rowsIn, type MeshRow } from './mesh-rows.ts';
import type { PeopleFile } from './people-schema.ts';
import type { Source } from './schema.ts';

function isPeople(file: unknown): file is PeopleFile {
	return typeof file === 'object' && file !== null && 'figures' in file && 'references' in file;
}

/** What an engineer costs, learns and leaves; and published numbers to compare with. */
export async function loadPeople(pinned?: string): Promise<PeopleFile> {
	const { default: now }: { readonly default: unknown } =
		await import('../../../pricing-data/people.json');
	const file = await asOf(now, 'people', pinned);
	if (!isPeople(file)) throw new Error('The people file is not the one of this version.');
	return file;
}

/** The source behind a key, plain or as `people#bls-ecec`. */
export function peopleSource(people: PeopleFile, key: string): Source | undefined {
	return people.sources[key.replace(/^people#/, '')];
}

export function* peopleRows(people: PeopleFile): Generator<MeshRow> {
	const group = 'people' as const;
	yield* rowsIn(people.figures, { id: 'people', group, label: 'People' });
	yield* rowsIn(people.references, { id: 'people/references', group, label: 'For comparison' });
}
