import { firstDay } from './dated.ts';

/** A figure older than this is flagged wherever it is shown. */
export const STALE_DAYS = 90;

const DAY_MS = 86_400_000;

interface Dated {
	readonly asOf: string;
}

/**
 * Whole days between a figure's date and today, YYYY-MM-DD; nothing where the source gives no date.
 * A bare month or year counts from its first day, so that an age is never understated.
 */
export function ageDays(figure: Dated, today: string): number | undefined {
	const from = firstDay(figure.asOf);
	return from === '' ? undefined : Math.round((Date.parse(today) - Date.parse(from)) / DAY_MS);
}

/** Whether a figure is due for a check: older than 90 days, or of no known date. */
export function isStale(figure: Dated, today: string): boolean {
	const days = ageDays(figure, today);
	return days === undefined || days > STALE_DAYS;
}
