import { describe, expect, it } from 'vitest';
import { rowsIn } from './mesh-rows.ts';

const place = { id: 'file/option.part', group: 'mesh', label: 'Example' } as const;
const said = { source: 'chart', asOf: '2026-07-13', method: 'published', grade: 'A' };

describe('rowsIn', () => {
	it('gives a range with its three ends, sources and reason', () => {
		const range = {
			low: '1',
			central: '2',
			high: '4',
			unit: 'ms',
			method: 'assumed',
			grade: 'D',
			sources: ['a', 'b'],
			asOf: '2026-11-23',
			reason: 'A guess.',
			observations: ['one']
		};
		expect([...rowsIn({ hopP50Ms: range }, place)]).toEqual([
			{
				id: 'file/option.part.hopP50Ms',
				group: 'mesh',
				label: 'Example: Latency added per call, median',
				amount: '2',
				low: '1',
				high: '4',
				unit: 'ms',
				method: 'assumed',
				grade: 'D',
				sources: ['a', 'b'],
				asOf: '2026-11-23',
				observations: ['one'],
				why: 'A guess.'
			}
		]);
	});

	it('gives each column of a tier its unit and the words of the table', () => {
		const plane = { tiers: [{ maxConn: '4000', cpu: '1' }], ...said, note: 'As installed.' };
		const rows = [...rowsIn(plane, place)];
		expect(rows.map(({ id, amount, unit }) => [id, amount, unit])).toEqual([
			['file/option.part.tiers.0.maxConn', '4000', 'connection/plane'],
			['file/option.part.tiers.0.cpu', '1', 'core/plane']
		]);
		expect(rows[0]).toMatchObject({ sources: ['chart'], asOf: '2026-07-13', why: 'As installed.' });
	});

	it('lets a tier speak for itself where it does', () => {
		const own = { cpu: '2', method: 'assumed', grade: 'D', reason: 'Judged.' };
		const [row] = rowsIn({ tiers: [own], ...said }, place);
		expect(row).toMatchObject({
			method: 'assumed',
			grade: 'D',
			why: 'Judged.',
			sources: ['chart']
		});
	});

	it('keeps a gap as a gap, with its reason and no amount', () => {
		const [row] = rowsIn({ price: { missing: 'not-published', reason: 'By quotation.' } }, place);
		expect(row).toMatchObject({ missing: 'not-published', why: 'By quotation.' });
		expect(row?.amount).toBeUndefined();
	});

	it('finds nothing in words, switches and nothing', () => {
		expect([...rowsIn({ label: 'Istio', included: true, ids: ['x'] }, place)]).toEqual([]);
		expect([...rowsIn(undefined, place)]).toEqual([]);
	});
});
