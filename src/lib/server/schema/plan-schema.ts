import * as z from 'zod/mini';
import { FEATURES, MESH_IDS } from '../../catalog/mesh-ids.ts';
import { PLAN_DEFAULTS } from '../../plan/defaults.ts';
import { CHOICE_MEANINGS, SWITCH_MEANINGS } from '../../plan/fields/choices.ts';
import { inputOf } from '../../plan/input-of.ts';
import { GROUP_FIELDS, NULLABLE_FIELDS, NUMBER_FIELDS } from '../../plan/number-fields.ts';
import { DISCOUNT_KINDS, GROUP_RUNTIMES } from '../../plan/plan.ts';
import { MOST_OPTIONS, planSchema } from '../../plan/schema.ts';
import { DRAFT, listOf, oneOfTexts, textOf, type JsonSchema } from './json-schema.ts';
import { planNumberSchema } from './number-schema.ts';

type Schema = z.core.$ZodType;

/** Plan path of a number → path of the input that it feeds. */
const NUMBERS: ReadonlyMap<string, string> = new Map([
	...[NUMBER_FIELDS, NULLABLE_FIELDS].flatMap((tables) =>
		Object.entries<Readonly<Record<string, string>>>(tables).flatMap(([section, fields]) =>
			Object.entries(fields).map(([key, input]) => [`${section}.${key}`, input] as const)
		)
	),
	...Object.entries(GROUP_FIELDS).map(
		([key, input]) => [`workload.groups[].${key}`, input] as const
	)
]);

const NAME = { type: 'string', maxLength: 120 };
const ID = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,39}$' };
const AMOUNT: JsonSchema = { type: ['number', 'string'] };

/** Numbers by input path of `model.md` §2. */
const OVERRIDES: JsonSchema = {
	type: 'object',
	description: 'Input path of the model, such as mesh.proxy.cpuReq, to a number.',
	maxProperties: 200,
	additionalProperties: {
		anyOf: [
			AMOUNT,
			{
				type: 'object',
				properties: { value: AMOUNT, low: AMOUNT, high: AMOUNT, note: NAME },
				required: ['value'],
				additionalProperties: false
			}
		]
	}
};

const OPTION: JsonSchema = {
	anyOf: [
		oneOfTexts(MESH_IDS),
		{
			type: 'object',
			description: 'An option of your own, made from one of ours.',
			properties: { id: ID, from: oneOfTexts(MESH_IDS), label: NAME, overrides: OVERRIDES },
			required: ['id', 'from'],
			additionalProperties: false
		}
	]
};

/** Leaves that are neither numbers nor in the tables of choices and switches. */
const LEAVES: Readonly<Record<string, JsonSchema>> = {
	name: { ...NAME, description: 'Shown as the title.' },
	'workload.groups[].id': NAME,
	'workload.groups[].meshed': { type: 'boolean' },
	'workload.groups[].runtime': oneOfTexts(GROUP_RUNTIMES),
	'workload.season[]': { ...AMOUNT, description: 'A factor of one month, from January.' },
	'options[]': OPTION,
	'migration.from': oneOfTexts(MESH_IDS),
	'opportunity.features[]': oneOfTexts(FEATURES),
	'finance.startMonth': textOf('Month 1, such as 2027-01.', {
		pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$'
	}),
	'finance.currency': textOf('ISO 4217 code; other than USD needs rate and rateDate.', {
		pattern: '^[A-Z]{3}$'
	}),
	'finance.rate': { ...AMOUNT, description: 'Units of the currency for one US dollar.' },
	'finance.rateDate': { type: 'string', format: 'date', description: 'The day of the rate.' },
	'finance.rateSource': { ...NAME, description: 'Who publishes the rate.' },
	...Object.fromEntries(
		DISCOUNT_KINDS.map((kind) => [
			`finance.discounts.${kind}`,
			{ ...AMOUNT, description: `Fraction off list prices of ${kind}, 0 to 1.` }
		])
	),
	points: { type: 'boolean', description: 'Points only: no ranges are drawn.' },
	'data.pinned': {
		type: 'string',
		format: 'date',
		description: 'Figures as they stood on this day.'
	},
	'overrides{}': OVERRIDES
};

/** Most entries of a list, by plan path. */
const LONGEST: Readonly<Record<string, number>> = {
	options: MOST_OPTIONS,
	'workload.groups': 200,
	'workload.season': 12,
	'opportunity.features': FEATURES.length
};

/** A field of the plan schema that nobody described: a fault of this file. */
export class Undescribed extends Error {}

function leafSchema(path: string): JsonSchema {
	const number = NUMBERS.get(path);
	const initial = PLAN_DEFAULTS[path]?.value;
	const start = initial === undefined ? {} : { 'x-starts-at': initial };
	if (number !== undefined) return { ...planNumberSchema(inputOf(number)), ...start };
	const leaf = LEAVES[path];
	if (leaf !== undefined) return { ...leaf, ...start };
	const choice = CHOICE_MEANINGS[path];
	if (choice !== undefined) {
		const values = choice.choices?.map(({ value }) => value);
		const text = { type: 'string', pattern: '^[A-Za-z0-9][\\w.-]{0,59}$' };
		const shape = values === undefined ? text : oneOfTexts(values);
		return { title: choice.label, description: choice.help, ...shape, ...start };
	}
	const meaning = SWITCH_MEANINGS[path];
	if (meaning === undefined) throw new Undescribed(path);
	return { title: meaning.label, description: meaning.help, type: 'boolean' };
}

/** Walks the zod schema, so that no field can be left out or made up. */
function schemaOf(schema: Schema, path: string): JsonSchema {
	if (schema instanceof z.ZodMiniExactOptional) return schemaOf(schema.def.innerType, path);
	if (schema instanceof z.ZodMiniNullable) {
		return { anyOf: [schemaOf(schema.def.innerType, path), { type: 'null' }] };
	}
	if (schema instanceof z.ZodMiniArray) {
		const most = LONGEST[path];
		const bound = most === undefined ? {} : { maxItems: most };
		return listOf(schemaOf(schema.def.element, `${path}[]`), bound);
	}
	if (schema instanceof z.ZodMiniRecord) {
		return { type: 'object', additionalProperties: schemaOf(schema.def.valueType, `${path}{}`) };
	}
	if (schema instanceof z.ZodMiniLiteral) return { const: [...schema.def.values][0] };
	return schema instanceof z.ZodMiniObject ? objectOf(schema, path) : leafSchema(path);
}

function objectOf(schema: z.ZodMiniObject, path: string): JsonSchema {
	const fields = Object.entries<Schema>(schema.shape).map(
		([key, child]) => [key, schemaOf(child, path === '' ? key : `${path}.${key}`)] as const
	);
	return {
		type: 'object',
		properties: Object.fromEntries(fields),
		additionalProperties: false
	};
}

/** The plan without its head, for use inside another document. */
export const planBody = (): JsonSchema => schemaOf(planSchema, '');

/** JSON Schema of a plan file, version 1. */
export const planJsonSchema = (): JsonSchema => ({
	$schema: DRAFT,
	$id: '/schema/plan-1.json',
	title: 'MeshUp plan, version 1',
	description: 'Every field is optional; an empty object is the default plan.',
	...planBody()
});
