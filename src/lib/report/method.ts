import { explain } from '../engine/graph/explain.ts';
import { ROW_KEYS } from '../engine/rows.ts';
import type { WorkedOption } from './work-out.ts';

/** One step of the model in words. */
export interface MethodStep {
	readonly id: string;
	readonly label: string;
	readonly symbol?: string;
	readonly unit: string;
	readonly formula: string;
	readonly why?: string;
	readonly limits?: string;
	readonly sources: readonly string[];
	/** Names of what stands in the formula, with their units. */
	readonly terms: readonly { readonly id: string; readonly label: string; readonly unit: string }[];
	readonly row: boolean;
}

/** The formulas of an option, rows first, in the order of the ledger: printed from the graph. */
export function methodOf({ run }: WorkedOption): readonly MethodStep[] {
	if (run === undefined) return [];
	const { named } = run.compiled.tape;
	const isRow = (id: string): boolean => ROW_KEYS.some((key) => key === id);
	const ids = [...ROW_KEYS, ...[...named.keys()].filter((id) => !isRow(id))];
	return ids.flatMap((id) => {
		const step = named.get(id);
		if (step === undefined) return [];
		const { meaning, unit, formula, terms } = explain(step);
		const { label, symbol, why, limits, sources = [] } = meaning;
		return [
			{
				id,
				label,
				...(symbol === undefined ? {} : { symbol }),
				unit,
				formula,
				...(why === undefined ? {} : { why }),
				...(limits === undefined ? {} : { limits }),
				sources,
				terms: terms.map((term) => ({
					id: term.id,
					label: term.kind === 'step' ? term.meaning.label : term.id,
					unit: term.unit
				})),
				row: isRow(id)
			}
		];
	});
}
