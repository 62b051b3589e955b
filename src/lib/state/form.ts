import type { Scale } from './scale.ts';

/** What a form shows of a field of the plan: made once, when the page is prerendered. */
interface Shared {
	/** Plan path: name of the control, and where "change this input" leads. */
	readonly path: string;
	readonly label: string;
	/** What it means and what is allowed, in words. */
	readonly hint: string;
	/** Shown, or chosen, while the plan says nothing. */
	readonly fallback: string;
}

export interface FormNumber extends Shared {
	readonly kind: 'number';
	readonly unit: string;
	/** Decimal places between field and plan: 2 for per cent. */
	readonly shift: number;
	/** Allowed range in words, in the unit of the field: told with a fault. */
	readonly range: string;
	/** Its ends in the unit of the field. */
	readonly min: number;
	readonly max: number;
	readonly whole: boolean;
	/**
	 * Input of the model that it feeds: its value in force is among the report's assumptions. Empty where
	 * it feeds none, and so has no range: a discount, a rate of exchange.
	 */
	readonly feeds: string;
	readonly scale?: Scale;
}

export interface FormChoice extends Shared {
	readonly kind: 'choice';
	readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface FormSwitch extends Shared {
	readonly kind: 'switch';
}

/** A month, a day, a currency: kept as text. */
export interface FormText extends Shared {
	readonly kind: 'text';
	readonly example: string;
}

export type FormField = FormNumber | FormChoice | FormSwitch | FormText;

export interface FormGroup {
	readonly title: string;
	/** Open from the start: what differs most between two platforms. */
	readonly basic: readonly FormField[];
	/** Folded. */
	readonly more: readonly FormField[];
}
