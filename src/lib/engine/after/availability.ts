/** A calendar month, "YYYY-MM"; a day of it ("YYYY-MM-DD") is accepted where only the month counts. */
export type CalendarMonth = string;

export type Availability =
	| { readonly status: 'available' }
	/** Month 1 lies outside support: no destination, though it may be where one comes from. */
	| { readonly status: 'notAvailable'; readonly firstMonthOutside: 1 }
	/** Some later month does. */
	| { readonly status: 'ends'; readonly firstMonthOutside: number }
	/** Support ends, but the plan has no calendar to compare with. */
	| { readonly status: 'unknown' };

/**
 * Whether a mesh is supported through a plan (`model.md` §12).
 *
 * Plan month m is the calendar month startMonth + (m−1); it lies outside support when its first day
 * is later than the end of support, so the month in which support ends still counts.
 */
export function availability({
	months,
	startMonth,
	endOfSupport
}: {
	readonly months: number;
	readonly startMonth: CalendarMonth | undefined;
	readonly endOfSupport: CalendarMonth | undefined;
}): Availability {
	if (endOfSupport === undefined) return { status: 'available' };
	if (startMonth === undefined) return { status: 'unknown' };
	const supported = monthIndex(endOfSupport) - monthIndex(startMonth) + 1;
	if (supported <= 0) return { status: 'notAvailable', firstMonthOutside: 1 };
	if (supported >= months) return { status: 'available' };
	return { status: 'ends', firstMonthOutside: supported + 1 };
}

/** Months since the year 0, by text alone: no clock and no time zone. */
function monthIndex(month: CalendarMonth): number {
	const [year, ordinal] = month.split('-');
	return Number(year) * 12 + Number(ordinal);
}
