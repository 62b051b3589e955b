import type { Money, MoneyOrGap } from '../types.ts';

/** An input that is not the same in two plans. */
export interface ChangeCause {
	readonly path: string;
	readonly label: string;
	readonly unit: string;
	/** Decimal text; absent where there is no figure. */
	readonly before?: string;
	readonly after?: string;
	/** What this input alone does to the amount, all others as they were; absent: not worked out. */
	readonly effect?: Money;
}

export interface ChangeLine {
	readonly before?: MoneyOrGap;
	readonly after?: MoneyOrGap;
	/** `after` less `before`, where both are known. */
	readonly difference?: Money;
	/** The difference over `before`, as a fraction. */
	readonly share?: number;
	/** Largest effect first. */
	readonly causes: readonly ChangeCause[];
}

export interface ChangeRow extends ChangeLine {
	readonly key: string;
	readonly label: string;
}

export interface ChangeOption extends ChangeLine {
	readonly id: string;
	readonly label: string;
	/** Rows that differ. */
	readonly rows: readonly ChangeRow[];
	/** What the causes do together beyond the sum of each alone. */
	readonly together?: Money;
	/** Why no causes are given: another cloud, another kind of node … */
	readonly structure?: string;
}

/** Two plans, line by line. */
export interface PlanChange {
	/** Why amounts cannot be compared; the options are then empty. */
	readonly reason?: string;
	readonly currency: string;
	readonly options: readonly ChangeOption[];
	/** Option that the words are about. */
	readonly about?: string;
	/** "Linkerd: +4.1 %, because …". */
	readonly words: string;
}
