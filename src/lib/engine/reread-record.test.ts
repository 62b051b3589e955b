import { describe, expect, it } from 'vitest';
import example from '../../../tests/cases/worked-example.json' with { type: 'json' };
import type { ModelRecord } from './record.ts';
import { readRecord } from './read-record.ts';
import { rereadRecord } from './reread-record.ts';

type Json = Readonly<Record<string, unknown>>;

const [first] = example.cases;
if (first === undefined) throw new Error('the worked example is empty');
const json: Json & { readonly workload: Json; readonly support: Json } = first.input;

function read(record: Json): ModelRecord {
	const found = readRecord(record);
	if (!found.ok) throw new Error(found.errors[0]?.message);
	return found.value;
}

const changed = (numbers: Readonly<Record<string, string>>) => new Map(Object.entries(numbers));

describe('a record that is read again with other numbers', () => {
	it('is what a whole reading gives', () => {
		const again = rereadRecord(read(json), changed({ 'workload.edgeRps': '1234.5' }));
		expect(again).toEqual(read({ ...json, workload: { ...json.workload, edgeRps: '1234.5' } }));
	});

	it('keeps its choices where none hangs on the number, and takes new ones where one does', () => {
		const before = read(json);
		const rate = rereadRecord(before, changed({ 'workload.edgeRps': '7' }));
		expect(rate?.choices).toBe(before.choices);
		const clusters = rereadRecord(before, changed({ 'workload.clusters': '3' }));
		expect([before.choices.manyClusters, clusters?.choices.manyClusters]).toEqual([false, true]);
		const back = clusters && rereadRecord(clusters, changed({ 'workload.clusters': '1' }));
		expect(back?.choices).toEqual(before.choices);
	});

	it.each([
		['a number out of its range', { 'workload.edgeRps': '-1' }],
		['text that is no number', { 'workload.edgeRps': 'many' }],
		['a field that holds no number', { 'mesh.kind': '3' }],
		['a field that the record does not have', { 'workload.edgeRsp': '3' }],
		['a number that had no figure before', { 'mesh.waypoint.deployments[4]': '3' }]
	])('leaves %s to the whole reading, which says what is wrong', (_, numbers) => {
		expect(rereadRecord(read(json), changed(numbers))).toBeUndefined();
	});

	it('gives the mesh being left its own numbers, and those that both share', () => {
		const source = {
			mesh: { ...((first.input as Json)['mesh'] as Json), id: 'left' },
			licence: null
		};
		const leaving = (share: number, cpu: number): Json => ({
			...json,
			workload: { ...json.workload, payloadKiB: share },
			support: {
				...json.support,
				migration: {
					source: {
						...source,
						mesh: { ...source.mesh, crossAzIncluded: false, feePerProxyHour: cpu }
					}
				}
			}
		});
		const again = rereadRecord(
			read(leaving(4, 0.5)),
			changed({
				'workload.payloadKiB': '9',
				'support.migration.source.mesh.feePerProxyHour': '0.25'
			})
		);
		expect(again).toEqual(read(leaving(9, 0.25)));
	});
});
