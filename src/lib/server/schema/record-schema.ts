import { INPUTS, isInput, LIST_INPUTS, type Input } from '../../engine/inputs.ts';
import {
	CHOICE_FIELDS,
	LIST_LIMITS,
	OPTIONAL_PARTS,
	type ChoiceField
} from '../../engine/record-fields.ts';
import { listOf, oneOfTexts, type JsonSchema } from './json-schema.ts';
import { numberSchema } from './number-schema.ts';

type Table = { readonly [key: string]: Input | Table };

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

function inputSchema(input: Input): JsonSchema {
	const schema = { ...numberSchema(input), default: input.initial };
	return input.sourced || input.unset ? orNull(schema) : schema;
}

function choiceSchema(field: ChoiceField): JsonSchema {
	switch (field.is) {
		case 'one-of':
			return { ...oneOfTexts(field.of), default: field.initial };
		case 'yes-no':
			return { type: 'boolean', default: field.initial };
		case 'month':
			return orNull({ type: 'string', pattern: '^\\d{4}-(?:0[1-9]|1[0-2])$' });
		case 'date':
			return orNull({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
		case 'text':
			return { type: 'string', maxLength: 120 };
	}
}

/** What is left of the paths that begin with `prefix`, where it is a single key. */
function below<T>(
	table: Readonly<Record<string, T>>,
	prefix: string
): readonly (readonly [string, T])[] {
	return Object.entries(table).flatMap(([path, value]) => {
		const key = path.startsWith(prefix) ? path.slice(prefix.length) : '';
		return key === '' || key.includes('.') ? [] : [[key, value] as const];
	});
}

const choicesAt = (prefix: string): readonly (readonly [string, JsonSchema])[] =>
	below(CHOICE_FIELDS, prefix).map(([key, field]) => [key, choiceSchema(field)]);

function itemSchema(path: string, item: Table): JsonSchema {
	const { value } = item;
	if (path === 'workload.season' && value !== undefined && isInput(value))
		return inputSchema(value);
	const numbers = Object.entries(item).flatMap(([key, entry]) =>
		isInput(entry) ? [[key, inputSchema(entry)] as const] : []
	);
	const fields = Object.fromEntries([...numbers, ...choicesAt(`${path}.`)]);
	return { type: 'object', properties: fields, additionalProperties: false };
}

function partSchema(table: Table, path: string): JsonSchema {
	const prefix = path === '' ? '' : `${path}.`;
	const inner = Object.entries(table).map(([key, entry]) => {
		const at = `${prefix}${key}`;
		return [key, isInput(entry) ? inputSchema(entry) : partSchema(entry, at)] as const;
	});
	const lists = below<Table>(LIST_INPUTS, prefix).map(([key, item]) => {
		const at = `${prefix}${key}`;
		return [key, orNull(listOf(itemSchema(at, item), { maxItems: LIST_LIMITS[at] }))] as const;
	});
	const source = path === 'support.migration' ? [['source', LEFT] as const] : [];
	const schema = {
		type: 'object',
		properties: Object.fromEntries([...inner, ...lists, ...choicesAt(prefix), ...source]),
		patternProperties: { '^x_': {} },
		additionalProperties: path === '' || path === 'mesh.gateway' ? {} : false
	};
	return OPTIONAL_PARTS.has(path) ? orNull(schema) : schema;
}

/** The mesh being left has the shape of `mesh` and `support.licence`. */
const LEFT: JsonSchema = orNull({
	type: 'object',
	properties: { mesh: { type: 'object' }, licence: orNull({ type: 'object' }) },
	required: ['mesh']
});

/** The input record of `model.md` §2, from the tables that the engine reads it by. */
export const recordSchema = (): JsonSchema => ({
	title: 'Input record of the model',
	...partSchema(INPUTS, '')
});
