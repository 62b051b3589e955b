import { describe, expect, it } from 'vitest';
import { reportTable } from '../../src/cli/table/report-table.ts';
import { capacitySpec } from '../../src/lib/charts/specs/capacity.ts';
import { catalogs, TODAY } from '../../src/lib/plan/resolve/example-resolve.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { isGap } from '../../src/lib/report/gap.ts';
import type { ReportCapacity } from '../../src/lib/report/types.ts';
import { whyOf } from '../../src/lib/report/why.ts';
import { workOut } from '../../src/lib/report/work-out.ts';
import { reportSchema } from '../../src/lib/server/schema/report-schema.ts';

const OPTION = 'ecs-service-connect' as const;

function connect(pods: number) {
	const plan = { options: [OPTION], workload: { pods }, platform: { runtime: 'ecs' as const } };
	const catalog = catalogs.aws;
	const found = workOut({ plan, catalog, generatedAt: TODAY, reading: 'doubles' });
	if (!found.ok) throw new Error(found.errors[0]?.message);
	const report = reportOf(found.value, TODAY);
	const [option] = report.options;
	if (option === undefined || isGap(option.capacity)) throw new Error('no capacity');
	return { worked: found.value, report, capacity: option.capacity };
}

const usedOf = ({ month1, monthLast }: ReportCapacity) =>
	[month1, monthLast].flatMap(({ coresUsed, gibUsed }) => [coresUsed, gibUsed]);

describe('the use of a task proxy, which nobody has measured', () => {
	const { worked, report, capacity } = connect(300);
	const [gap] = usedOf(capacity);
	const reason = isGap(gap) ? gap.reason : '';

	it('is a gap with its reason in both months, cores and GiB, never 0', () => {
		expect(reason).toMatch(/^No measurement of what the provider’s task proxy uses/);
		for (const used of usedOf(capacity)) expect(used).toEqual({ missing: 'not-measured', reason });
	});

	it('reaches the chart and its table, with what is known beside it', () => {
		const chart = capacitySpec(report, 'memory', 'last');
		const { gibRequested: value } = capacity.monthLast;
		expect(chart.bars[0]?.points.slice(0, 2)).toEqual([{ gap: reason }, { value }]);
		expect(chart.notes).toEqual([`Amazon ECS Service Connect: ${reason}`]);
	});

	it('reaches the terminal, the why and the JSON of the report', () => {
		const text = reportTable(report).replaceAll(/\s+/g, ' ');
		expect(text).toMatch(/Cores used at peak n\/a/);
		expect(text).toContain(`Cores used at peak: ${reason}`);
		const why = whyOf({ worked, option: OPTION, id: 'capacity.coresUsed', month: 1 });
		expect(why?.value).toBe(`not available: ${reason}`);
		expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).success).toBe(true);
	});

	it('is 0 where no task runs one', () => {
		for (const used of usedOf(connect(0).capacity)) expect(used).toBe(0);
	});
});
