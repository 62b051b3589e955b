import { Decimal } from '../../engine/decimal.ts';
import { inputAt } from '../../engine/inputs.ts';
import { OPTIONAL_PARTS } from '../../engine/record-fields.ts';
import type { MeshFigures } from '../../catalog/mesh.ts';
import { GROUP_FIELDS, NULLABLE_FIELDS, NUMBER_FIELDS } from '../number-fields.ts';
import type { Overrides, Plan, PlanNumber } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { unset, type Leaf } from './leaf.ts';

type Section = Readonly<Record<string, unknown>>;

const isSection = (value: unknown): value is Section =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlanNumber = (value: unknown): value is PlanNumber =>
	typeof value === 'number' || typeof value === 'string' || (isSection(value) && 'value' in value);

const text = (amount: number | string): string =>
	typeof amount === 'number' ? plainText(amount) : amount;

/** Decimals that a record reads. */
const MOST_DECIMALS = 24;

/** A double in full, without exponent. */
const plainText = (amount: number): string => {
	const written = String(amount);
	return written.includes('e')
		? new Decimal(amount).toDecimalPlaces(MOST_DECIMALS).toFixed()
		: written;
};

/** The user's own number: with a range, or exactly this. */
export function ofUser(number: PlanNumber, path: string, planPath: string): Leaf {
	const range = typeof number === 'object' ? number : undefined;
	const value = text(typeof number === 'object' ? number.value : number);
	const low = text(range?.low ?? value);
	const high = text(range?.high ?? value);
	const varies = Number(low) < Number(high);
	return {
		value,
		...(varies ? { low, high } : {}),
		distribution: varies ? spreadOf(path, { low, value, high }) : 'fixed',
		basis: 'user',
		changed: true,
		planPath,
		...(range?.note === undefined ? {} : { note: range.note })
	};
}

interface Ends {
	readonly low: string;
	readonly value: string;
	readonly high: string;
}

/** How a user's range is drawn: as its input is, where the ends allow it (`model.md` §15). */
function spreadOf(path: string, { low, value, high }: Ends): Leaf['distribution'] {
	const spread = inputAt(path)?.spread ?? 'fixed';
	const positive = Number(low) > 0;
	const apart = Number(low) < Number(value) && Number(value) < Number(high);
	if (spread === 'splitLognormal') return positive && apart ? spread : 'pert';
	if (spread === 'lognormal') return positive ? spread : 'pert';
	return spread === 'fixed' ? 'pert' : spread;
}

/** What the plan says at a dotted path. */
function planAt(plan: Plan, keys: readonly string[]): unknown {
	let at: unknown = plan;
	for (const key of keys) at = isSection(at) ? at[key] : undefined;
	return at;
}

/** Field of the plan for each input path, for "change this input". */
export const PLAN_PATHS: ReadonlyMap<string, string> = new Map(
	Object.entries({ ...NUMBER_FIELDS }).flatMap(([group, fields]) => [
		...Object.entries(fields).map(([key, path]) => [path, `${group}.${key}`] as const),
		...Object.entries(NULLABLE_FIELDS)
			.filter(([section]) => section === group)
			.flatMap(([, nullable]) =>
				Object.entries(nullable).map(([key, path]) => [path, `${group}.${key}`] as const)
			)
	])
);

/** Input, field of the plan, and its keys. */
const FIELDS = [...PLAN_PATHS].map(
	([path, planPath]) => [path, planPath, planPath.split('.')] as const
);

/** Writes every number that the user has set over what stood there, where the record has the field. */
export function applyPlan(draft: RecordDraft, plan: Plan, mesh: MeshFigures): void {
	for (const [path, planPath, keys] of FIELDS) {
		const written = planAt(plan, keys);
		if (written === undefined || isGroupPath(path) || !takes(draft, path, mesh)) continue;
		if (written === null) {
			const none = unset('set to none by the user');
			draft.set(path, { ...none, basis: 'user', changed: true, planPath });
		} else if (isPlanNumber(written)) draft.set(path, ofUser(written, path, planPath));
	}
}

const isGroupPath = (path: string): boolean =>
	Object.values(GROUP_FIELDS).some((known) => known === path);

/**
 * Whether an option takes a number that is meant for all: one without a mesh has nobody to train, one
 * without benefits none to size, and what is bought on demand has no term to cover.
 */
function takes(draft: RecordDraft, path: string, { kind }: MeshFigures): boolean {
	if (path.startsWith('support.')) return kind !== 'none';
	if (path.startsWith('opportunity.')) return draft.hasPart('opportunity');
	if (path.startsWith('purchase.terms[0].')) return draft.hasPart('purchase.terms[0]');
	return true;
}

/** Overrides by input path; those for all options reach the parts that an option has. */
export function applyOverrides(
	draft: RecordDraft,
	{ at, numbers }: { readonly at: string; readonly numbers: Overrides },
	mesh: MeshFigures
): void {
	for (const [path, number] of Object.entries(numbers)) {
		if (at === '*' && !reaches(draft, path, mesh)) continue;
		draft.set(path, ofUser(number, path, `overrides.${at}.${path}`));
	}
}

const PARTS: readonly string[] = [...OPTIONAL_PARTS].filter((part) => part.startsWith('mesh.'));

function reaches(draft: RecordDraft, path: string, mesh: MeshFigures): boolean {
	const part = PARTS.find((name) => path.startsWith(`${name}.`));
	if (part !== undefined) return draft.hasPart(part);
	if (path.startsWith('support.licence.')) return draft.hasPart('support.licence');
	return path.startsWith('purchase.') || takes(draft, path, mesh);
}
