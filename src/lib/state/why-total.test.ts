import { expect, it } from 'vitest';
import { report } from '../export/report-fixture.ts';
import type { Report } from '../report/types.ts';
import { LEAD, whyTotal } from './why-total.ts';

const [mine] = report.options;
if (mine === undefined) throw new Error('the fixture has an option');
const dear = {
	...{ ...mine, id: 'dear', label: 'Dear' },
	totals: { ...mine.totals, spend: '12.50' }
};
const two: Report = {
	...report,
	options: [mine, dear],
	comparison: { ...report.comparison, ranking: ['mine', 'dear'], lead: '2.30' }
};

it('explains the difference of the headline by the two totals: 12.50 less 10.20 is 2.30', () => {
	const why = whyTotal({ report: two, option: 'mine', id: LEAD, period: 'month' });
	expect(why).toMatchObject({ value: '2.30', unit: 'USD', months: 2 });
	expect(why?.formula).toBe('Total spend, Dear − Total spend, =1+1');
	expect(why?.terms.map(({ option, id, value }) => [option, id, value])).toEqual([
		['dear', 'spend', '12.50'],
		['mine', 'spend', '10.20']
	]);
});

it('has no difference to explain where one option alone can be chosen', () => {
	expect(whyTotal({ report, option: 'mine', id: LEAD, period: 'all' })).toBeUndefined();
});
