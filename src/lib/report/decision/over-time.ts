import { bandOf } from '../../engine/after/quantile.ts';
import type { ReportOverTime } from '../types.ts';
import type { Currency } from '../work-out.ts';
import { bandIn } from './money.ts';

/** Bands of what is spent in each month, and up to each month; the first is what comes before. */
export function overTimeOf(months: readonly Float64Array[], currency: Currency): ReportOverTime {
	const running = new Float64Array(months[0]?.length ?? 0);
	const cumulative = months.map((row) => {
		for (let i = 0; i < running.length; i++) running[i] = (running[i] ?? 0) + (row[i] ?? NaN);
		return bandIn(bandOf(running), currency);
	});
	return { monthly: months.map((row) => bandIn(bandOf(row), currency)), cumulative };
}
