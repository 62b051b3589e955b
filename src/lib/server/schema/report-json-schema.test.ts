import { expect, it } from 'vitest';
import { SCHEMA } from '../../export/json.ts';
import { planJsonSchema } from './plan-schema.ts';
import { reportJsonSchema } from './report-json-schema.ts';

it('is published at the path that its id names, as is that of the plan', () => {
	expect(reportJsonSchema()['$id']).toBe(SCHEMA.report);
	expect(planJsonSchema()['$id']).toBe(SCHEMA.plan);
});

it('names the parts of a report that readers rely on, and asks for them', () => {
	const { required } = reportJsonSchema();
	expect(required).toEqual(
		expect.arrayContaining(['version', 'currency', 'months', 'options', 'comparison', 'sources'])
	);
});
