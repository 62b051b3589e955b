import type { Domain } from '../../engine/inputs.ts';
import type { Choice } from './choices.ts';

/** Folds of the input column, in their order. */
export const FIELD_GROUPS = [
	'Workload',
	'Platform',
	'People',
	'Risk and benefit',
	'Observability',
	'Latency',
	'Migration',
	'Finance'
] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

interface Common {
	/** Where it stands in the plan: `workload.pods`. */
	readonly path: string;
	readonly group: FieldGroup;
	readonly label: string;
	/** One sentence. */
	readonly help: string;
	/** One of the six that are open at first. */
	readonly basic: boolean;
}

/** A number; unit, label and limits are those of the input that it feeds. */
export interface NumberField extends Common {
	readonly kind: 'number';
	readonly unit: string;
	readonly domain: Domain;
	readonly whole: boolean;
	/** A share, shown as per cent. */
	readonly percent: boolean;
	/** May be null: "all", "none". */
	readonly nullable: boolean;
	/** Input paths of the record. */
	readonly feeds: readonly string[];
	/** A sensible step of its arrows. */
	readonly step: number;
}

export interface ChoiceField extends Common {
	readonly kind: 'choice';
	/** Empty where the price files know: regions, nodes. */
	readonly choices: readonly Choice[];
}

export interface SwitchField extends Common {
	readonly kind: 'switch';
}

export type PlanField = NumberField | ChoiceField | SwitchField;
