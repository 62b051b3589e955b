import type { Report } from './types.ts';
import type { Currency } from './work-out.ts';

/** The rate of a report that is not in dollars, its day and source, in words too. */
export function exchangeOf({
	code,
	rate,
	rateDate,
	rateSource
}: Currency): Pick<Report, 'exchange'> {
	if (rate === undefined || rateDate === undefined) return {};
	const source = rateSource === undefined ? 'entered by hand' : rateSource;
	const words = `1 USD = ${rate} ${code} on ${rateDate} (${source})`;
	return {
		exchange: {
			rate,
			date: rateDate,
			...(rateSource === undefined ? {} : { source: rateSource }),
			words
		}
	};
}
