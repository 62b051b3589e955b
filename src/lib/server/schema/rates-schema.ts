import { RATE_SHAPE, RATES_LIMITS } from '../../plan/rates/rates.ts';
import { NAME_CHARS } from '../../plan/text.ts';
import { DRAFT, strictObject, textOf, type JsonSchema } from './json-schema.ts';

const CODE = { pattern: '^[A-Z]{3}$' };

/** JSON Schema of a file of rates, version 1, from the limits that its reader holds. */
export const ratesJsonSchema = (): JsonSchema => ({
	$schema: DRAFT,
	$id: '/schema/rates-1.json',
	title: 'MeshUp rates of exchange, version 1',
	description: 'Rates of one day and one source; a plan takes one of them, with both.',
	...strictObject(
		{
			version: { const: 1 },
			base: textOf('ISO 4217 code of the currency that is priced; rates of USD are needed.', CODE),
			date: { type: 'string', format: 'date', description: 'The day on which the rates held.' },
			source: textOf('Who publishes them; printed in every file.', {
				minLength: 1,
				maxLength: NAME_CHARS
			}),
			rates: {
				type: 'object',
				description: 'Units of each currency for one unit of the base.',
				propertyNames: CODE,
				minProperties: 1,
				maxProperties: RATES_LIMITS.currencies,
				additionalProperties: {
					anyOf: [
						{ type: 'string', pattern: RATE_SHAPE },
						{ type: 'number', exclusiveMinimum: 0 }
					]
				}
			}
		},
		['version']
	)
});
