/** As much of JSON Schema 2020-12 as is written here. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

export const textOf = (description: string, more: JsonSchema = {}): JsonSchema => ({
	type: 'string',
	description,
	...more
});

export const oneOfTexts = (values: readonly string[], description?: string): JsonSchema => ({
	enum: [...values],
	...(description === undefined ? {} : { description })
});

export const listOf = (items: JsonSchema, more: JsonSchema = {}): JsonSchema => ({
	type: 'array',
	items,
	...more
});

/** An object with these fields, all of them required but for those named, and no others. */
export const strictObject = (
	properties: Readonly<Record<string, JsonSchema>>,
	optional: readonly string[] = []
): JsonSchema => ({
	type: 'object',
	properties,
	required: Object.keys(properties).filter((key) => !optional.includes(key)),
	additionalProperties: false
});
