import { tornado } from '../../engine/after/tornado.ts';
import { inputAt } from '../../engine/inputs.ts';
import { swingsOf } from '../../engine/simulate/swings.ts';
import { isPercentInput } from '../../plan/fields.ts';
import type { Leaf } from '../../plan/resolve/leaf.ts';
import type { ReportTornado, ReportTornadoBar } from '../types.ts';
import { chanceOf, pathOf } from './chance.ts';
import type { Told } from './decide.ts';
import { moneyIn } from './money.ts';
import type { ByChance } from './settle.ts';

/** What each input moves, for every option: twelve bars and the rest (`model.md` §15). */
export function tornadosOf(
	{ prepared, worked }: Pick<Told, 'prepared' | 'worked'>,
	moves: ReadonlyMap<string, ByChance>
): ReportTornado[] {
	const swings = swingsOf(prepared);
	const { currency } = worked;
	return worked.options.flatMap(({ option }) => {
		const own = swings.of.get(option.id);
		if (own === undefined) return [];
		const found = tornado(own);
		const bars = found.bars.map((bar): ReportTornadoBar => {
			const { path, leaf } = inputBehind(bar.path, option.leaves);
			const move = moves.get(option.id)?.get(bar.path);
			return {
				...aboutInput(path, leaf),
				...(move === undefined ? {} : { rank: move.rank, partialRank: move.partialRank }),
				cheap: moneyIn(bar.cheap, currency),
				dear: moneyIn(bar.dear, currency),
				cheapEnd: bar.cheapEnd
			};
		});
		const { rest } = found;
		return [
			{
				option: option.id,
				central: moneyIn(swings.central.get(option.id) ?? NaN, currency),
				bars,
				peopleLead: bars[0]?.people === true,
				...(rest === undefined
					? {}
					: { rest: { count: rest.count, widest: moneyIn(rest.widest, currency) } })
			}
		];
	});
}

/** Input of an option that is drawn by a chance; where none is, one that only follows it. */
export function inputBehind(
	chance: string,
	leaves: ReadonlyMap<string, Leaf>
): { readonly path: string; readonly leaf: Leaf | undefined } {
	const path = pathOf(chance);
	const own = leaves.get(path);
	if (own !== undefined && (chanceOf(path, own) === chance || own.ratio !== undefined)) {
		return { path, leaf: own };
	}
	for (const { ratio } of leaves.values()) {
		if (ratio?.of === path && ratio.leaf !== undefined) return { path, leaf: ratio.leaf };
	}
	return { path, leaf: own };
}

export type AboutInput = Omit<
	ReportTornadoBar,
	'cheap' | 'dear' | 'cheapEnd' | 'rank' | 'partialRank'
>;

/** What a reader needs to find and judge an input. */
export function aboutInput(path: string, leaf: Leaf | undefined): AboutInput {
	const input = inputAt(path);
	// A share of another input is shown as the share that is drawn.
	const { low, high } = leaf?.ratio ?? leaf ?? {};
	const value = leaf?.ratio?.central ?? leaf?.value;
	return {
		path,
		label: input?.label ?? path,
		unit: leaf?.ratio === undefined ? (input?.unit ?? '1') : '1',
		...(leaf?.ratio === undefined && isPercentInput(path) ? { percent: true } : {}),
		people: path.startsWith('support.'),
		...(low === undefined ? {} : { low }),
		...(value === undefined ? {} : { central: value }),
		...(high === undefined ? {} : { high }),
		...(leaf === undefined ? {} : { basis: leaf.basis }),
		...(leaf?.source === undefined ? {} : { source: leaf.source }),
		...(leaf?.asOf === undefined ? {} : { asOf: leaf.asOf }),
		...(leaf?.planPath === undefined ? {} : { planPath: leaf.planPath })
	};
}
