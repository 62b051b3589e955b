import type { Report } from '../types.ts';
import type { Worked } from '../work-out.ts';
import { breakEvens, priceLimits } from './crossing.ts';
import type { Doubt } from './decision.ts';

/** Where costs cross: the parts of a decision that need no draws. */
export type Crossings = Pick<Doubt, 'breakEvens' | 'priceLimits'>;

/** Two options by id, the cheaper first. */
interface Two {
	readonly a: string;
	readonly b: string;
}

/** Break-evens of two options and limits of unpublished prices, in small steps. */
export function* crossingsOf(
	worked: Worked,
	report: Report,
	two: Two | undefined
): Generator<number, Crossings> {
	const crossed = two === undefined ? [] : yield* breakEvens({ worked, report, ...two });
	const limits = yield* priceLimits(worked, report);
	return {
		...(crossed.length === 0 ? {} : { breakEvens: crossed }),
		...(limits.length === 0 ? {} : { priceLimits: limits })
	};
}

/** The two cheapest whose totals are known, of which break-evens tell. */
export function cheapestTwo({ options, comparison }: Report): Two | undefined {
	const known = options.filter(({ totals }) => typeof totals.spend === 'string');
	const [a, b] = comparison.ranking.filter((ranked) => known.some(({ id }) => id === ranked));
	return a === undefined || b === undefined ? undefined : { a, b };
}
