import { availability } from '../engine/after/availability.ts';
import { rankOptions, sameOrder, type Contender, type Ranking } from '../engine/after/rank.ts';
import { Decimal } from '../engine/decimal.ts';
import { fixed, isGap } from './gap.ts';
import { rowsOtherwise, SPEND, sumOf, type Book } from './book.ts';
import type { MoneyOrGap, ReportComparison, ReportOption } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/** Ranks what can be chosen by both billings, and says why the rest is left out. */
export function comparisonOf(
	{ options: worked, currency }: Worked,
	options: readonly ReportOption[]
): ReportComparison {
	const meshes = options.flatMap((option) => {
		const entry = worked.find(({ option: known }) => known.id === option.id);
		const compared = option.kind !== 'none' && option.status !== 'not-offered';
		return entry !== undefined && compared ? [{ option, entry }] : [];
	});
	const rank = (total: (book: Book) => bigint | undefined): Ranking =>
		rankOptions(
			meshes.map((mesh) => contender(mesh, mesh.entry.accounts && total(mesh.entry.accounts.book)))
		);
	// In dollars, as the ledger has it: a rate of exchange must not turn an order round.
	const billed = rank(({ rows }) => sumOf(rows, SPEND));
	const other = rank((book) => sumOf(rowsOtherwise(book), SPEND));
	const [first, second] = billed.ranked.map(({ id }) => options.find((option) => option.id === id));
	const lead = second && first && difference(second.totals.spend, first.totals.spend);
	return {
		ranking: billed.ranked.map(({ id }) => id),
		...(first === undefined ? {} : { cheapest: first.id }),
		rankingOtherwise: other.ranked.map(({ id }) => id),
		rankingDiffers: !sameOrder(billed, other),
		excluded: [
			...options.flatMap(({ id, kind, status, statusReason }) => {
				if (kind === 'none') return [{ id, reason: DOING_NOTHING }];
				return status === 'not-offered' ? [{ id, reason: statusReason ?? 'not offered here' }] : [];
			}),
			...billed.excluded
		],
		...(lead === undefined ? {} : { lead: fixed(lead, currency) })
	};
}

const DOING_NOTHING = 'without a mesh nothing is spent on one: its cost is what it forgoes';

const difference = (a: MoneyOrGap, b: MoneyOrGap): Decimal | undefined =>
	isGap(a) || isGap(b) ? undefined : new Decimal(a).minus(b);

interface Mesh {
	readonly option: ReportOption;
	readonly entry: WorkedOption;
}

function contender({ option, entry }: Mesh, total: bigint | undefined): Contender {
	const { months = 12, startMonth, mesh } = entry.run?.record.choices ?? {};
	return {
		id: option.id,
		total: amountOf(option, total),
		availability: availability({ months, startMonth, endOfSupport: mesh?.endOfSupport })
	};
}

/** In cents. */
function amountOf({ error, totals }: ReportOption, total: bigint | undefined): Contender['total'] {
	if (error !== undefined) return { missing: 'not-offered', reason: error.message };
	if (total !== undefined) return new Decimal(total.toString());
	const { spend } = totals;
	const reason = isGap(spend) ? spend.reason : 'it cannot be worked out';
	return { missing: 'not-published', reason };
}
