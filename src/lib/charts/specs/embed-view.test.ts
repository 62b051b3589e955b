import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../catalog/catalog.ts';
import { buildReport } from '../../report/build-report.ts';
import type { Report } from '../../report/types.ts';
import { choosable, movedSince, viewOf } from './embed-view.ts';

async function reportOf(): Promise<Report> {
	const catalog = await loadCatalog('aws');
	const asked = { plan: {}, catalog, generatedAt: '2026-11-24', reading: 'exact' as const };
	const report = buildReport(asked);
	if (!report.ok) throw new Error(report.errors[0]?.message);
	return report.value;
}

/** The same report with another total of its cheapest option. */
const costing = (report: Report, spend: string): Report => ({
	...report,
	options: report.options.map((option) =>
		option.id === report.comparison.cheapest
			? { ...option, totals: { ...option.totals, spend } }
			: option
	)
});

describe('viewOf', () => {
	it('is at most 20 kB of JSON and comes back from it unchanged', async () => {
		const view = viewOf(await reportOf(), { kind: 'live', day: '2026-11-24' });
		const text = JSON.stringify(view);
		expect(text.length).toBeLessThan(20_000);
		expect(JSON.parse(text)).toEqual(view);
	});

	it('shows each of the 6 options, with the ended one marked and left out of the choices', async () => {
		const view = viewOf(await reportOf(), { kind: 'live', day: '2026-11-24' });
		expect(view.rows).toHaveLength(6);
		expect(view.rows.find(({ id }) => id === 'app-mesh')?.mark).toBe('ended Sep 2026');
		expect(choosable(view).map(({ id }) => id)).not.toContain('app-mesh');
		expect(choosable(view).map(({ id }) => id)).not.toContain('no-mesh');
	});

	it('headlines $214k for a cheapest option that costs 214,310.20', async () => {
		const report = costing(await reportOf(), '214310.20');
		const { headline } = viewOf(report, { kind: 'live', day: '2026-11-24' });
		expect(headline).toMatch(/: \$214k over 36 months$/);
	});
});

describe('the note of a view', () => {
	/** The same report with a range of its cheapest option, which is first in so many draws of 100. */
	const drawn = (report: Report, of100: number): Report => {
		const id = report.comparison.cheapest ?? '';
		const range = { p10: '186000.00', p50: '214000.00', p90: '262000.00' };
		return {
			...report,
			options: report.options.map((option) => (option.id === id ? { ...option, range } : option)),
			comparison: {
				...report.comparison,
				lead: '61000.00',
				probabilityCheapest: { [id]: of100 / 100 }
			}
		};
	};
	const noteOf = async (of100: number) =>
		viewOf(drawn(await reportOf(), of100), { kind: 'live', day: '2026-11-24' }).note;

	it('tells the range of 80 draws in 100 and the lead of $61k', async () => {
		expect(await noteOf(83)).toMatch(
			/^In 80 of 100 futures \$186k – \$262k\. .+ is \$61k dearer\.$/
		);
	});

	it('says that it is too close to call at 79 of 100, and not at 80', async () => {
		expect(await noteOf(79)).toMatch(/; too close to call: .+ is cheapest in 79 of 100 futures\.$/);
		expect(await noteOf(80)).not.toContain('too close');
	});
});

describe('movedSince', () => {
	it('tells $209k of before where $214k is read now, and nothing where both read $214k', async () => {
		const report = await reportOf();
		const now = costing(report, '214310.20');
		expect(movedSince(now, costing(report, '209000.00'), '2026-10-01')).toEqual({
			total: '$209k',
			day: '2026-10-01'
		});
		expect(movedSince(now, costing(report, '214100.00'), '2026-10-01')).toBeUndefined();
	});

	it('names the option that was cheapest before, where it is another one now', async () => {
		const now = await reportOf();
		const [, second = ''] = now.comparison.ranking;
		const then = { ...now, comparison: { ...now.comparison, cheapest: second } };
		const label = now.options.find(({ id }) => id === second)?.label;
		expect(movedSince(now, then, '2026-10-01')).toMatchObject({ label });
	});
});
