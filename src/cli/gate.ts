import { atLeastZero } from '../lib/engine/inputs.ts';
import { Decimal } from '../lib/engine/decimal.ts';
import { formatMoney } from '../lib/format/money.ts';
import { inputOf } from '../lib/plan/input-of.ts';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';
import { readAmount } from '../lib/plan/plan-number.ts';
import { isGap } from '../lib/report/gap.ts';
import type { Report } from '../lib/report/types.ts';

/** The limit of `--fail-above`, in US dollars. */
export function readLimit(text: string): Parsed<string> {
	const dollars = { ...inputOf('storage.perGiBMonth'), unit: 'USD', domain: atLeastZero };
	const read = readAmount(text, dollars);
	if ('value' in read) return success(String(read.value));
	return failure('--fail-above', read.problems[0]?.message ?? 'This is not an amount.');
}

export interface Gate {
	readonly trips: boolean;
	readonly sentence: string;
}

interface Limit {
	/** US dollars. */
	readonly limit: string;
	/** Units of the report's currency for one dollar. */
	readonly rate: number | string;
}

/** Trips where the cheapest option that can be chosen costs more, or where none has a price. */
export function gateOf(report: Report, { limit, rate }: Limit): Gate {
	const cheapest = report.options.find(({ id }) => id === report.comparison.cheapest);
	if (cheapest === undefined || isGap(cheapest.totals.spend)) {
		return { trips: true, sentence: '--fail-above: no option that can be chosen has a price.' };
	}
	const spend = new Decimal(cheapest.totals.spend).div(rate);
	const trips = spend.gt(limit);
	const sum = formatMoney(spend.toFixed(2));
	const words = trips ? 'is above' : 'is within';
	return {
		trips,
		sentence: `--fail-above: ${cheapest.label}, ${sum} over ${report.months} months, ${words} ${formatMoney(limit)}.`
	};
}
