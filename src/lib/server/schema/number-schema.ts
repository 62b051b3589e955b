import { LARGEST, type Input } from '../../engine/inputs.ts';
import type { JsonSchema } from './json-schema.ts';

/** Numbers may come as decimal text, so that 0.1 stays 0.1. */
const DECIMAL_TEXT = '^-?\\d{1,15}(?:\\.\\d{1,24})?$';

/** What an input may be, in the words of JSON Schema. */
export function numberSchema(input: Input): JsonSchema {
	const { label, unit, domain, whole } = input;
	return {
		title: label,
		description: `${unit === '1' ? 'A number' : `In ${unit}`}: ${domain.words}.`,
		anyOf: [
			{
				type: whole ? 'integer' : 'number',
				[domain.above === true ? 'exclusiveMinimum' : 'minimum']: domain.min,
				maximum: Math.min(domain.max, LARGEST)
			},
			{ type: 'string', pattern: DECIMAL_TEXT, maxLength: 32 }
		]
	};
}

/** The same with a range, as plans may have it. */
export function planNumberSchema(input: Input): JsonSchema {
	const { title, description, anyOf } = numberSchema(input);
	const plain: readonly unknown[] = Array.isArray(anyOf) ? anyOf : [];
	const amount = { anyOf: plain };
	const range = {
		type: 'object',
		properties: {
			value: amount,
			low: amount,
			high: amount,
			note: { type: 'string', maxLength: 120 }
		},
		required: ['value'],
		additionalProperties: false
	};
	return { title, description, anyOf: [...plain, range] };
}
