import { MESH_IDS } from '../catalog/mesh-ids.ts';
import { nearest } from '../engine/nearest.ts';
import type { Plan, PlanOption } from './plan.ts';
import type { Problem } from './parsed.ts';
import { listed, quoted } from './text.ts';

export const optionId = (option: PlanOption): string =>
	typeof option === 'string' ? option : option.id;

/** Faults that only show between fields. */
export function crossChecks(plan: Plan): readonly Problem[] {
	return [...groupFaults(plan), ...seasonFaults(plan), ...optionFaults(plan), ...rateFaults(plan)];
}

const SIZES = ['pods', 'appCpu', 'appMemMiB'] as const;

function groupFaults({ workload }: Plan): readonly Problem[] {
	if (workload?.groups === undefined) return [];
	return SIZES.filter((field) => workload[field] !== undefined).map((field) => ({
		path: `workload.${field}`,
		message: `Where workload.groups stand, ${field} belongs to each group.`
	}));
}

function seasonFaults({ workload }: Plan): readonly Problem[] {
	const season = workload?.season;
	if (season === undefined || season === null) return [];
	const path = 'workload.season';
	if (season.length !== 12) {
		return [{ path, message: `${season.length} entries; a season has 12, from January.` }];
	}
	return season.every((factor) => Number(factor) === 0)
		? [{ path, message: 'All twelve are 0; at least one month has traffic.' }]
		: [];
}

function optionFaults({ options, overrides }: Plan): readonly Problem[] {
	const ids = (options ?? []).map(optionId);
	const twice = ids.flatMap((id, at) =>
		ids.indexOf(id) < at
			? [{ path: `options[${at}]`, message: `${quoted(id)} stands in the list twice.` }]
			: []
	);
	const none =
		options?.length === 0 ? [{ path: 'options', message: 'At least one option is needed.' }] : [];
	const known = ['*', ...new Set([...ids, ...MESH_IDS])];
	const unknown = Object.keys(overrides ?? {})
		.filter((key) => !known.includes(key))
		.map((key) => {
			const near = nearest(key, known);
			const hint = near === undefined ? `: ${listed(known, 20)}.` : `; did you mean "${near}"?`;
			return { path: `overrides.${key}`, message: `There is no option ${quoted(key)}${hint}` };
		});
	return [...none, ...twice, ...unknown];
}

function rateFaults({ finance }: Plan): readonly Problem[] {
	const { currency = 'USD', rate, rateDate } = finance ?? {};
	if (currency === 'USD') {
		return rate === undefined || Number(rate) === 1
			? []
			: [{ path: 'finance.rate', message: 'Prices are in US dollars: their rate is 1.' }];
	}
	const why = `${currency} needs it: MeshUp ships no exchange rates. Enter it, or open a file of rates.`;
	return [
		...(rate === undefined
			? [{ path: 'finance.rate', message: `Units of ${currency} for one US dollar; ${why}` }]
			: []),
		...(rateDate === undefined
			? [{ path: 'finance.rateDate', message: `The day of the rate; ${why}` }]
			: [])
	];
}
