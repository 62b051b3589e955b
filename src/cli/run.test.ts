import { describe, expect, it } from 'vitest';
import { fakeIo } from './fake-io.ts';
import { HELP } from './help.ts';
import { runCommand } from './run.ts';

const run = async (argv: readonly string[], files: Readonly<Record<string, string>> = {}) => {
	const io = fakeIo(files);
	return { code: await runCommand(argv, io), answer: io.answer(), said: io.said };
};

describe('meshup', () => {
	it.each([[['help']], [['--help']], [['estimate', '--help']]])('%j prints help', async (argv) => {
		expect(await run(argv)).toEqual({ code: 0, answer: HELP, said: [] });
	});

	it('alone prints help where errors go, with exit code 2', async () => {
		expect(await run([])).toEqual({ code: 2, answer: '', said: [HELP.trimEnd()] });
	});

	it.each([
		['modle', 'There is no command "modle"; did you mean "model"?'],
		['constructor', 'There is no command "constructor"; see meshup help']
	])('%s is no command', async (name, line) => {
		expect(await run([name])).toEqual({ code: 2, answer: '', said: [line] });
	});
});

describe('meshup check', () => {
	it('says so when a plan is in order', async () => {
		expect(await run(['check', 'a.json'], { 'a.json': '{}' })).toEqual({
			code: 0,
			answer: 'a.json is in order.\n',
			said: []
		});
	});

	it('names every problem with its field: three lines', async () => {
		const plan = '{"workload":{"pods":"x","azs":0},"platform":{"cloud":"asw"}}';
		const { code, said } = await run(['check', '-'], { '-': plan });
		expect(code).toBe(2);
		expect(said).toEqual([
			'workload.pods: "x" is not a number; allowed: 0 or more, at most 10^12.',
			'workload.azs: 0 is out of range; allowed: a whole number from 1 to 100.',
			'platform.cloud: "asw" is not one of aws, gcp or azure (did you mean "aws"?).'
		]);
	});

	it('knows which regions and nodes have prices', async () => {
		const node = '{"platform":{"cloud":"gcp","nodeType":"m7i.2xlarge"}}';
		const { code, said } = await run(['check', '-'], { '-': node });
		expect(code).toBe(2);
		expect(said[0]).toMatch(/^platform\.nodeType: /);
	});

	it('tells faults of a field, between fields, and of the place in one go', async () => {
		const plan = {
			workload: { pods: -3 },
			platform: { region: 'eu-wset-1', nodeType: 'm7i.2xlarge' },
			finance: { currency: 'EUR' }
		};
		const { code, said } = await run(['check', '-'], { '-': JSON.stringify(plan) });
		expect(code).toBe(2);
		expect(said.map((line) => line.split(/[: ]/, 1)[0])).toEqual([
			'workload.pods',
			'finance.rate',
			'finance.rateDate',
			'platform.region'
		]);
	});

	it('tells the number that leaves no option to work out, as the page does', async () => {
		const plan = '{"options":["linkerd"],"workload":{"appMemMiB":1000000}}';
		const { code, said } = await run(['check', '-'], { '-': plan });
		expect(code).toBe(2);
		expect(said).toEqual([expect.stringMatching(/^workload\.appMemMiB: 1000000 leaves no option/)]);
	});

	it('judges no node by the usual region where that of the plan is at fault', async () => {
		const plan = '{"platform":{"region":"eu-wset-1","nodeType":"x9.none"}}';
		const { said } = await run(['check', '-'], { '-': plan });
		expect(said).toHaveLength(1);
		expect(said[0]).toMatch(/^platform\.region: /);
	});

	it('needs a plan', async () => {
		expect(await run(['check'])).toMatchObject({ said: ['Name one plan: meshup check PLAN.'] });
	});
});
