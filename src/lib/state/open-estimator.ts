import { loadCatalog, type Catalog } from '../catalog/catalog.ts';
import type { CloudId } from '../catalog/cloud-schema.ts';
import { decodePlan, encodePlan } from '../plan/link.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { reportOf } from '../report/build-report.ts';
import type { Why } from '../report/types.ts';
import { whyOf } from '../report/why.ts';
import { workOut, type Worked } from '../report/work-out.ts';
import type { Estimator, Reading, WhyAsked } from './estimator.ts';

const cloudOf = (plan: Plan): CloudId => plan.platform?.cloud ?? 'aws';
const keyOf = (cloud: CloudId, pinned: string | undefined): string => `${cloud} ${pinned ?? ''}`;

/** The model with its figures. Reads those of the default cloud at once, others when asked. */
export async function openEstimator(): Promise<Estimator> {
	const catalogs = new Map<string, Catalog>();
	const explained = new WeakMap<Plan, Worked>();

	const has = (plan: Plan): boolean => catalogs.has(keyOf(cloudOf(plan), plan.data?.pinned));
	const catalogOf = (plan: Plan): Catalog => {
		const found = catalogs.get(keyOf(cloudOf(plan), plan.data?.pinned));
		if (found === undefined) throw new Error('The prices of this plan were not read.');
		return found;
	};
	const asked = (plan: Plan, reading: Reading) => {
		const generatedAt = new Date().toISOString();
		return { plan, catalog: catalogOf(plan), generatedAt, reading };
	};
	/** Explanations come from one exact run of a plan, made when the first is asked for. */
	const workedOf = (plan: Plan): Worked | undefined => {
		const known = explained.get(plan);
		if (known !== undefined) return known;
		const worked = workOut(asked(plan, 'exact'));
		if (worked.ok) explained.set(plan, worked.value);
		return worked.ok ? worked.value : undefined;
	};

	return {
		parse: parsePlan,
		encode: encodePlan,
		decode: decodePlan,
		has,
		catalog: catalogOf,
		async read(plan) {
			const [cloud, pinned] = [cloudOf(plan), plan.data?.pinned];
			catalogs.set(keyOf(cloud, pinned), await loadCatalog(cloud, pinned));
		},
		report(plan, reading) {
			const question = asked(plan, reading);
			const worked = workOut(question);
			return worked.ok ? { ok: true, value: reportOf(worked.value, question.generatedAt) } : worked;
		},
		why({ plan, option, id, month }: WhyAsked): Why | undefined {
			const worked = has(plan) ? workedOf(plan) : undefined;
			return worked && whyOf({ worked, option, id, month });
		}
	};
}
