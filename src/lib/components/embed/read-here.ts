import { loadCatalog } from '../../catalog/catalog.ts';
import { fragmentState, readQuery } from '../../embed/address.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildReport } from '../../report/build-report.ts';
import type { Asked } from '../../report/work-out.ts';
import { answerOf, planOf, type AskReport } from '../../state/embed/answer.ts';
import type { EmbedData } from '../../state/embed/data.ts';
import { nextTask, rangedReport } from '../../state/embed/ranged.ts';
import { embedFields } from '../../state/embed/fields.ts';

async function askedOf(plan: Plan, day: string): Promise<Asked> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return { plan, catalog, generatedAt: day, reading: 'exact' };
}

const pointsOf: AskReport = async (plan, day) => buildReport(await askedOf(plan, day));
const reportOf: AskReport = async (plan, day) =>
	rangedReport(await askedOf(plan, day), { pause: nextTask });

/** What the address of a fixed page asks for, worked out in the browser; the fragment wins. */
export async function readHere(made: EmbedData, { search, hash }: Location): Promise<EmbedData> {
	const state = fragmentState(hash);
	const { form, preset } = made.ask;
	const ask = {
		form,
		...(preset === undefined ? {} : { preset }),
		...readQuery(search),
		...(state === undefined ? {} : { state })
	};
	const shared = { ask, origin: made.origin, hosts: made.hosts, served: false };
	const plan = await planOf(ask);
	const today = new Date().toISOString().slice(0, 10);
	const answer = plan.ok ? await answerOf(ask, plan.value, { today, reportOf, pointsOf }) : plan;
	if (!answer.ok) {
		return { ...shared, problem: answer.errors.map(({ message }) => message).join(' ') };
	}
	const { plan: read, state: text, view, day, inForce } = answer.value;
	const fields = form === 'sliders' ? embedFields(ask, inForce) : [];
	return { ...shared, shown: { plan: read, state: text, view, day, fields } };
}
