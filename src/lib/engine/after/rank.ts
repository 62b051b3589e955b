import type { Decimal } from '../decimal.ts';
import type { Availability } from './availability.ts';
import { isMissing, type Missing } from './missing.ts';

/** An option as it stands for comparison; `total` is unrounded. */
export interface Contender {
	readonly id: string;
	readonly total: Decimal | Missing;
	readonly availability: Availability;
}

export interface RankedOption {
	readonly id: string;
	/** 1 is the cheapest. Equal totals share a rank, and the next one is left out: 1, 1, 3. */
	readonly rank: number;
	readonly total: Decimal;
	/** What it costs beyond the cheapest. */
	readonly beyondCheapest: Decimal;
}

export interface ExcludedOption {
	readonly id: string;
	readonly reason: string;
}

export interface Ranking {
	readonly ranked: readonly RankedOption[];
	readonly excluded: readonly ExcludedOption[];
}

/**
 * Orders options by total, cheapest first (`model.md` §12, §14).
 *
 * What is not supported through the whole plan is no destination, and what lacks a figure has no
 * total: both are listed with the reason instead. Options of equal total stand in order of id, so
 * the order in which they come in never matters.
 */
export function rankOptions(options: readonly Contender[]): Ranking {
	const excluded: ExcludedOption[] = [];
	const able: { readonly id: string; readonly total: Decimal }[] = [];
	for (const { id, total, availability } of options) {
		const reason = reasonAgainst(availability) ?? (isMissing(total) ? total.reason : undefined);
		if (reason !== undefined) excluded.push({ id, reason });
		else if (!isMissing(total)) able.push({ id, total });
	}
	able.sort((a, b) => a.total.comparedTo(b.total) || byId(a, b));
	const [cheapest] = able;
	const ranked = able.map(({ id, total }) => ({
		id,
		rank: able.findIndex((other) => other.total.eq(total)) + 1,
		total,
		beyondCheapest: total.minus(cheapest?.total ?? total)
	}));
	return { ranked, excluded: excluded.sort(byId) };
}

/** Whether two rankings put the options they share in one order, as by two ways of billing. */
export function sameOrder(a: Ranking, b: Ranking): boolean {
	const inB = new Map(b.ranked.map(({ id, rank }) => [id, rank] as const));
	const shared = a.ranked.filter(({ id }) => inB.has(id));
	return shared.every((one, i) =>
		shared.slice(i + 1).every((other) => {
			const gap = (inB.get(one.id) ?? 0) - (inB.get(other.id) ?? 0);
			return Math.sign(one.rank - other.rank) === Math.sign(gap);
		})
	);
}

function reasonAgainst(availability: Availability): string | undefined {
	switch (availability.status) {
		case 'available':
			return undefined;
		case 'notAvailable':
			return 'its support ends before the plan begins';
		case 'ends':
			return `its support ends before month ${availability.firstMonthOutside} of the plan`;
		case 'unknown':
			return 'its support ends, and the plan has no start month to compare with';
	}
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
	return a.id < b.id ? -1 : Number(a.id > b.id);
}
