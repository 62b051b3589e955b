import { bandOf } from '../../engine/after/quantile.ts';
import type { ReportBand, ReportOverTime } from '../types.ts';
import type { Currency } from '../work-out.ts';
import { bandIn } from './money.ts';

interface Told {
	readonly currency: Currency;
	/** Of all samples, though fewer keep their months. */
	readonly total: ReportBand;
}

/** Bands of what is spent in each month, and up to each month; the first is what comes before. */
export function overTimeOf(
	months: readonly Float64Array[],
	{ currency, total }: Told
): ReportOverTime {
	const running = new Float64Array(months[0]?.length ?? 0);
	const cumulative = months.map((row, month) => {
		for (let i = 0; i < running.length; i++) running[i] = (running[i] ?? 0) + (row[i] ?? NaN);
		return month === months.length - 1 ? total : bandIn(bandOf(running), currency);
	});
	return { monthly: months.map((row) => bandIn(bandOf(row), currency)), cumulative };
}
