import type { Plan } from './plan.ts';

/** What of its own MeshUp writes or reads, beside the files that `intake` knows. */
export type DocumentKind = 'plan' | 'report' | 'record' | 'rates';

const FIELDS: Readonly<Record<keyof Plan, true>> = {
	version: true,
	name: true,
	workload: true,
	platform: true,
	options: true,
	people: true,
	network: true,
	observability: true,
	latency: true,
	migration: true,
	opportunity: true,
	finance: true,
	points: true,
	data: true,
	overrides: true
};
/** Two of these make a plan of what has a misspelled field beside them. */
const TELLING = ['workload', 'platform', 'options', 'people', 'finance', 'overrides'];

/**
 * Which document an object is, by the names of its fields alone; undefined where they are nobody's.
 * An object without fields is the default plan to those who expect one, and nothing to others.
 */
export function documentKind(fields: readonly string[]): DocumentKind | undefined {
	const has = (...names: readonly string[]): boolean =>
		names.every((name) => fields.includes(name));
	if (has('modelVersion', 'plan', 'comparison') || has('modelVersion', 'dataVersion', 'plan')) {
		return 'report';
	}
	if (has('mesh', 'workload') || has('mesh', 'node')) return 'record';
	if (has('base', 'rates')) return 'rates';
	const known = fields.length > 0 && fields.every((name) => Object.hasOwn(FIELDS, name));
	const certain = known && (has('version') || TELLING.some((name) => has(name)));
	const enough = TELLING.filter((name) => has(name)).length >= 2;
	return certain || (enough && !has('kind')) ? 'plan' : undefined;
}

/** The same of any value: of what is no object, nothing. */
export function documentKindOf(written: unknown): DocumentKind | undefined {
	if (typeof written !== 'object' || written === null || Array.isArray(written)) return undefined;
	return documentKind(Object.keys(written));
}

/** Fields that a record has too, so that they tell nothing where a record is expected. */
const SHARED = ['workload', 'network', 'observability', 'latency', 'opportunity'];

/** Whether a plan is told from a record: by a field that only plans have. */
export const isPlanOnly = (written: unknown): boolean =>
	typeof written === 'object' &&
	written !== null &&
	Object.keys(written).some((name) => Object.hasOwn(FIELDS, name) && !SHARED.includes(name));

/** What each is, and which command reads it; completes "This is …". */
export const DOCUMENT_WORDS: Readonly<Record<DocumentKind, string>> = {
	plan: 'a plan of MeshUp: meshup estimate answers it, meshup check checks it',
	report: 'a report of MeshUp: the plan that it answers stands in its field "plan"',
	record: 'an input record of the model: meshup model reads it',
	rates:
		'a file of exchange rates: it goes under Currency on the page, or to meshup estimate --rates'
};
