import { describe, expect, it } from 'vitest';
import { FOCUS_COLUMNS, focusCsv } from './focus.ts';
import { report } from './report-fixture.ts';

describe('the FOCUS-shaped file', () => {
	const lines = focusCsv(report).split('\r\n');
	const [head = '', first = '', second = '', unknown = ''] = lines;

	it('has 25 columns of FOCUS in alphabetical order, then 8 of ours that begin with x_', () => {
		const names = head.split(',');
		const own = names.filter((name) => name.startsWith('x_'));
		const theirs = names.slice(0, -own.length);
		expect([theirs.length, own.length]).toEqual([25, 8]);
		expect(theirs).toEqual([...theirs].sort());
		expect(names).toEqual(FOCUS_COLUMNS.map(({ name }) => name));
	});

	it('writes month 1 of a plan from 2026-12 as December, its end exclusive', () => {
		expect(first).toBe(
			'10.25,,,USD,2027-01-01T00:00:00Z,2026-12-01T00:00:00Z,Usage,,Nodes,2027-01-01T00:00:00Z,' +
				'2026-12-01T00:00:00Z,10.25,10.25,Amazon Web Services,Amazon Web Services,,,,,eu-west-1,' +
				'Compute,Nodes,Amazon Web Services,,"{""block"":""infra"",""option"":""=1+1""}",Estimate,' +
				'mine,infra.compute,,,1.0.0,2026-11-24,'
		);
	});

	it('keeps a saving of -0.05 a number and leaves out the month in which nothing is spent', () => {
		expect(second.startsWith('-0.05,')).toBe(true);
		// 2 cells of the first option, 3 without a figure of the second, the head and the last break.
		expect(lines).toHaveLength(2 + 3 + 2);
	});

	it('leaves a cost that is not known empty, never 0 or N/A', () => {
		expect(unknown.startsWith(',,,USD,2026-12-01T00:00:00Z,2026-11-01T00:00:00Z,Usage')).toBe(true);
		expect(unknown).not.toMatch(/N\/A|null/i);
	});

	it('keeps any name of an option whole in its tags: JSON, in a quoted cell', () => {
		const label = 'a "quoted", \\ name\r\nof <two> lines';
		const options = report.options.map((option) => ({ ...option, label }));
		const cells = focusCsv({ ...report, options }).match(/"\{(?:[^"]|"")*\}"/g) ?? [];
		expect(cells.length).toBeGreaterThan(0);
		for (const cell of cells) {
			const tags: unknown = JSON.parse(cell.slice(1, -1).replaceAll('""', '"'));
			expect(tags).toMatchObject({ block: expect.any(String), option: label });
		}
	});
});
