import { expect, it } from 'vitest';
import type { ReportBand, ReportOption } from '../types.ts';
import { leanNotes } from './lean.ts';

const gap = { missing: 'not-applicable' as const, reason: 'not part of this test' };
const option = (label: string, spend: string, range?: ReportBand): ReportOption => ({
	id: label.toLowerCase(),
	label,
	base: 'linkerd',
	kind: 'sidecar',
	status: 'available',
	rows: [],
	totals: {
		infra: gap,
		support: gap,
		oneOff: gap,
		spend,
		avoided: gap,
		adoption: gap,
		presentValue: gap,
		spendOtherwise: gap,
		netPresentValue: gap
	},
	capacity: gap,
	latency: gap,
	facts: [],
	...(range === undefined ? {} : { range })
});

const RANGE = { p10: '1300000.00', p50: '1600000.00', p90: '2100000.00' };
const notes = (...options: readonly ReportOption[]) => leanNotes({ options, currency: 'USD' });

it('says nothing of totals within their range, on its ends to the eye, or without a range', () => {
	expect(
		notes(
			option('A', '1600000.00', RANGE),
			option('B', '1300000.00', RANGE),
			option('C', '2100000.00', RANGE),
			option('D', '1.00'),
			option('E', '1299999.97', RANGE)
		)
	).toEqual([]);
});

it('says by how much one total lies below its P10, and what to budget with', () => {
	const [note, ...rest] = notes(option('A', '1200000.00', RANGE));
	expect(rest).toEqual([]);
	expect(note).toMatchObject({ code: 'POINT_OUTSIDE_RANGE', options: ['a'] });
	expect(note?.message).toMatch(
		/below their own P10 \(\$1\.2m against \$1\.3m\): A\..*P50 or more/
	);
});

it('names several in one note, and those above P90 in another', () => {
	const found = notes(
		option('A', '1200000.00', RANGE),
		option('B', '1100000.00', RANGE),
		option('C', '2200000.00', RANGE)
	);
	expect(found.map(({ options }) => options)).toEqual([['a', 'b'], ['c']]);
	expect(found[0]?.message).toMatch(/below their own P10: A, B\./);
	expect(found[1]?.message).toMatch(/above their own P90 \(\$2\.2m against \$2\.1m\): C\./);
});
