import { applyProposals } from '$lib/intake/propose/apply.ts';
import type { Proposal } from '$lib/intake/propose/proposal.ts';
import { draftOf } from '$lib/state/draft.ts';
import type { Planner } from '$lib/state/planner.svelte.ts';

/**
 * Puts proposals into the plan, as one step that undo takes back. Answers with a sentence for each that
 * the plan did not take.
 */
export async function takeProposals(
	planner: Planner,
	proposals: readonly Proposal[]
): Promise<readonly string[]> {
	const estimator = await planner.ready();
	const now = estimator.parse(planner.draft.plan);
	if (!now.ok) {
		return now.errors.map(
			({ path, message }) => `The plan has a fault, mend it first. ${path}: ${message}`
		);
	}
	const { plan, refused } = applyProposals(now.value, proposals);
	await planner.change(draftOf(plan));
	return refused.map(({ proposal, why }) => `${proposal.path.join('.')}: ${why}`);
}

/** Whether a plan holds just what is proposed: whatever the order of its keys. */
export function holds(plan: unknown, { path, value }: Proposal): boolean {
	let here: unknown = plan;
	for (const key of path) {
		if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return false;
		here = Object.entries(here).find(([name]) => name === key)?.[1];
	}
	return sorted(here) === sorted(value);
}

const sorted = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part
	) ?? '';
