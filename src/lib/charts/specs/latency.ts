import { formatNumber } from '../../format/number.ts';
import type { Report, ReportOption } from '../../report/types.ts';
import { inCostOrder, markOf } from './cost.ts';
import type { Bar, BarSpec } from './spec.ts';

const ms = (value: number): string => `${formatNumber(value)} ms`;

function bar(option: ReportOption): Bar {
	const { latency } = option;
	const mark = markOf(option);
	const shared = {
		id: option.id,
		label: option.label,
		base: option.base,
		best: false,
		...(mark === undefined ? {} : { mark })
	};
	if ('missing' in latency) {
		const gap = { gap: latency.reason };
		return { ...shared, points: [gap, gap], end: 'not available' };
	}
	return {
		...shared,
		points: [{ value: latency.addedMeanMs }, { value: latency.addedP99Ms }],
		end: `p99 ${ms(latency.addedP99Ms)}`,
		range: { low: latency.addedP99Ms, high: latency.addedP99ComonotonicMs }
	};
}

/** What the mesh adds to one request over its longest chain of calls. */
export function latencySpec(report: Report): BarSpec {
	return {
		kind: 'bars',
		layout: 'grouped',
		id: 'latency',
		title: 'Latency the mesh adds to a request',
		finding:
			'Mean and 99th percentile over the longest chain of calls; the whisker ends where every hop ' +
			'is slow at once.',
		axis: { label: 'ms', short: ms, full: ms },
		series: [
			{ id: 'used', label: 'Mean' },
			{ id: 'requested', label: '99th percentile' }
		],
		bars: inCostOrder(report).map(bar),
		endBy: 'name',
		whisker: '99th percentile if all hops are slow at once',
		notes: report.options.flatMap((option) =>
			'missing' in option.latency ? [`${option.label}: ${option.latency.reason}`] : []
		)
	};
}
