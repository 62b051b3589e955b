import { rankSensitivity } from '../../engine/after/sensitivity.ts';
import type { ReportComparison } from '../types.ts';
import type { Told } from './decide.ts';
import { aboutInput, inputBehind } from './tornado.ts';

/** Enough for correlations of ranks to two digits. */
const LOOKED_AT = 2000;

/**
 * The input whose measurement would say most about which of two options costs less: the one whose
 * rank moves the difference most, whatever travels with it taken out.
 */
export function settlingOf(
	{ run, worked }: Told,
	{ a, b }: { readonly a: string; readonly b: string }
): Pick<ReportComparison, 'settle'> {
	const [costA, costB] = [run.spend.get(a), run.spend.get(b)];
	if (costA === undefined || costB === undefined) return {};
	const n = Math.min(LOOKED_AT, costA.length);
	const difference = costA.slice(0, n).map((cost, i) => cost - (costB[i] ?? NaN));
	const byChance = new Map<string, Float64Array>();
	for (const [column, { path }] of run.specs) {
		const drawn = run.columns.get(column);
		if (drawn !== undefined && !byChance.has(path)) byChance.set(path, drawn.slice(0, n));
	}
	if (n <= byChance.size + 1) return {};
	const [most] = rankSensitivity(byChance, difference);
	if (most === undefined || most.partialRank === 0) return {};
	const leaves = [a, b].map((id) => worked.options.find(({ option }) => option.id === id)?.option);
	const found = leaves.flatMap((option) => {
		if (option === undefined) return [];
		const input = inputBehind(most.path, option.leaves);
		return input.leaf === undefined ? [] : [{ option, input }];
	})[0];
	if (found === undefined) return {};
	const { path, leaf } = found.input;
	return {
		settle: {
			...aboutInput(path, leaf),
			option: found.option.id,
			rank: most.rank,
			partialRank: most.partialRank
		}
	};
}
