import { capacitySpec } from '../charts/specs/capacity.ts';
import { costSpec } from '../charts/specs/cost.ts';
import { latencySpec } from '../charts/specs/latency.ts';
import { overTimeSpec } from '../charts/specs/over-time.ts';
import type { ChartSpec } from '../charts/specs/spec.ts';
import type { Report } from '../report/types.ts';
import type { ChartId } from './file-kinds.ts';

/** The chart of a report that goes by a name. */
export function chartOf(report: Report, id: ChartId): ChartSpec {
	switch (id) {
		case 'cost':
			return costSpec(report, 'all');
		case 'month':
			return costSpec(report, 'month');
		case 'time':
			return overTimeSpec(report, { mode: 'running', of: report.comparison.cheapest });
		case 'cores':
			return capacitySpec(report, 'cores', 'first');
		case 'memory':
			return capacitySpec(report, 'memory', 'first');
		case 'latency':
			return latencySpec(report);
	}
}
