import { describe, expect, it } from 'vitest';
import worked from '../../tests/cases/worked-example.json' with { type: 'json' };
import { model } from '../lib/engine/model.ts';
import { fakeIo } from './fake-io.ts';
import { runCommand } from './run.ts';

const run = async (text: string) => {
	const io = fakeIo({ '-': text });
	const code = await runCommand(['model'], io);
	const answer: unknown = io.answer() === '' ? undefined : JSON.parse(io.answer());
	return { code, answer, said: io.said };
};

describe('meshup model', () => {
	it('answers one record with one object and exit code 0', async () => {
		const { code, answer, said } = await run('{"workload":{"services":60}}');
		expect(code).toBe(0);
		expect(answer).toMatchObject({ month1: { services: 60 } });
		expect(said).toEqual([]);
	});

	it('keeps the order of a list; an error takes its place and the others are answered', async () => {
		const records = [
			{ workload: { services: 1 } },
			{ workload: { azs: 0, services: -1 } },
			{ workload: { services: 3 } },
			'x'
		];
		const { code, answer, said } = await run(JSON.stringify(records));
		expect(code).toBe(2);
		expect(answer).toMatchObject([
			{ month1: { services: 1 } },
			{ error: { code: 'INPUT_INVALID', path: 'workload.azs' } },
			{ month1: { services: 3 } },
			{ error: { code: 'INPUT_INVALID', path: '' } }
		]);
		expect(said.map((line) => line.slice(0, 26))).toEqual([
			'[1] workload.azs: 0 is out',
			'[1] workload.services: -1 ',
			'[3] a record is an object'
		]);
	});

	it('answers an empty list with an empty list', async () => {
		expect(await run('[]')).toEqual({ code: 0, answer: [], said: [] });
	});

	it.each([
		['', 'There is nothing in it; a record is an object.'],
		['{"a":', 'This is not valid JSON'],
		['{"__proto__":{}}', 'The key "__proto__" is not accepted.'],
		[`{"a":${'['.repeat(40)}${']'.repeat(40)}}`, 'This record nests deeper than 16 levels.'],
		['{"time":{"discountAnnual":1e9000000}}', 'is not a number'],
		['{"workload":{"servicez":1}}', 'did you mean "services"?']
	])('refuses %j with exit code 2 and a sentence', async (text, words) => {
		const { code, answer, said } = await run(text);
		expect(code).toBe(2);
		expect(answer).toMatchObject({ error: { code: 'INPUT_INVALID' } });
		expect(said[0]).toContain(words);
	});

	it('leaves the neighbours of a record that is too deep alone', async () => {
		const deep = `${'['.repeat(40)}${']'.repeat(40)}`;
		const { answer } = await run(`[{"x":${deep}},{}]`);
		expect(answer).toMatchObject([{ error: { code: 'INPUT_INVALID' } }, { month1: {} }]);
	});

	it('answers the worked example of model.md §19 as the engine does, in one list', async () => {
		const inputs = worked.cases.map(({ input }) => input);
		const { code, answer } = await run(JSON.stringify(inputs));
		expect(code).toBe(0);
		expect(answer).toEqual(JSON.parse(JSON.stringify(inputs.map((input) => model(input)))));
	});

	it('reads a file by name and refuses two', async () => {
		const io = fakeIo({ 'a.json': '{}' });
		expect(await runCommand(['model', 'a.json'], io)).toBe(0);
		expect(await runCommand(['model', 'a.json', 'b.json'], io)).toBe(2);
		expect(await runCommand(['model', 'b.json'], io)).toBe(2);
		expect(io.said).toEqual(['Name one file.', 'b.json: there is no such file.']);
	});
});
