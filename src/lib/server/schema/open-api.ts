import * as z from 'zod';
import { MODEL_VERSION } from '../../engine/version.ts';
import { MOST } from '../limits.ts';
import { listOf, strictObject, textOf, type JsonSchema } from './json-schema.ts';
import { planBody } from './plan-schema.ts';
import { recordSchema } from './record-schema.ts';
import { reportSchema } from './report-schema.ts';

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const jsonBody = (schema: JsonSchema): JsonSchema => ({ 'application/json': { schema } });

const refusal = (description: string): JsonSchema => ({
	description,
	content: jsonBody(ref('Errors'))
});

const REFUSALS: JsonSchema = {
	'400': refusal('The input is wrong: each fault with its path.'),
	'413': refusal(`The body has more than ${MOST.bodyBytes} bytes.`),
	'415': refusal('The body is not JSON.'),
	'503': refusal('Too many calls wait; see Retry-After.')
};

const answer = (description: string, content: JsonSchema): JsonSchema => ({
	'200': { description, content }
});

const query = (name: string, description: string, schema: JsonSchema): JsonSchema => ({
	name,
	in: 'query',
	description,
	schema
});

const STATE = query('s', 'State of a share link: what stands after #s=. None: the default plan.', {
	type: 'string',
	maxLength: 16_384,
	pattern: '^[\\w-]*$'
});
const PINNED = query('p', 'Day to which figures are pinned; none: live.', {
	type: 'string',
	format: 'date'
});
const THEME = query('theme', 'Colours of the picture.', { enum: ['auto', 'light', 'dark'] });

const POINTS = query('points', 'Present: without ranges and chances, in a tenth of the time.', {
	type: 'string'
});

const picture = (type: string): JsonSchema => ({
	get: {
		summary: `The comparison as ${type}`,
		parameters: [STATE, PINNED, THEME],
		responses: {
			...answer('The picture; ask again with its ETag.', { [type]: {} }),
			'304': { description: 'Not changed.' },
			...REFUSALS
		}
	}
});

const RESULT: JsonSchema = { type: 'object', description: 'Result record of the model.' };

const PATHS: JsonSchema = {
	'/api/v1/estimate': {
		post: {
			summary: 'The report of a plan',
			description:
				'With ranges and chances from 5000 futures. What moves the answer (tornado, break-even) is ' +
				'left to the planner and the command line.',
			parameters: [POINTS],
			requestBody: { required: true, content: jsonBody(ref('Plan')) },
			responses: { ...answer('The report.', jsonBody(ref('Report'))), ...REFUSALS }
		}
	},
	'/api/v1/model': {
		post: {
			summary: 'Result records of input records',
			description:
				'One record, or a list. In a list an error takes the place of its record: ' +
				'{ error: { code, path, message } }.',
			requestBody: {
				required: true,
				content: jsonBody({
					anyOf: [ref('Record'), listOf(ref('Record'), { maxItems: MOST.records })]
				})
			},
			responses: {
				...answer('In the same order.', jsonBody({ anyOf: [RESULT, listOf(RESULT)] })),
				...REFUSALS
			}
		}
	},
	'/api/v1/chart.svg': picture('image/svg+xml'),
	'/api/v1/chart.png': picture('image/png'),
	'/oembed': {
		get: {
			summary: 'What a wiki needs to show an embed (oEmbed 1.0)',
			parameters: [
				{
					...query('url', 'Address of an embed of this server.', { type: 'string' }),
					required: true
				},
				query('format', 'Only json.', { enum: ['json'] }),
				query('maxwidth', 'Widest frame, px.', { type: 'integer', minimum: 1 }),
				query('maxheight', 'Tallest frame, px.', { type: 'integer', minimum: 1 })
			],
			responses: {
				...answer('The description of the embed.', jsonBody({ type: 'object' })),
				'404': refusal('That address is no embed of this server.'),
				'501': refusal('That format is not offered.')
			}
		}
	},
	'/schema/plan-1.json': {
		get: {
			summary: 'JSON Schema of a plan',
			responses: answer('The schema.', jsonBody({ type: 'object' }))
		}
	},
	'/healthz': {
		get: {
			summary: 'Whether the server answers',
			responses: answer(
				'It does.',
				jsonBody(strictObject({ status: { const: 'ok' }, modelVersion: { type: 'string' } }))
			)
		}
	}
};

const PROBLEM = strictObject({
	path: textOf('Field of the input; empty: all of it.'),
	message: textOf('What is wrong and what is allowed.')
});

function reportBody(): JsonSchema {
	const { $schema: _, ...body } = z.toJSONSchema(reportSchema, { io: 'output' });
	return body;
}

/** OpenAPI 3.1 of the HTTP interface, from the schemas that read and hold its messages. */
export const openApi = (): JsonSchema => ({
	openapi: '3.1.0',
	info: {
		title: 'MeshUp',
		version: MODEL_VERSION,
		description: 'Cost and capacity of service meshes. Money is decimal text; nothing is kept.',
		license: { name: 'Apache-2.0', identifier: 'Apache-2.0' }
	},
	paths: PATHS,
	components: {
		schemas: {
			Plan: planBody(),
			Record: recordSchema(),
			Report: reportBody(),
			Errors: strictObject({ errors: listOf(PROBLEM) })
		}
	}
});
