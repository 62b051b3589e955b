import { parsePlan, readJson } from '../../plan/parse-plan.ts';
import type { Plan } from '../../plan/plan.ts';

/** A plan that a reader keeps in this browser. */
export interface Kept {
	readonly name: string;
	/** ISO date. */
	readonly savedOn: string;
	readonly plan: Plan;
}

/** As much of the browser's storage as is used; it may be missing, full or forbidden. */
export type Store = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'meshup:plans:1';
export const MOST_KEPT = 50;

/** Plans kept by name, newest first. What cannot be read any more is left out. */
export function keptPlans(store: Store): readonly Kept[] {
	const text = store.getItem(KEY);
	const json = text === null ? undefined : readJson(text);
	if (json?.ok !== true || !Array.isArray(json.value)) return [];
	return json.value.flatMap((entry: unknown): readonly Kept[] => {
		if (typeof entry !== 'object' || entry === null) return [];
		if (!('name' in entry) || !('savedOn' in entry) || !('plan' in entry)) return [];
		const plan = parsePlan(entry.plan);
		return plan.ok && typeof entry.name === 'string' && typeof entry.savedOn === 'string'
			? [{ name: entry.name, savedOn: entry.savedOn, plan: plan.value }]
			: [];
	});
}

/** Keeps a plan; one of the same name is replaced. Says why where it cannot. */
export function keep(store: Store, kept: Kept): string | undefined {
	const others = keptPlans(store).filter(({ name }) => name !== kept.name);
	if (others.length >= MOST_KEPT) return `${MOST_KEPT} plans are kept: delete one first.`;
	return write(store, [kept, ...others]);
}

export const drop = (store: Store, name: string): string | undefined =>
	write(
		store,
		keptPlans(store).filter((kept) => kept.name !== name)
	);

/** Gives a kept plan another name, in its place; a name that another plan has is refused. */
export function rename(store: Store, from: string, to: string): string | undefined {
	const plans = keptPlans(store);
	if (from !== to && plans.some(({ name }) => name === to)) {
		return `Another plan is kept as “${to}”: choose another name, or delete that one first.`;
	}
	return write(
		store,
		plans.map((kept) => (kept.name === from ? { ...kept, name: to } : kept))
	);
}

function write(store: Store, plans: readonly Kept[]): string | undefined {
	try {
		store.setItem(KEY, JSON.stringify(plans));
		return undefined;
	} catch {
		return 'The browser does not keep anything here: save the plan as a file instead.';
	}
}
