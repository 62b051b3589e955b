import type { Decimal } from '../decimal.ts';

/** No figure, because these inputs have none. */
export class Gap {
	readonly paths: readonly string[];
	constructor(paths: readonly string[]) {
		this.paths = [...new Set(paths)].sort();
	}
}

export type Exact = Decimal | Gap;

/** What all of them lack. */
export const gapOf = (...values: readonly Exact[]): Gap =>
	new Gap(values.flatMap((value) => (value instanceof Gap ? value.paths : [])));
