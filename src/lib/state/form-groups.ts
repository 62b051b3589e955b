import {
	FIELD_BY_PATH,
	FIELD_GROUPS,
	FIELDS,
	type NumberField,
	type PlanField
} from '../plan/fields.ts';
import { shifted } from '../plan/written-number.ts';
import type { FormField, FormGroup, FormNumber } from './form.ts';
import { fieldUnit } from './field-unit.ts';
import type { Scale } from './scale.ts';

/** Shorter names where the group already says the rest. */
const LABELS: Readonly<Record<string, string>> = {
	'workload.pods': 'Pods in the mesh',
	'workload.services': 'Services',
	'workload.edgeRps': 'Requests entering',
	'workload.payloadKiB': 'Payload',
	'workload.growthPodsMonthly': 'Growth in pods',
	'workload.growthRpsMonthly': 'Growth in requests',
	'workload.azs': 'Zones',
	'platform.nodeType': 'Node'
};

/** What a field is called in the form; nothing where the plan has no such field. */
export const fieldLabel = (path: string): string | undefined =>
	LABELS[path] ?? FIELD_BY_PATH.get(path)?.label;

const SCALES: Readonly<Record<string, Scale>> = {
	'workload.pods': { kind: 'log', min: 10, max: 10_000, grain: 2 },
	'workload.services': { kind: 'log', min: 2, max: 2000, grain: 2 },
	'workload.edgeRps': { kind: 'log', min: 10, max: 100_000, grain: 2 },
	'workload.payloadKiB': { kind: 'linear', min: 0, max: 64, grain: 1 },
	'workload.growthPodsMonthly': { kind: 'linear', min: 0, max: 10, grain: 0.1 }
};

/** Open, in the order of the page. The rest of a group is folded. */
const BASIC: readonly string[] = [
	'workload.pods',
	'workload.services',
	'workload.edgeRps',
	'workload.payloadKiB',
	'workload.growthPodsMonthly',
	'platform.cloud',
	'platform.region',
	'platform.nodeType'
];

/** The choice that the model makes where a plan says nothing. */
const FALLBACKS: Readonly<Record<string, string>> = {
	'platform.runtime': 'k8s',
	'platform.commitment': 'on-demand',
	'platform.billing': 'provisioned',
	'platform.packingMode': 'sum',
	'observability.metrics': 'self-hosted',
	'finance.rounding': 'half-even',
	'finance.currency': 'USD',
	'workload.edgeMeshed': 'true',
	'platform.azBalanced': 'true',
	'platform.surviveAzLoss': 'false',
	'opportunity.enabled': 'true'
};

const NONE: Readonly<Record<string, string>> = {
	'platform.sizing': 'As each mesh advises',
	'finance.fiscalYearStart': 'Years of the plan',
	'migration.from': 'None'
};

const percents = (text: string): string => `${shifted(text, 2).replace('-', '\u2212')}\u00a0%`;

function rangeWords({ domain, percent, whole }: NumberField): string {
	if (!percent)
		return whole && !domain.words.includes('whole') ? `${domain.words}, whole` : domain.words;
	const [low, high] = [percents(String(domain.min)), percents(String(domain.max))];
	return domain.above === true ? `above ${low}, at most ${high}` : `${low} to ${high}`;
}

/** Ends from here on only guard the model: nobody is near them, and a hint need not name them. */
const GUARD = 1e6;

/** What a hint says of the range: only what somebody may come across. */
function hintWords(field: NumberField): string {
	const { domain, percent, whole } = field;
	if (percent) return domain.max === 1 ? sentence(rangeWords(field)) : '';
	if (domain.max < GUARD) return sentence(rangeWords(field));
	if (domain.above === true) return 'More than 0.';
	if (domain.min > 0)
		return whole ? `A whole number, ${domain.min} or more.` : `${domain.min} or more.`;
	return whole ? 'A whole number.' : '';
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

/** Value in force by input path, as the default plan has it: decimal text. */
export type Known = ReadonlyMap<string, string>;

interface Lists {
	readonly known: Known;
	/** Choices that the price files know, by plan path. */
	readonly lists: Readonly<Record<string, readonly { value: string; label: string }[]>>;
	/** What the price files take, by plan path. */
	readonly taken: Readonly<Record<string, string>>;
}

const inField = (end: number, shift: number): number => Number(shifted(String(end), shift));

function numberField(field: NumberField, { known }: Lists): FormNumber {
	const shift = field.percent ? 2 : 0;
	const feeds = field.feeds[0] ?? '';
	const range = rangeWords(field);
	const scale = SCALES[field.path];
	const per = /monthly$/i.test(field.path) ? '/month' : /annual$/i.test(field.path) ? '/year' : '';
	const percent = field.unit === '1' && field.percent;
	return {
		kind: 'number',
		path: field.path,
		label: LABELS[field.path] ?? field.label,
		hint: `${field.help} ${hintWords(field)}`.trim(),
		unit: percent ? `%${per}` : fieldUnit(field),
		shift,
		range,
		min: inField(field.domain.min, shift),
		max: inField(field.domain.max, shift),
		whole: field.whole,
		feeds,
		fallback: known.get(feeds) ?? '',
		...(scale === undefined ? {} : { scale })
	};
}

function formField(field: PlanField, lists: Lists): FormField {
	if (field.kind === 'number') return numberField(field, lists);
	const { path, help } = field;
	const shared = { path, label: LABELS[path] ?? field.label, hint: help };
	const fallback = lists.taken[path] ?? FALLBACKS[path] ?? '';
	if (field.kind === 'switch') return { kind: 'switch', ...shared, fallback };
	const listed = lists.lists[path] ?? field.choices;
	if (listed.length === 0) return { kind: 'text', ...shared, fallback, example: fallback };
	const none = NONE[path];
	const choices = none === undefined ? listed : [{ value: '', label: none }, ...listed];
	return { kind: 'choice', ...shared, fallback, choices };
}

const DISCOUNTS = [
	['compute', 'nodes and tasks'],
	['transfer', 'transfer between zones'],
	['storage', 'disk'],
	['loadBalancer', 'load balancers'],
	['observability', 'metrics, traces and logs'],
	['meshFee', 'the fee of a managed mesh'],
	['licence', 'licences']
] as const;

/** Numbers of the plan that are no input of the model. */
const beside = (number: Omit<FormNumber, 'kind' | 'feeds' | 'whole'>): FormNumber => ({
	kind: 'number',
	feeds: '',
	whole: false,
	...number
});

/** What the table of inputs does not know. */
const MORE: Readonly<Record<string, readonly FormField[]>> = {
	Finance: [
		...DISCOUNTS.map(([kind, words]) =>
			beside({
				path: `finance.discounts.${kind}`,
				label: `Negotiated off ${words}`,
				hint: 'Taken off the list price.',
				unit: '%',
				shift: 2,
				range: `${percents('0')} to ${percents('1')}`,
				min: 0,
				max: 100,
				fallback: '0'
			})
		),
		{
			kind: 'text',
			path: 'finance.startMonth',
			label: 'First month',
			hint: 'Month 1 of the plan; the month after today unless set.',
			fallback: '',
			example: '2027-01'
		},
		beside({
			path: 'finance.rate',
			label: 'Rate for one US dollar',
			hint: 'Units of the currency for one US dollar, of the day below.',
			unit: '',
			shift: 0,
			range: 'above 0, at most 10^7',
			min: 0,
			max: 1e7,
			fallback: ''
		}),
		{
			kind: 'text',
			path: 'finance.rateDate',
			label: 'Day of the rate',
			hint: 'The day on which the rate held.',
			fallback: '',
			example: '2026-11-20'
		},
		{
			kind: 'text',
			path: 'finance.rateSource',
			label: 'Source of the rate',
			hint: 'Who publishes it; printed beside the rate in every file.',
			fallback: '',
			example: 'European Central Bank'
		}
	]
};

/** The input column: groups with what is open first and what is folded. */
export function formGroups(lists: Lists): readonly FormGroup[] {
	return FIELD_GROUPS.map((title) => {
		const fields = FIELDS.filter((field) => field.group === title);
		const basic = BASIC.flatMap((path) => fields.filter((field) => field.path === path));
		const more = fields.filter((field) => !BASIC.includes(field.path));
		return {
			title,
			basic: basic.map((field) => formField(field, lists)),
			more: [...more.map((field) => formField(field, lists)), ...(MORE[title] ?? [])]
		};
	});
}
