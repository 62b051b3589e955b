import { canonicalJson } from '../plan/canonical.ts';
import type { Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { Answers } from './answers.ts';
import { Desk } from './desk.ts';
import { MOST } from './limits.ts';

/** Points have a thread of their own: they never wait for ranges, which take ten times as long. */
const quick = new Desk();
export const drawing = new Desk();

/** What depends on the plan and the day alone: the same question gets the same answer. */
export const questionOf = (plan: Plan, at: string): string =>
	`${at.slice(0, 10)} ${canonicalJson(plan)}`;

/** Bytes that a text takes in memory, at most. */
export const bytesOf = (text: string): number => 2 * text.length;

const reports = new Answers<Parsed<Uint8Array<ArrayBuffer>>>(
	MOST.reportBytes,
	(report, question) => (report.ok ? report.value.length + bytesOf(question) : undefined)
);

export interface Estimate {
	readonly plan: Plan;
	/** ISO date-time. */
	readonly now: string;
	/** No ranges and chances. */
	readonly points: boolean;
}

/** The report as JSON in UTF-8. A plan asked for before on the same day is not worked out again. */
export async function reportJson({
	plan,
	now,
	points
}: Estimate): Promise<Parsed<Uint8Array<ArrayBuffer>>> {
	return reports.ask(`${points} ${questionOf(plan, now)}`, () =>
		points ? quick.ask('points', { plan, at: now }) : drawing.ask('ranges', { plan, at: now })
	);
}
