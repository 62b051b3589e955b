import { describe, expect, it } from 'vitest';
import { encodePlan } from '../lib/plan/link.ts';
import { fakeIo } from './fake-io.ts';
import { runCommand } from './run.ts';

const SMALL =
	'{"name":"Small","workload":{"pods":20,"services":5,"edgeRps":10},"finance":{"months":12}}';
const FILES = {
	'small.json': SMALL,
	'small.yaml':
		'name: Small\nworkload: { pods: 20, services: 5, edgeRps: 10 }\nfinance: { months: 12 }\n',
	'rates.csv':
		'base,date,source,currency,rate\nUSD,2026-11-20,Bank of Examples,JPY,150\nUSD,2026-11-20,Bank of Examples,EUR,0.9\n',
	'bad.json': '{"workload":{"pods":-1}}',
	'nowhere.json': '{"platform":{"region":"eu-wst-1"}}'
};

const run = async (...argv: readonly string[]) => {
	const io = fakeIo(FILES);
	const code = await runCommand(['estimate', ...argv], io);
	return { code, answer: io.answer(), said: io.said, files: io.files };
};

describe('meshup estimate', () => {
	it('shows the default plan as a table of at most 100 columns with all six options', async () => {
		const { code, answer, said } = await run();
		expect(code).toBe(0);
		expect(said).toEqual([]);
		const lines = answer.split('\n');
		expect(lines.filter((line) => line.length > 100)).toEqual([]);
		for (const word of ['No mesh', 'Istio', 'Linkerd', 'Consul', 'AWS App Mesh', 'Ranking:']) {
			expect(answer).toContain(word);
		}
		expect(answer).not.toMatch(/NaN|Infinity|undefined|\[object/);
	});

	it('is the same from JSON, YAML, standard input and a link', async () => {
		const { answer } = await run('small.json', '--format', 'json', '--points');
		const fromYaml = await run('small.yaml', '--format=json', '--points');
		expect(fromYaml.answer).toBe(answer);
		const plan = { name: 'Small', workload: { pods: 20, services: 5, edgeRps: 10 } };
		const link = `https://example.org/#s=${await encodePlan({ ...plan, finance: { months: 12 } })}`;
		expect((await run(link, '--format', 'json', '--points')).answer).toBe(answer);
		const io = fakeIo({ '-': SMALL });
		expect(await runCommand(['estimate', '-', '--format', 'json', '--points'], io)).toBe(0);
		expect(io.answer()).toBe(answer);
	});

	it('gives the same totals as JSON, spreadsheet CSV and data CSV, to the cent', async () => {
		const json = JSON.parse((await run('small.json', '--format', 'json', '--points')).answer);
		const sheet = (await run('small.json', '--format', 'csv')).answer.split('\r\n');
		const cells = (await run('small.json', '--format', 'data-csv')).answer.split('\r\n');
		for (const option of json.options) {
			const spend = sheet.find(
				(line) => line.includes(`,${option.id},`) && line.includes('total.spend')
			);
			expect(spend).toContain(`,${option.totals.spend},`);
			const cents = cells
				.filter((line) => line.startsWith(`${option.id},`))
				.filter((line) => /,(infra|support),/.test(line))
				.map((line) => Math.round(Number(/,(-?\d+\.\d\d),USD,/.exec(line)?.[1]) * 100))
				.reduce((sum, cell) => sum + cell, 0);
			expect(cents).toBe(Math.round(Number(option.totals.spend) * 100));
		}
	});

	it('writes into a file, with the description of a data CSV beside it', async () => {
		const { code, answer, files } = await run(
			'small.json',
			'--format',
			'data-csv',
			'--out',
			'x/l.csv'
		);
		expect([code, answer]).toEqual([0, '']);
		expect(files.get('x/l.csv')).toMatch(/^option_id,/);
		expect(files.get('x/l.csv-metadata.json')).toContain('"url": "l.csv"');
	});

	it('trips the gate with exit code 1 above its limit, and not below', async () => {
		const tripped = await run('small.json', '--points', '--fail-above', '1');
		expect(tripped.code).toBe(1);
		expect(tripped.said[0]).toMatch(/^--fail-above: .* is above \$1\.00\.$/);
		expect((await run('small.json', '--points', '--fail-above', '100000000')).code).toBe(0);
	});

	it('judges the gate in dollars where the plan is in another currency', async () => {
		const finance = '"finance":{"months":12,"currency":"JPY","rate":150,"rateDate":"2026-11-20"}';
		const io = fakeIo({ '-': SMALL.replace('"finance":{"months":12}', finance) });
		const dollars = JSON.parse((await run('small.json', '--format', 'json', '--points')).answer);
		const { cheapest } = dollars.comparison;
		const spend = dollars.options.find(({ id }: { id: string }) => id === cheapest).totals.spend;
		const above = String(Math.ceil(Number(spend)) + 10);
		expect(await runCommand(['estimate', '-', '--points', '--fail-above', above], io)).toBe(0);
	});

	it('converts at the rate of a file, and names its day and source', async () => {
		const money = ['--rates', 'rates.csv', '--currency', 'JPY'];
		const { code, answer } = await run('small.json', '--points', '--format', 'json', ...money);
		expect(code).toBe(0);
		const report = JSON.parse(answer);
		expect([report.currency, report.exchange]).toEqual([
			'JPY',
			{
				rate: '150',
				date: '2026-11-20',
				source: 'Bank of Examples',
				words: '1 USD = 150 JPY on 2026-11-20 (Bank of Examples)'
			}
		]);
		expect((await run('small.json', '--points', ...money)).answer.replace(/\s+/g, ' ')).toContain(
			'1 USD = 150 JPY on 2026-11-20 (Bank of Examples)'
		);
	});

	it.each([
		[['--currency', 'JPY'], '--rates: JPY needs a file of rates'],
		[['--rates', 'rates.csv'], '--currency: Say which currency of the file'],
		[['--rates', 'rates.csv', '--currency', 'yen'], '--currency: "yen" is not a currency code'],
		[['--rates', 'rates.csv', '--currency', 'CHF'], 'no rate of "CHF": EUR, JPY or USD'],
		[['--rates', 'small.yaml', '--currency', 'JPY'], '--rates line 1: Neither JSON nor CSV'],
		[['--rates', 'none.csv', '--currency', 'JPY'], 'none.csv: there is no such file']
	])('refuses %j with code 2 and a sentence', async (flags, sentence) => {
		const { code, said, answer } = await run('small.json', '--points', ...flags);
		expect([code, answer]).toEqual([2, '']);
		expect(said.join(' ')).toContain(sentence);
	});

	it('compares with another plan, option by option', async () => {
		const { answer } = await run('small.json', '--points', '--compare-to', 'small.yaml');
		expect(answer).toContain('Spend against “Small”');
		const other = await run('small.json', '--compare-to', 'nowhere.json');
		expect(other.code).toBe(2);
	});

	it.each(['pdf', 'xlsx', 'png'])(
		'writes %s as bytes, with their own signature',
		async (format) => {
			const io = fakeIo(FILES);
			const argv = [
				'estimate',
				'small.json',
				'--points',
				'--format',
				format,
				'--out',
				`a.${format}`
			];
			expect(await runCommand(argv, io)).toBe(0);
			const signature = { pdf: '%PDF', xlsx: 'PK\u0003\u0004', png: '\u0089PNG' }[format] ?? '';
			expect(String.fromCharCode(...(io.bytes() ?? []).slice(0, 4))).toBe(signature);
		}
	);

	it.each([
		['focus', /^BilledCost,/],
		['md', /^### Small\n/],
		['svg', /^<svg /],
		['json', /^\{\n {2}"version": 1,/]
	])('writes %s as text', async (format, start) => {
		expect((await run('small.json', '--points', '--format', format)).answer).toMatch(start);
	});

	it('gives the same bytes for the same plan and date, whatever the hour', async () => {
		const at = async (now: string, date: readonly string[]) => {
			const io = { ...fakeIo(FILES), now: () => now };
			const argv = ['estimate', 'small.json', '--points', '--format', 'pdf', ...date];
			await runCommand(argv, io);
			return io.bytes();
		};
		const first = await at('2026-11-24T01:02:03.000Z', []);
		expect(await at('2027-03-01T23:00:00.000Z', ['--date', '2026-11-24'])).toEqual(first);
	});

	it.each([
		[['bad.json'], 'workload.pods: -1 is out of range; allowed: 0 or more, at most 10^12.'],
		[['none.json'], 'none.json: there is no such file.'],
		[['a.json', 'b.json'], 'Name one plan; "b.json" is one too many.'],
		[['--format', 'csv', '--paper', 'a4'], '--paper: --paper goes with pdf, not with csv.'],
		[
			['--format', 'svg', '--chart', 'cst'],
			'"cst" is not one of cost, month, time, cores, memory, latency (did you mean cost?)'
		],
		[['--date', '2026-02-30'], '--date: "2026-02-30" is not a day such as 2026-11-24.'],
		[
			['--format', 'jsn'],
			'--format: "jsn" is not one of table, json, csv, data-csv, focus, md, xlsx, pdf, svg, png (did you mean json?).'
		],
		[['--formt', 'json'], 'There is no option "--formt" here; did you mean --format?'],
		[['--format'], '--format needs a value.'],
		[['--out', 'a', '--out', 'b'], '--out is given twice.'],
		[
			['--fail-above', '1e9'],
			'--fail-above: "1e9" is not written as plain decimals: write 1000000000.'
		],
		[['--fail-above', 'lots'], '--fail-above: "lots" is not a number'],
		[['-', '--compare-to', '-'], '--compare-to: Only one of the two plans'],
		[
			['--format', 'json', '--compare-to', 'small.json'],
			'--compare-to: Changes are shown as a table or md'
		],
		[['#s=AQ'], 'This link is cut off: its end is missing.'],
		[['https://example.org/'], 'This link holds no plan']
	])('refuses %j with exit code 2 and one line', async (argv, words) => {
		const { code, answer, said } = await run(...argv);
		expect([code, answer]).toEqual([2, '']);
		expect(said).toHaveLength(1);
		expect(said[0]).toContain(words);
	});

	it('names the region that was meant', async () => {
		const { code, said } = await run('nowhere.json');
		expect(code).toBe(2);
		expect(said[0]).toMatch(/^platform\.region: .*did you mean "eu-west-1"\?$/);
	});
});
