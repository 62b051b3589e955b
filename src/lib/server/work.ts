import { loadCatalog } from '../catalog/catalog.ts';
import type { EmbedAsk } from '../embed/address.ts';
import { DrawStore } from '../engine/simulate/draw-store.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { buildReport } from '../report/build-report.ts';
import type { Report } from '../report/types.ts';
import type { Asked } from '../report/work-out.ts';
import { answerOf, type EmbedAnswer } from '../state/embed/answer.ts';
import { rangedReport } from '../state/embed/ranged.ts';
import { nextTurn } from './turnstile.ts';

export interface EstimateAsked {
	readonly plan: Plan;
	/** ISO date or date-time. */
	readonly at: string;
}

export interface EmbedAsked {
	readonly ask: EmbedAsk;
	readonly plan: Plan;
	/** ISO date. */
	readonly today: string;
}

/** What takes long, by kind: question and answer can both be sent to another thread and back. */
export interface Work {
	/** A report with points only, as JSON in UTF-8. */
	readonly points: readonly [EstimateAsked, Parsed<Uint8Array<ArrayBuffer>>];
	/** The same with ranges and chances: about ten times the work. */
	readonly ranges: readonly [EstimateAsked, Parsed<Uint8Array<ArrayBuffer>>];
	readonly embed: readonly [EmbedAsked, Parsed<EmbedAnswer>];
}
export type Kind = keyof Work;

type Works = { readonly [K in Kind]: (asked: Work[K][0]) => Promise<Work[K][1]> };

const store = new DrawStore();

/** Does the work on this thread; between its slices others have their turn. */
export const WORKS: Works = {
	points: async ({ plan, at }) => utf8(await pointsOf(plan, at)),
	ranges: async ({ plan, at }) => utf8(await reportOf(plan, at)),
	embed: ({ ask, plan, today }) => answerOf(ask, plan, { today, reportOf, pointsOf })
};

async function pointsOf(plan: Plan, at: string): Promise<Parsed<Report>> {
	return buildReport(await askedOf(plan, at));
}

async function reportOf(plan: Plan, at: string): Promise<Parsed<Report>> {
	return rangedReport(await askedOf(plan, at), { pause: nextTurn, store });
}

async function askedOf(plan: Plan, at: string): Promise<Asked> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return { plan, catalog, generatedAt: at, reading: 'exact' };
}

const utf8 = (report: Parsed<Report>): Parsed<Uint8Array<ArrayBuffer>> =>
	report.ok ? success(new TextEncoder().encode(JSON.stringify(report.value))) : report;
