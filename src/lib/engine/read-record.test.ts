import { describe, expect, it } from 'vitest';
import { fullRecord } from '../../../tests/support/records/full-record.ts';
import { INPUT_BY_PATH, inputAt } from './inputs.ts';
import { model } from './model.ts';
import { readRecord } from './read-record.ts';
import { CHOICE_FIELDS } from './record-fields.ts';

type Json = Record<string, unknown>;

/** The record with one field changed; `path` may lead through lists. */
function withField(path: string, value: unknown): Json {
	const record = JSON.parse(JSON.stringify(fullRecord)) as Json;
	const keys = path.replace(/\[(\d+)\]/g, '.$1').split('.');
	const last = keys.pop() ?? '';
	let at = record;
	for (const key of keys) at = (at[key] ??= {}) as Json;
	at[last] = value;
	return record;
}

const faultOf = (record: unknown) => {
	const read = readRecord(record);
	return read.ok ? undefined : read.errors[0];
};

/** Numbers of the record with a path, those in lists by their first item. */
const NUMBERS: readonly string[] = [
	...INPUT_BY_PATH.keys(),
	...['pods', 'appCpu', 'appMemMiB'].map((key) => `workload.groups[0].${key}`),
	...['maxConn', 'pods', 'cpu', 'memMiB', 'diskGiB'].map(
		(key) => `mesh.controlPlane.tiers[0].${key}`
	),
	...['aboveReceivedRps', 'aboveServices', 'aboveTasks', 'cpu', 'memMiB'].map(
		(key) => `mesh.taskProxy.steps[0].${key}`
	),
	...['termMonths', 'coverage', 'discount', 'fargateDiscount'].map(
		(key) => `purchase.terms[0].${key}`
	),
	...['upTo', 'unitPrice'].map((key) => `support.licence.tiers[0].${key}`),
	...['needed', 'coverage', 'hoursPerLanguage', 'hoursPerService'].map(
		(key) => `opportunity.features[0].${key}`
	)
];

const CHOICES = Object.keys(CHOICE_FIELDS)
	.filter((path) => !path.startsWith('support.migration.source'))
	.map((path) =>
		path.replace(/^(workload\.groups|opportunity\.features)\./, (_, list) => `${list}[0].`)
	);

describe('a record with every field of model.md §2', () => {
	it('is accepted and worked out', () => {
		expect(faultOf(fullRecord)).toBeUndefined();
		expect(model(fullRecord)).not.toHaveProperty('error');
	});

	it.each(NUMBERS)('is refused below the range of %s, at its path', (path) => {
		const domain = inputAt(path)?.domain;
		const below = domain?.above === true ? domain.min : (domain?.min ?? 0) - 1;
		expect(faultOf(withField(path, below))).toMatchObject({ code: 'INPUT_INVALID', path });
	});

	it.each(NUMBERS)('is refused above the range of %s, at its path', (path) => {
		const above = (inputAt(path)?.domain.max ?? 0) * 2 + 1;
		expect(faultOf(withField(path, above))).toMatchObject({ code: 'INPUT_INVALID', path });
	});

	it.each(NUMBERS)('is refused where %s is text, a list or not finite', (path) => {
		for (const wrong of [
			'many',
			'1e9000000',
			'9'.repeat(100_000),
			[],
			{},
			true,
			NaN,
			Infinity,
			1e99
		]) {
			expect(faultOf(withField(path, wrong))).toMatchObject({ code: 'INPUT_INVALID', path });
		}
	});

	it.each(CHOICES)('is refused where %s is a number, a list or a long text', (path) => {
		for (const wrong of [7, [], {}, 'x'.repeat(100_000)]) {
			expect(faultOf(withField(path, wrong))).toMatchObject({ code: 'INPUT_INVALID', path });
		}
	});
});

describe('reading a record', () => {
	it.each([
		['workload.edgeRsp', 'edgeRps'],
		['mesh.proxy.cpuRec', 'cpuReq'],
		['node.priceHours', 'priceHour'],
		['workload.groups[0].appCPU2', 'appCpu']
	])('names the nearest field to %s', (path, near) => {
		expect(faultOf(withField(path, 1))).toMatchObject({
			code: 'INPUT_INVALID',
			path,
			message: `${path}: there is no such field; did you mean "${near}"?`
		});
	});

	it.each(['constructor', 'toString', '__proto__', 'mesh.kind', 'workload.groups'])(
		'takes %s at the top for no field',
		(key) => {
			const record = JSON.parse(`{"${key}": {}}`) as unknown;
			expect(faultOf(record)).toMatchObject({ code: 'INPUT_INVALID', path: key });
		}
	);

	it.each([undefined, null, 3, 'plan', []])('refuses %j in place of a record', (record) => {
		expect(faultOf(record)).toMatchObject({ code: 'INPUT_INVALID', path: '' });
	});

	it('takes an empty record: nothing costs nothing', () => {
		expect(model({})).toMatchObject({ totals: { spendNominal: 0, spendPV: 0 } });
	});

	it('gives the same for decimal text as for the number 0.1', () => {
		const text = model(withField('workload.retryFraction', '0.1'));
		expect(text).toEqual(model(withField('workload.retryFraction', 0.1)));
	});

	it('takes 200 groups and refuses 201', () => {
		const groups = (count: number) => Array.from({ length: count }, () => ({ pods: 1 }));
		expect(faultOf(withField('workload.groups', groups(200)))).toBeUndefined();
		expect(faultOf(withField('workload.groups', groups(201)))?.path).toBe('workload.groups');
	});

	it('wants twelve months of a season, not eleven', () => {
		const path = 'workload.season';
		expect(faultOf(withField(path, Array(11).fill(1)))).toMatchObject({ path });
	});

	it('names the faults of the mesh being left under its own path', () => {
		const record = withField('support.migration.source.mesh.proxy.beta', 2);
		expect(faultOf(record)?.path).toBe('support.migration.source.mesh.proxy.beta');
	});

	it('tells at most 100 faults of a record with 1000 unknown fields', () => {
		const fields = Array.from({ length: 1000 }, (_, at) => [`field${at}`, 1] as const);
		const read = readRecord(Object.fromEntries(fields));
		expect(read.ok ? 0 : read.errors.length).toBe(100);
	});

	it('refuses 30 February and takes 29 February of 2028', () => {
		const path = 'mesh.endOfSupport';
		expect(faultOf(withField(path, '2028-02-30'))?.path).toBe(path);
		expect(faultOf(withField(path, '2027-02-29'))?.path).toBe(path);
		expect(faultOf(withField(path, '2028-02-29'))).toBeUndefined();
	});
});

describe('a missing price', () => {
	it('leaves its row and every total over it without a figure, and says which input', () => {
		expect(model(withField('mesh.feePerGB', null))).toMatchObject({
			month1Rows: { 'infra.meshFee': null, 'support.run': expect.any(Number) as number },
			totals: { infra: null, spendNominal: null, spendLedger: null, netPV: null },
			missing: [{ row: 'infra.meshFee', path: 'mesh.feePerGB' }]
		});
	});

	it('of the mesh being left is named under its path, and stops the migration', () => {
		const record = withField('support.migration.source.mesh.feePerGB', null);
		expect(model(record)).toMatchObject({
			t0Rows: { 'support.migration': null },
			missing: [{ row: 'support.migration', path: 'support.migration.source.mesh.feePerGB' }]
		});
	});
});
