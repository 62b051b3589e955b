import { MODEL_VERSION } from '$lib/engine/version.ts';
import { IS_STATIC } from '$lib/server/build-kind.ts';
import { FIELD_BY_PATH } from '$lib/plan/fields.ts';
import type { PageServerLoad } from './$types';

/** Rendered on request, so that its policy alone lets it frame the embed that it previews. */
export const prerender = IS_STATIC;

/** Inputs that readers of a wiki most often want to move. */
const OFFERED = [
	'workload.pods',
	'workload.services',
	'workload.edgeRps',
	'workload.payloadKiB',
	'workload.growthPodsMonthly',
	'workload.l7Fraction',
	'people.hourlyRate'
] as const;

export const load: PageServerLoad = () => ({
	modelVersion: MODEL_VERSION,
	today: new Date().toISOString().slice(0, 10),
	hasServer: !IS_STATIC,
	inputs: OFFERED.map((path) => ({ path, label: FIELD_BY_PATH.get(path)?.label ?? path }))
});
