import { expect, it } from 'vitest';
import { report } from '../../export/report-fixture.ts';
import type { ReportTornadoBar } from '../../report/types.ts';
import { tornadoSpec } from './tornado.ts';

const bar = (rest: Partial<ReportTornadoBar>): ReportTornadoBar => ({
	...{ path: 'workload.growthPodsMonthly', label: 'Growth', unit: '1', people: false },
	...{ low: '0.0025', central: '0.02', high: '0.05', cheap: '9.00', dear: '12.00' },
	cheapEnd: 'low',
	...rest
});

const ends = (rest: Partial<ReportTornadoBar>): readonly (string | undefined)[] => {
	const tornado = [{ option: 'mine', central: '10.20', bars: [bar(rest)], peopleLead: false }];
	const spec = tornadoSpec({ ...report, comparison: { ...report.comparison, tornado } }, 'mine');
	return [spec?.rows[0]?.atCheap, spec?.rows[0]?.atDear];
};

it('writes a share in per cent, as its field does, and other numbers as they are', () => {
	expect(ends({ percent: true })).toEqual(['0.25\u00a0%', '5\u00a0%']);
	expect(ends({})).toEqual(['0.0025', '0.05']);
});
