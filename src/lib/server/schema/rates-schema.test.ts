import { expect, it } from 'vitest';
import { ratesSchema } from '../../plan/rates/read-rates.ts';
import { ratesJsonSchema } from './rates-schema.ts';

it('names the fields that the reader of rates knows, all but the version required', () => {
	const { properties, required, additionalProperties } = ratesJsonSchema();
	const known = Object.keys(ratesSchema.shape);
	expect(Object.keys(properties ?? {}).sort()).toEqual([...known].sort());
	expect(required).toEqual(known.filter((field) => field !== 'version'));
	expect(additionalProperties).toBe(false);
});
