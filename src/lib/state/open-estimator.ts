import { loadCatalog, type Catalog } from '../catalog/catalog.ts';
import type { CloudId } from '../catalog/cloud-schema.ts';
import { canonicalJson } from '../plan/canonical.ts';
import { decodePlan, encodePlan } from '../plan/link.ts';
import type { Parsed } from '../plan/parsed.ts';
import { parsePlan } from '../plan/parse-plan.ts';
import type { Plan } from '../plan/plan.ts';
import { blameOf } from '../report/blame.ts';
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
	let latest: { readonly text: string; readonly worked: Worked } | undefined;

	/** Under way: who asks meanwhile waits for the same. A failure may be tried again. */
	const readings = new Map<string, Promise<void>>();
	const readOnce = async (key: string, load: () => Promise<Catalog>): Promise<void> => {
		try {
			catalogs.set(key, await load());
		} finally {
			readings.delete(key);
		}
	};

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
	/** The last exact run is kept: explanations of a plan come from the run of its report. */
	const exactly = (plan: Plan): Parsed<Worked> => {
		const text = canonicalJson(plan);
		if (latest?.text === text) return { ok: true, value: latest.worked };
		const worked = workOut(asked(plan, 'exact'));
		if (worked.ok) latest = { text, worked: worked.value };
		return worked;
	};
	const workedOf = (plan: Plan, reading: Reading): Parsed<Worked> =>
		reading === 'exact' ? exactly(plan) : workOut(asked(plan, reading));
	/** A step that only gives another a name says nothing: what stands behind the name does. */
	const deeper = (worked: Worked, why: Why): Why => {
		const [term, more] = why.terms;
		const named = term?.kind === 'step' && more === undefined && !/\s/.test(why.formula.trim());
		const { option, month = 1 } = why;
		const inner = named ? whyOf({ worked, option, id: term.id, month }) : undefined;
		if (inner === undefined) return why;
		const { formula, terms, symbol } = inner;
		return { ...why, formula, terms, ...(symbol ? { symbol } : {}) };
	};

	return {
		parse: parsePlan,
		encode: encodePlan,
		decode: decodePlan,
		has,
		catalog: catalogOf,
		read(plan) {
			const [cloud, pinned] = [cloudOf(plan), plan.data?.pinned];
			const key = keyOf(cloud, pinned);
			const reading = readings.get(key) ?? readOnce(key, () => loadCatalog(cloud, pinned));
			readings.set(key, reading);
			return reading;
		},
		report(plan, reading) {
			const worked = workedOf(plan, reading);
			if (!worked.ok) return worked;
			const errors = blameOf(worked.value);
			if (errors.length > 0) return { ok: false, errors };
			return { ok: true, value: reportOf(worked.value, new Date().toISOString()) };
		},
		why({ plan, option, id, month }: WhyAsked): Why | undefined {
			const worked = has(plan) ? exactly(plan) : undefined;
			if (worked?.ok !== true) return undefined;
			const why = whyOf({ worked: worked.value, option, id, month });
			return why && deeper(worked.value, why);
		}
	};
}
