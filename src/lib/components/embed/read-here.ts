import { loadCatalog } from '../../catalog/catalog.ts';
import { fragmentState, readQuery } from '../../embed/address.ts';
import type { Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import { buildReport } from '../../report/build-report.ts';
import type { Report } from '../../report/types.ts';
import { answerOf, planOf } from '../../state/embed/answer.ts';
import type { EmbedData } from '../../state/embed/data.ts';
import { embedFields } from '../../state/embed/fields.ts';

async function reportOf(plan: Plan, day: string): Promise<Parsed<Report>> {
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	return buildReport({ plan, catalog, generatedAt: day, reading: 'exact' });
}

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
	const answer = plan.ok ? await answerOf(ask, plan.value, { today, reportOf }) : plan;
	if (!answer.ok) {
		return { ...shared, problem: answer.errors.map(({ message }) => message).join(' ') };
	}
	const { plan: read, state: text, view, day, inForce } = answer.value;
	const fields = form === 'sliders' ? embedFields(ask, inForce) : [];
	return { ...shared, shown: { plan: read, state: text, view, day, fields } };
}
