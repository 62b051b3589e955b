import type { Decimal } from '../decimal.ts';
import { ZERO } from './sum.ts';

/**
 * Months until the running sum of net flows reaches 0, linear inside the month (`model.md` §14).
 *
 * Undefined when it never does within the horizon. 0 when month 0 leaves nothing to win back, which
 * says nothing of the months after: show it only beside a benefit.
 */
export function paybackMonths(net: readonly Decimal[]): number | undefined {
	let before = ZERO;
	for (const [month, flow] of net.entries()) {
		const after = before.plus(flow);
		if (after.gte(0)) return month === 0 ? 0 : month - 1 + shareOfMonth(before, flow);
		before = after;
	}
	return undefined;
}

/** How much of the month passes until its flow has made up for what was still owed. */
function shareOfMonth(owed: Decimal, flow: Decimal): number {
	return owed.negated().dividedBy(flow).toNumber();
}
