import { compareOptions, comparePair } from '../../engine/after/compare.ts';
import type { Simulation } from '../../engine/simulate/simulate.ts';
import type { ReportPair } from '../types.ts';
import type { Currency } from '../work-out.ts';
import type { Doubt } from './decision.ts';
import { bandIn, moneyIn } from './money.ts';

interface Told {
	readonly run: Simulation;
	/** What can be chosen, cheapest first. */
	readonly ranking: readonly string[];
	readonly currency: Currency;
}

/** How the ranges were drawn, and the chances and regret of those that can be chosen. */
export function doubtOf(told: Told): Doubt {
	const { run, currency } = told;
	const simulation = {
		samples: run.samples,
		seed: run.seed,
		generator: run.generator,
		redrawn: run.replaced
	};
	const ranking = told.ranking.filter((id) => run.spend.has(id));
	if (ranking.length === 0) return { simulation };
	const outcomes = new Map(
		ranking.flatMap((id) => {
			const spend = run.spend.get(id);
			return spend === undefined ? [] : [[id, spend] as const];
		})
	);
	const { options, rankStability, tooCloseToCall } = compareOptions(outcomes, ranking);
	const pair = pairOf(run, ranking, currency);
	return {
		simulation,
		probabilityCheapest: byOption(options, ({ probabilityFirst }) => probabilityFirst),
		regret: byOption(options, ({ expectedRegret }) => moneyIn(expectedRegret, currency)),
		rankStability,
		tooCloseToCall,
		...(pair === undefined ? {} : { pair })
	};
}

const byOption = <From, To>(
	options: ReadonlyMap<string, From>,
	of: (found: From) => To
): Readonly<Record<string, To>> =>
	Object.fromEntries([...options].map(([id, found]) => [id, of(found)]));

/** The two cheapest, draw by draw. */
function pairOf(
	{ spend }: Simulation,
	[a, b]: readonly string[],
	currency: Currency
): ReportPair | undefined {
	if (a === undefined || b === undefined) return undefined;
	const [costA, costB] = [spend.get(a), spend.get(b)];
	if (costA === undefined || costB === undefined) return undefined;
	const pair = comparePair(costA, costB);
	return {
		a,
		b,
		probabilityACheaper: pair.probabilityBelow,
		probabilityTie: pair.probabilityTie,
		standardError: pair.standardError,
		difference: bandIn(pair.difference, currency)
	};
}
