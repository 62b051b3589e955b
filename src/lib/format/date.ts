/** ISO text in, text for the eye out. Nothing here knows what day it is. */

const MONTH_NAMES = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec'
] as const;
const ISO = /^(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?/;
const MS_PER_DAY = 86_400_000;

interface DateParts {
	readonly year: number;
	/** 1 to 12. */
	readonly month: number;
	/** 1 where only a month is given. */
	readonly day: number;
}

function parts(iso: string): DateParts | undefined {
	const match = ISO.exec(iso);
	if (match === null) return undefined;
	const [, year = '', month = '', day = '1'] = match;
	return { year: Number(year), month: Number(month), day: Number(day) };
}

/** "Nov 2026" of "2026-11" or "2026-11-20"; other text comes back as it is. */
export function formatMonth(iso: string): string {
	const date = parts(iso);
	return date === undefined ? iso : `${MONTH_NAMES[date.month - 1] ?? ''} ${date.year}`;
}

/** "20 Nov 2026" of "2026-11-20"; other text comes back as it is. */
export function formatDay(iso: string): string {
	const date = parts(iso);
	return date === undefined ? iso : `${date.day} ${formatMonth(iso)}`;
}

/** Plan month m as a calendar month "YYYY-MM": month 1 is `startMonth`. */
export function calendarMonth(startMonth: string, planMonth: number): string {
	const start = parts(startMonth);
	if (start === undefined) return startMonth;
	const index = start.year * 12 + (start.month - 1) + (planMonth - 1);
	const month = (index % 12) + 1;
	return `${Math.floor(index / 12)}-${String(month).padStart(2, '0')}`;
}

/** Plan month m for the eye: "Jan 2027", or "month 3" in a plan without a calendar. */
export function formatPlanMonth(planMonth: number, startMonth: string | undefined): string {
	return startMonth === undefined
		? `month ${planMonth}`
		: formatMonth(calendarMonth(startMonth, planMonth));
}

/** The year a fiscal year is named for: the one in which it ends. */
export function fiscalYear(isoMonth: string, firstMonth: number): number | undefined {
	const date = parts(isoMonth);
	if (date === undefined) return undefined;
	return firstMonth > 1 && date.month >= firstMonth ? date.year + 1 : date.year;
}

/** Whole days from one ISO day to another, for the age of a figure; negative when it lies ahead. */
export function daysBetween(fromIso: string, toIso: string): number | undefined {
	const [from, to] = [parts(fromIso), parts(toIso)];
	if (from === undefined || to === undefined) return undefined;
	return Math.round((utc(to) - utc(from)) / MS_PER_DAY);
}

function utc({ year, month, day }: DateParts): number {
	return Date.UTC(year, month - 1, day);
}
