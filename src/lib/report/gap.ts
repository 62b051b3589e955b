import { inputAt } from '../engine/inputs.ts';
import { Gap as NoFigure } from '../engine/graph/gap.ts';
import { type Exact } from '../engine/graph/gap.ts';
import type { Decimal } from '../engine/decimal.ts';
import type { ResolvedOption } from '../plan/resolve/resolve.ts';
import type { Currency } from './work-out.ts';
import type { Gap, MoneyOrGap } from './types.ts';

/** Why there is no figure, in the words of pricing-data, for each input that lacks one. */
export function gapFor(paths: readonly string[], option: ResolvedOption): Gap {
	const gaps = paths.map((path) => ({ path, missing: option.leaves.get(path)?.missing }));
	const byReason = new Map<string, Set<string>>();
	for (const { path, missing } of gaps) {
		const reason = missing?.reason ?? '';
		const labels = byReason.get(reason) ?? new Set<string>();
		byReason.set(reason, labels.add(inputAt(path)?.label ?? path));
	}
	const sentences = [...byReason].map(([reason, labels]) => {
		const names = [...labels].join(', ');
		return reason === '' ? `No figure for: ${names}.` : `${names}: ${reason}`;
	});
	return {
		missing: gaps.find(({ missing }) => missing !== undefined)?.missing?.missing ?? 'not-published',
		reason: sentences.join(' ')
	};
}

/** An unrounded amount in the report's currency, rounded for the ledger's minor unit. */
export function moneyText(amount: Exact, currency: Currency, option: ResolvedOption): MoneyOrGap {
	if (amount instanceof NoFigure) return gapFor(amount.paths, option);
	return fixed(currency.rate === undefined ? amount : amount.times(currency.rate), currency);
}

/** Decimal text, never "-0.00". */
export function fixed(amount: Decimal, { minorUnit }: Currency): string {
	const text = amount.toFixed(minorUnit);
	return /^-0(\.0+)?$/.test(text) ? text.slice(1) : text;
}

export { isGap } from './is-gap.ts';
