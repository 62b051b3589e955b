/** An option that a plan may compare. */
export interface OptionName {
	readonly id: string;
	readonly label: string;
	/** One sentence about it. */
	readonly summary: string;
}
