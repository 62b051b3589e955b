import { describe, expect, it } from 'vitest';
import { documentKind, documentKindOf } from './document.ts';
import { parsePlan } from './parse-plan.ts';
import { readRecords } from './records.ts';

const plan = { version: 1, workload: { pods: 120 } };
const record = { time: { months: 36 }, workload: {}, node: {}, mesh: { kind: 'none' } };

describe('documentKind', () => {
	it('tells a plan, a report, a record and rates by the names of their fields', () => {
		expect(documentKind(['version', 'workload'])).toBe('plan');
		expect(documentKind(['overrides'])).toBe('plan');
		expect(documentKind(['version', 'modelVersion', 'dataVersion', 'plan'])).toBe('report');
		expect(documentKind(Object.keys(record))).toBe('record');
		expect(documentKind(['base', 'date', 'source', 'rates'])).toBe('rates');
	});

	it('takes what has two fields of a plan for one, so that its misspelled third can be named', () => {
		expect(documentKind(['workload', 'platform', 'fincance'])).toBe('plan');
		expect(documentKind(['workload', 'fincance'])).toBeUndefined();
	});

	it('leaves alone what is of others, an object without fields, and what is no object', () => {
		expect(documentKind(['apiVersion', 'kind', 'platform', 'options'])).toBeUndefined();
		expect(documentKind(['name', 'version', 'dependencies'])).toBeUndefined();
		expect([{}, [plan], 'plan', null].map(documentKindOf)).toEqual([
			undefined,
			undefined,
			undefined,
			undefined
		]);
	});
});

describe('a document where another is expected', () => {
	it('is named with the command that reads it: one sentence in place of one a field', () => {
		const of = (written: unknown): readonly string[] => {
			const read = parsePlan(written);
			return read.ok ? [] : read.errors.map(({ path, message }) => `${path}|${message}`);
		};
		expect(of(record)).toEqual([
			'|This is an input record of the model: meshup model reads it. A plan is expected here.'
		]);
		expect(of({ modelVersion: '1', dataVersion: '1', plan })).toEqual([
			'|This is a report of MeshUp: the plan that it answers stands in its field "plan". A plan is expected here.'
		]);
		expect(of({ base: 'USD', date: '2026-01-01', source: 'x', rates: {} })).toEqual([
			'|This is a file of exchange rates: it goes under Currency on the page, or to meshup estimate --rates. A plan is expected here.'
		]);
	});

	it('is a record where it has only what records have too, such as a workload', () => {
		const read = readRecords('{"workload":{"services":2}}');
		expect(read.ok && read.value.records).toEqual([
			{ ok: true, value: { workload: { services: 2 } } }
		]);
	});

	it('is named among records too, one by one, and leaves the others alone', () => {
		const read = readRecords(JSON.stringify([record, plan]));
		const records = read.ok ? read.value.records : [];
		expect(records.map((one) => one.ok)).toEqual([true, false]);
		expect(records[1]).toEqual({
			ok: false,
			errors: [
				{
					path: '',
					message:
						'This is a plan of MeshUp: meshup estimate answers it, meshup check checks it. An input record is expected here.'
				}
			]
		});
	});
});
