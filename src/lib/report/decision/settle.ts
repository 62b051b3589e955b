import { sensitivitiesTo, type Sensitivity } from '../../engine/after/sensitivity.ts';
import { LOOKED_AT } from '../../engine/simulate/ranked.ts';
import type { ReportPair, ReportSettling } from '../types.ts';
import type { Told } from './decide.ts';
import { aboutInput, inputBehind } from './tornado.ts';

/** Sensitivities of one result, by the name of the chance. */
export type ByChance = ReadonlyMap<string, Sensitivity>;

export interface Sensitivities {
	readonly byOption: ReadonlyMap<string, ByChance>;
	readonly settle: ReportSettling | undefined;
}

/**
 * How the ranks of each input move the spend of each option and the gap between the first two,
 * whatever travels with it taken out (`model.md` §15).
 */
export function sensitivities(all: Told, pair: ReportPair | undefined): Sensitivities {
	const { run } = all;
	const n = Math.min(LOOKED_AT, run.samples);
	const ranked = all.ranked();
	if (ranked === undefined) return { byOption: new Map(), settle: undefined };
	const ids = all.brief ? [] : [...run.spend.keys()];
	const results = ids.map((id) => (run.spend.get(id) ?? new Float64Array(n)).slice(0, n));
	const gap = gapOf(all, pair, n);
	const found = sensitivitiesTo(ranked, gap === undefined ? results : [...results, gap]);
	const byOption = ids.map((id, at) => {
		const own = found[at] ?? [];
		return [id, new Map(own.flatMap((it) => namesOf(it).map((name) => [name, it])))] as const;
	});
	const most = gap === undefined ? undefined : found.at(-1)?.[0];
	return { byOption: new Map(byOption), settle: settlingOf(all, pair, most) };
}

const namesOf = ({ path, twins }: Sensitivity): readonly string[] => [path, ...twins];

function gapOf({ run }: Told, pair: ReportPair | undefined, n: number): Float64Array | undefined {
	const [costA, costB] = [run.spend.get(pair?.a ?? ''), run.spend.get(pair?.b ?? '')];
	if (costA === undefined || costB === undefined) return undefined;
	return costA.slice(0, n).map((cost, i) => cost - (costB[i] ?? NaN));
}

/** The input whose measurement would say most about which of the first two costs less. */
function settlingOf(
	{ worked }: Told,
	pair: ReportPair | undefined,
	most: Sensitivity | undefined
): ReportSettling | undefined {
	if (pair === undefined || most === undefined || most.partialRank === 0) return undefined;
	const { path: chance, rank, partialRank } = most;
	for (const id of [pair.a, pair.b]) {
		const option = worked.options.find((entry) => entry.option.id === id)?.option;
		if (option === undefined) continue;
		const { path, leaf } = inputBehind(chance, option.leaves);
		if (leaf === undefined) continue;
		return { ...aboutInput(path, leaf), option: id, rank, partialRank };
	}
	return undefined;
}
