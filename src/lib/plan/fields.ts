import { CHOICE_MEANINGS, SWITCH_MEANINGS } from './fields/choices.ts';
import type {
	ChoiceField,
	FieldGroup,
	NumberField,
	PlanField,
	SwitchField
} from './fields/field.ts';
import { NUMBER_HELP } from './fields/help.ts';
import { NULLABLE_FIELDS, NUMBER_FIELDS } from './number-fields.ts';
import { inputOf } from './input-of.ts';

export { FIELD_GROUPS } from './fields/field.ts';
export type {
	ChoiceField,
	FieldGroup,
	NumberField,
	PlanField,
	SwitchField
} from './fields/field.ts';

const GROUP_OF: Readonly<Record<string, FieldGroup>> = {
	workload: 'Workload',
	platform: 'Platform',
	network: 'Platform',
	people: 'People',
	opportunity: 'Risk and benefit',
	observability: 'Observability',
	latency: 'Latency',
	migration: 'Migration',
	finance: 'Finance'
};

/** Open at first: what differs most between two platforms. */
const BASIC: ReadonlySet<string> = new Set([
	'workload.pods',
	'workload.services',
	'workload.edgeRps',
	'workload.payloadKiB',
	'workload.growthPodsMonthly',
	'platform.region'
]);

/** Steps that do not follow from unit and limits. */
const STEPS: Readonly<Record<string, number>> = {
	'workload.pods': 10,
	'workload.edgeRps': 100,
	'workload.appMemMiB': 64,
	'workload.peakToAverage': 0.1,
	'workload.clustersPerService': 0.5,
	'workload.growthPodsMonthly': 0.005,
	'workload.growthRpsMonthly': 0.005,
	'workload.growthServicesMonthly': 0.005,
	'platform.systemDaemonMemMiB': 50,
	'people.fteStep': 0.05,
	'people.learningStart': 0.1,
	'observability.bytesPerSpan': 50,
	'observability.bytesPerLog': 50,
	'observability.traceSampling': 0.001,
	'opportunity.elasticityPer100ms': 0.001,
	'opportunity.valueMultiple': 0.1,
	'finance.months': 12
};

const SHARE_LIKE = /fraction|share|rate$|annual$|monthly$|elasticity|maintenance|headroom/i;

/** Per cent reads better where a number of unit 1 is a part of something. */
function isPercent(key: string, path: string): boolean {
	const { unit, domain } = inputOf(path);
	if (unit !== '1') return false;
	return domain.max === 1 || domain.min === -1 || SHARE_LIKE.test(key);
}

function stepOf(path: string, input: string, percent: boolean): number {
	const known = STEPS[path];
	if (known !== undefined) return known;
	const { unit } = inputOf(input);
	if (percent) return 0.01;
	if (unit.startsWith('core')) return 0.05;
	return unit.startsWith('USD') && unit.endsWith('month') ? 100 : 1;
}

function numberField(section: string, key: string, input: string, nullable: boolean): NumberField {
	const path = `${section}.${key}`;
	const { unit, label, domain, whole } = inputOf(input);
	const percent = isPercent(key, input);
	return {
		kind: 'number',
		path,
		group: GROUP_OF[section.split('.')[0] ?? ''] ?? 'Workload',
		label,
		help: NUMBER_HELP[path] ?? '',
		basic: BASIC.has(path),
		unit,
		domain,
		whole,
		percent,
		nullable,
		feeds: [input],
		step: stepOf(path, input, percent)
	};
}

const numberFields = (tables: Tables, nullable: boolean): readonly NumberField[] =>
	Object.entries(tables).flatMap(([section, fields]) =>
		Object.entries(fields).map(([key, input]) => numberField(section, key, input, nullable))
	);

type Tables = Readonly<Record<string, Readonly<Record<string, string>>>>;

const choiceFields: readonly ChoiceField[] = Object.entries(CHOICE_MEANINGS).map(
	([path, { choices = [], ...said }]) => ({
		kind: 'choice',
		path,
		...said,
		choices,
		basic: BASIC.has(path)
	})
);

const switchFields: readonly SwitchField[] = Object.entries(SWITCH_MEANINGS).map(
	([path, said]) => ({ kind: 'switch', path, ...said, basic: false })
);

/** Every field of the plan that a form may show, by group. */
export const FIELDS: readonly PlanField[] = [
	...numberFields(NUMBER_FIELDS, false),
	...numberFields(NULLABLE_FIELDS, true),
	...choiceFields,
	...switchFields
];

export const FIELD_BY_PATH: ReadonlyMap<string, PlanField> = new Map(
	FIELDS.map((field) => [field.path, field])
);

const PERCENT_INPUTS: ReadonlySet<string> = new Set(
	FIELDS.flatMap((field) => (field.kind === 'number' && field.percent ? field.feeds : []))
);

/** Whether the field of an input shows it in per cent: so does whatever else tells of it. */
export const isPercentInput = (input: string): boolean => PERCENT_INPUTS.has(input);

export const fieldsOf = (group: FieldGroup): readonly PlanField[] =>
	FIELDS.filter((field) => field.group === group);
