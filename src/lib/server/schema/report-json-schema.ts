import * as z from 'zod';
import { DRAFT, type JsonSchema } from './json-schema.ts';
import { reportSchema } from './report-schema.ts';

/** JSON Schema of a report, version 1, written from what the code checks a report against. */
export function reportJsonSchema(): JsonSchema {
	const { $schema: _, ...body } = z.toJSONSchema(reportSchema, { io: 'output' });
	return {
		$schema: DRAFT,
		$id: '/schema/report-1.json',
		title: 'MeshUp report, version 1',
		description:
			'Money is decimal text in the currency of the report; a gap says why it is missing.',
		...body
	};
}
