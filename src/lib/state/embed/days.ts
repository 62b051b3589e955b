import { failure, success, type Parsed } from '../../plan/parsed.ts';
import { parsePlan } from '../../plan/parse-plan.ts';

const FIRST_DAY = '2000-01-01';

/** Days that an address names: they exist, and figures of tomorrow do not. */
export function pricedDays(
	days: Readonly<Record<string, string | undefined>>,
	today: string
): Parsed<void> {
	for (const [name, day] of Object.entries(days)) {
		if (day === undefined) continue;
		const read = parsePlan({ data: { pinned: day } });
		if (!read.ok) {
			return failure(name, read.errors[0]?.message ?? 'This is not a date such as 2026-11-23.');
		}
		if (day > today) return failure(name, `${day} lies ahead: figures of that day are not known.`);
		if (day < FIRST_DAY) return failure(name, `${day} lies before all figures.`);
	}
	return success(undefined);
}
