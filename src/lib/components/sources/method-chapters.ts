import type { MethodStep } from '$lib/report/method.ts';

interface Method {
	/** Option. */
	readonly label: string;
	readonly steps: readonly MethodStep[];
}

/** Steps that so few options have name them, though they agree. */
const FEW = 2;

/** A formula and the options it holds for; none are named where many have the step and agree. */
export interface Variant {
	readonly formula: string;
	readonly options: readonly string[];
}

export interface Entry extends Omit<MethodStep, 'formula'> {
	readonly variants: readonly Variant[];
}

export interface Chapter {
	readonly title: string;
	readonly lead: string;
	readonly entries: readonly Entry[];
}

const BLOCKS: readonly {
	readonly title: string;
	readonly lead: string;
	readonly has: (step: MethodStep) => boolean;
}[] = [
	{
		title: 'Infrastructure',
		lead: 'Rows of the ledger that an invoice shows.',
		has: (step) => step.row && step.id.startsWith('infra.')
	},
	{
		title: 'Support and maintenance',
		lead: 'Rows for people, licences and the move itself.',
		has: (step) => step.row && step.id.startsWith('support.')
	},
	{
		title: 'Opportunity',
		lead: 'What a mesh avoids and what adopting it costs. Shown beside spend, never inside it.',
		has: (step) => step.row
	},
	{
		title: 'Steps that rows are made of',
		lead: 'Each named quantity, in the order in which the engine builds it.',
		has: () => true
	}
];

function entriesOf(methods: readonly Method[]): readonly Entry[] {
	const found = new Map<string, { step: MethodStep; by: Map<string, string[]> }>();
	for (const { label, steps } of methods) {
		for (const step of steps) {
			const entry = found.get(step.id) ?? { step, by: new Map<string, string[]>() };
			entry.by.set(step.formula, [...(entry.by.get(step.formula) ?? []), label]);
			found.set(step.id, entry);
		}
	}
	return [...found.values()].map(({ step: { formula: _, ...step }, by }) => ({
		...step,
		variants: [...by].map(([formula, options]) => ({
			formula,
			options: by.size === 1 && options.length > FEW ? [] : options
		}))
	}));
}

/** The model in words, as chapters of a page. A step stands in the first chapter that it fits. */
export function chapters(methods: readonly Method[]): readonly Chapter[] {
	let rest = entriesOf(methods);
	return BLOCKS.map(({ title, lead, has }) => {
		const entries = rest.filter((entry) => has({ ...entry, formula: '' }));
		rest = rest.filter((entry) => !entries.includes(entry));
		return { title, lead, entries };
	});
}
