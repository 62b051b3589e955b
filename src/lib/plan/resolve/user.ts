import { inputAt } from '../../engine/inputs.ts';
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

/** A double in full, without exponent. */
const plainText = (amount: number): string => {
	const written = String(amount);
	return written.includes('e') ? amount.toFixed(20).replace(/\.?0+$/, '') : written;
};

/** The user's own number: with a range, or exactly this. */
export function ofUser(number: PlanNumber, path: string, planPath: string): Leaf {
	const range = typeof number === 'object' ? number : undefined;
	const value = text(typeof number === 'object' ? number.value : number);
	const spread = inputAt(path)?.spread ?? 'fixed';
	const varies = range?.low !== undefined || range?.high !== undefined;
	return {
		value,
		...(varies ? { low: text(range?.low ?? value), high: text(range?.high ?? value) } : {}),
		distribution: varies ? (spread === 'fixed' ? 'pert' : spread) : 'fixed',
		basis: 'user',
		changed: true,
		planPath,
		...(range?.note === undefined ? {} : { note: range.note })
	};
}

/** What the plan says at a dotted path. */
export function planAt(plan: Plan, path: string): unknown {
	let at: unknown = plan;
	for (const key of path.split('.')) at = isSection(at) ? at[key] : undefined;
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

/** Writes every number that the user has set over what stood there, where the record has the field. */
export function applyPlan(draft: RecordDraft, plan: Plan): void {
	for (const [path, planPath] of PLAN_PATHS) {
		const written = planAt(plan, planPath);
		if (written === null)
			draft.set(path, {
				...unset('set to none by the user'),
				basis: 'user',
				changed: true,
				planPath
			});
		else if (isPlanNumber(written) && !isGroupPath(path)) {
			draft.set(path, ofUser(written, path, planPath));
		}
	}
}

const isGroupPath = (path: string): boolean =>
	Object.values(GROUP_FIELDS).some((known) => known === path);

/** Overrides by input path. */
export function applyOverrides(draft: RecordDraft, overrides: Overrides, at: string): void {
	for (const [path, number] of Object.entries(overrides)) {
		draft.set(path, ofUser(number, path, `overrides.${at}.${path}`));
	}
}
