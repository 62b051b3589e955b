import { describe, expect, it } from 'vitest';
import { POST as estimate } from '../../routes/api/v1/estimate/+server.ts';
import { POST as model } from '../../routes/api/v1/model/+server.ts';

const GOOD = JSON.stringify({
	version: 1,
	workload: { pods: 300, edgeRps: 1000 },
	options: ['linkerd']
});
const PIECES = [
	'"',
	'{',
	'}',
	']',
	',',
	':',
	'\\',
	'\0',
	'1e999',
	'-',
	'null',
	'__proto__',
	'\ud800'
];

/** A body with one to four wounds: the same for the same number. */
function wounded(seed: number): string {
	let state = seed + 1;
	const below = (limit: number): number => {
		state = (state * 48_271) % 2_147_483_647;
		return state % limit;
	};
	let text = GOOD;
	for (let wounds = 1 + below(4); wounds > 0; wounds--) {
		const at = below(text.length);
		const piece = PIECES[below(PIECES.length)] ?? '';
		text =
			[
				text.slice(0, at),
				text.slice(0, at) + piece + text.slice(at),
				text.slice(0, at) + piece + text.slice(at + 1)
			][below(3)] ?? '';
	}
	return text;
}

type Handler = typeof estimate | typeof model;

async function answerTo(handler: Handler, body: BodyInit): Promise<Response> {
	const url = new URL('https://mesh.example.com/api/v1/estimate?points');
	const headers = { 'content-type': 'application/json' };
	const request = new Request(url, { method: 'POST', body, headers });
	return handler({ request, url } as Parameters<typeof estimate>[0] & Parameters<typeof model>[0]);
}

/** A refusal is JSON with at least one path and sentence, and nothing of our code. */
async function faultOf(answer: Response): Promise<string | undefined> {
	const text = await answer.text();
	if (answer.status === 200) return undefined;
	if (/\bat .*:\d+:\d|node_modules|\/src\//.test(text)) return `a stack: ${text.slice(0, 200)}`;
	if (answer.status !== 400) return `status ${answer.status}`;
	const { errors } = JSON.parse(text) as { errors: { path: unknown; message: unknown }[] };
	const isTold = errors.every(({ path, message }) => typeof path === 'string' && message !== '');
	return errors.length > 0 && isTold ? undefined : `no reason: ${text}`;
}

describe('malformed bodies', () => {
	it('1,000 of them get a clean answer from the estimate, nearly all a refusal', async () => {
		const bodies = Array.from({ length: 1000 }, (_, seed) => wounded(seed));
		expect(new Set(bodies).size).toBeGreaterThan(600);
		let refused = 0;
		for (const body of bodies) {
			const answer = await answerTo(estimate, body);
			if (answer.status === 400) refused++;
			expect([body, await faultOf(answer)]).toEqual([body, undefined]);
		}
		expect(refused).toBeGreaterThan(800);
	});

	it('100 of them get one from the model, and so do bytes that are no text', async () => {
		for (let seed = 0; seed < 100; seed++) {
			const body = wounded(seed);
			const fault = await faultOf(await answerTo(model, body));
			expect([body, fault]).toEqual([body, undefined]);
		}
		const bytes = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]);
		expect((await answerTo(model, bytes)).status).toBe(400);
	});

	it('10,000 nested objects or lists are refused, not followed', async () => {
		const objects = '{"workload":'.repeat(10_000) + '1' + '}'.repeat(10_000);
		const lists = '['.repeat(10_000) + '1' + ']'.repeat(10_000);
		for (const [handler, body] of [
			[estimate, objects],
			[estimate, lists],
			[model, objects]
		] as const) {
			const answer = await answerTo(handler, body);
			expect([answer.status, await faultOf(answer)]).toEqual([400, undefined]);
		}
		// A list is a list of records, of which the one in it is refused in its place.
		expect(await (await answerTo(model, lists)).json()).toMatchObject([{ error: {} }]);
	});
});
