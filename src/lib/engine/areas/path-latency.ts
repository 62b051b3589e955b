import {
	constant,
	exponential,
	ifAbove,
	naturalLog,
	number,
	one,
	zero,
	type Expr
} from '../graph/expr.ts';
import { inputs } from '../inputs.ts';
import { nothingMeshed, type Choices } from '../choices.ts';
import { whenMeshed, type Traffic } from './traffic.ts';

const { latency, workload } = inputs;

/** Φ⁻¹(0.99): where a lognormal's p99 lies, in standard deviations of its logarithm. */
const P99 = number('2.3263478740408408');

const ms = constant(1, 'ms');

/** Mean that one call gains: of the lognormal through p50 and p99 (`model.md` §11). */
export const hopMean: Expr<'ms'> = (() => {
	// Draws take p50 and p99 on their own: a p99 below its median is read as no spread.
	const high = latency.hopP99Ms.atLeast(latency.hopP50Ms);
	const spread = naturalLog(high.over(latency.hopP50Ms))
		.over(P99)
		.as({ id: 'latency.hopSpread', label: 'Spread of the latency of a call', symbol: 'σ' });
	const middle = naturalLog(latency.hopP50Ms.over(ms));
	const half = spread.by(spread).over(number(2));
	const mean = ms.by(exponential(middle.plus(half)));
	return ifAbove(latency.hopP50Ms, zero('ms'), mean, zero('ms')).as({
		id: 'latency.hopMean',
		label: 'Mean latency that a call gains',
		symbol: 'E',
		sources: ['model §11']
	});
})();

/** Mean that a request gains over its longest path of calls: means add exactly. */
export function pathMean(choices: Choices, flow: Traffic): Expr<'ms'> {
	const mean = nothingMeshed(choices)
		? zero('ms')
		: whenMeshed(choices, flow.podsMeshed)(hopMean.by(workload.criticalPathDepth));
	return mean.by(one).as({
		id: 'latency.pathMean',
		label: 'Mean latency that a request gains',
		why: 'Calls in sequence add up; calls in parallel do not.'
	});
}
