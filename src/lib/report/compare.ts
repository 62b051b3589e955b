import { availability } from '../engine/after/availability.ts';
import { rankOptions, sameOrder, type Contender, type Ranking } from '../engine/after/rank.ts';
import { Decimal } from '../engine/decimal.ts';
import { isGap } from './gap.ts';
import type { MoneyOrGap, ReportComparison, ReportOption } from './types.ts';
import type { WorkedOption } from './work-out.ts';

/** Ranks what can be chosen by both billings, and says why the rest is left out. */
export function comparisonOf(
	worked: readonly WorkedOption[],
	options: readonly ReportOption[]
): ReportComparison {
	const meshes = options.filter(({ kind, status }) => kind !== 'none' && status !== 'not-offered');
	const rank = (total: (option: ReportOption) => MoneyOrGap): Ranking =>
		rankOptions(meshes.map((option) => contender(option, worked, total(option))));
	const billed = rank(({ totals }) => totals.spend);
	const shared = rank(({ totals }) => totals.spendAllocated);
	const [first, second] = billed.ranked;
	return {
		ranking: billed.ranked.map(({ id }) => id),
		...(first === undefined ? {} : { cheapest: first.id }),
		rankingAllocated: shared.ranked.map(({ id }) => id),
		rankingDiffers: !sameOrder(billed, shared),
		excluded: [
			...options.flatMap(({ id, kind, status, statusReason }) => {
				if (kind === 'none') return [{ id, reason: DOING_NOTHING }];
				return status === 'not-offered' ? [{ id, reason: statusReason ?? 'not offered here' }] : [];
			}),
			...billed.excluded
		],
		...(second === undefined ? {} : { lead: second.beyondCheapest.toFixed(2) })
	};
}

const DOING_NOTHING = 'without a mesh nothing is spent on one: its cost is what it forgoes';

function contender(
	option: ReportOption,
	worked: readonly WorkedOption[],
	total: MoneyOrGap
): Contender {
	const run = worked.find((entry) => entry.option.id === option.id)?.run;
	const { months = 12, startMonth, mesh } = run?.record.choices ?? {};
	return {
		id: option.id,
		total:
			option.error !== undefined
				? { missing: 'not-offered', reason: option.error.message }
				: isGap(total)
					? { missing: 'not-published', reason: total.reason }
					: new Decimal(total),
		availability: availability({ months, startMonth, endOfSupport: mesh?.endOfSupport })
	};
}
