/** Shares in (0, 1), each larger than the last, and what every shape of beta needs of them. */
export class RisingShares {
	readonly values: Float64Array;
	/** How many are at most 1/2. */
	readonly middle: number;
	/** Logarithms: of the share up to the middle, then of what it lacks to 1. */
	readonly logs: Float64Array;

	constructor(values: Float64Array) {
		const above = values.findIndex((share) => share > 0.5);
		this.values = values;
		this.middle = above < 0 ? values.length : above;
		this.logs = values.map((share) => Math.log(share > 0.5 ? 1 - share : share));
	}

	get length(): number {
		return this.values.length;
	}
}
