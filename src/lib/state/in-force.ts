import type { Report } from '../report/types.ts';

/** What the shown figures were worked out with, by input path: decimal text. */
export interface InForce {
	readonly values: Readonly<Record<string, string>>;
	/** Inputs that have a range. */
	readonly ranges: Readonly<Record<string, { readonly low: string; readonly high: string }>>;
}

export function inForceIn({ assumptions }: Report): InForce {
	const ranges = assumptions.flatMap(({ path, low, high }) =>
		low === undefined || high === undefined ? [] : [[path, { low, high }] as const]
	);
	return {
		values: Object.fromEntries(assumptions.map(({ path, value }) => [path, value])),
		ranges: Object.fromEntries(ranges)
	};
}
