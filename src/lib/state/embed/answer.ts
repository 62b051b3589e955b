import {
	movedSince,
	viewOf,
	type EmbedView,
	type Standing
} from '../../charts/specs/embed-view.ts';
import type { EmbedAsk } from '../../embed/address.ts';
import { decodePlan, encodePlan } from '../../plan/link.ts';
import { parsePlan } from '../../plan/parse-plan.ts';
import { success, type Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import { PRESETS, presets } from '../../plan/presets.ts';
import type { Report } from '../../report/types.ts';
import { pricedDays } from './days.ts';

/** What an embed shows, and the plan behind it. */
export interface EmbedAnswer {
	readonly plan: Plan;
	/** State of a link to it; none for the default plan. */
	readonly state: string | undefined;
	readonly view: EmbedView;
	/** Day from which the figures are seen, ISO. */
	readonly day: string;
	/** Value in force by input path: decimal text. */
	readonly inForce: ReadonlyMap<string, string>;
}

/** The decimal figures of a plan as seen on a day. */
export type AskReport = (plan: Plan, day: string) => Promise<Parsed<Report>>;

/** The plan an embed is about: of its link, of a preset, or the default one. Nothing is half read. */
export async function planOf({ state, preset, pinned }: EmbedAsk): Promise<Parsed<Plan>> {
	const read: Parsed<Plan> =
		state !== undefined
			? await decodePlan(state)
			: success(preset === undefined ? {} : presets[preset]);
	if (!read.ok || pinned === undefined) return read;
	return parsePlan({ ...read.value, data: { ...read.value.data, pinned } });
}

/** Where the figures of an embed come from. */
export interface Answering {
	/** ISO day. */
	readonly today: string;
	/** With ranges. */
	readonly reportOf: AskReport;
	/** Without. */
	readonly pointsOf: AskReport;
}

/** The figures of an embed, or why there are none. */
export async function answerOf(
	ask: EmbedAsk,
	plan: Plan,
	{ today, reportOf, pointsOf }: Answering
): Promise<Parsed<EmbedAnswer>> {
	const pinned = plan.data?.pinned;
	const days = pricedDays({ p: pinned, since: ask.since }, today);
	if (!days.ok) return days;
	// Seen from its own day on, so that not even the month in which the plan begins moves.
	const day = pinned ?? today;
	const report = await reportOf(plan, day);
	if (!report.ok) return report;
	const standing =
		pinned === undefined
			? await live(plan, report.value, { since: ask.since, pointsOf })
			: standingOf(pinned, report.value, ask.model);
	return success({
		plan,
		state: Object.keys(plan).length === 0 ? undefined : await encodePlan(plan),
		view: named(viewOf(report.value, standing), ask),
		day,
		inForce: new Map(report.value.assumptions.map(({ path, value }) => [path, value]))
	});
}

/** A preset has no name of its own. */
const named = (view: EmbedView, { state, preset }: EmbedAsk): EmbedView =>
	state !== undefined || preset === undefined
		? view
		: { ...view, isDefault: false, name: `Preset “${PRESETS[preset].label}”` };

const standingOf = (day: string, report: Report, model: string | undefined): Standing => ({
	kind: 'pinned',
	day,
	...(model === undefined || model === report.modelVersion ? {} : { otherModel: model })
});

interface Compared {
	readonly since: string | undefined;
	readonly pointsOf: AskReport;
}

async function live(plan: Plan, now: Report, { since, pointsOf }: Compared): Promise<Standing> {
	const day = now.pricesAsOf.newest;
	if (since === undefined) return { kind: 'live', day };
	const then = await pointsOf({ ...plan, data: { pinned: since } }, since);
	const moved = then.ok ? movedSince(now, then.value, since) : undefined;
	return { kind: 'live', day, ...(moved === undefined ? {} : { moved }) };
}
