import type { DistributionName } from '../after/distributions.ts';
import { constant, zero, type Expr, type Formula } from '../graph/expr.ts';
import { tapeOf } from '../graph/tape.ts';
import { ROW_KEYS } from '../rows.ts';
import type { Subject, Supply } from './supply.ts';

/** An option for tests that costs `monthly` and nothing else. */
export function exampleSubject(
	id: string,
	monthly: Expr<'USD/month'>,
	supplies: Readonly<Record<string, Supply>>,
	margin: Formula = constant(1, '1')
): Subject {
	const rows: Record<string, Formula> = {};
	for (const key of ROW_KEYS) rows[key] = zero('USD/month');
	const roots = { ...rows, 'infra.compute': monthly, 'check.0': margin };
	return { id, tape: tapeOf(roots), supplyOf: (path) => supplies[path] };
}

/** An input under doubt. */
export const drawn = (
	path: string,
	distribution: DistributionName,
	[low, central, high]: readonly [number, number, number]
): Supply => ({ kind: 'drawn', spec: { path, distribution, low, central, high } });
