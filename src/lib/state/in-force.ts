import type { Report, ReportAssumption } from '../report/types.ts';

/** What the shown figures were worked out with, by input path and by id of the assumption: decimal text. */
export interface InForce {
	readonly values: Readonly<Record<string, string>>;
	/** Inputs that have a range. */
	readonly ranges: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

export function inForceIn({ assumptions }: Report): InForce {
	const ranges = assumptions.flatMap(({ id, path, low, high }) =>
		low === undefined || high === undefined
			? []
			: namesOf({ id, path }).map((name) => [name, { low, high }] as const)
	);
	return {
		values: Object.fromEntries(
			assumptions.flatMap(({ id, path, value }) =>
				namesOf({ id, path }).map((name) => [name, value])
			)
		),
		ranges: Object.fromEntries(ranges)
	};
}

const namesOf = ({ id, path }: Pick<ReportAssumption, 'id' | 'path'>): readonly string[] =>
	id === path ? [path] : [path, id];
