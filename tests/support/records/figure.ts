import { Decimal } from '../../../src/lib/engine/decimal.ts';
import type { ModelAnswer } from '../../../src/lib/engine/model.ts';

/**
 * A figure of a result record by its path. Row keys have dots of their own, so at each object the
 * longest name that fits is taken.
 */
export function figureAt(answer: ModelAnswer, path: string): number {
	const found = walk(answer, path.split('.'));
	if (typeof found !== 'number') throw new Error(`${path} is ${JSON.stringify(found)}`);
	return found;
}

function walk(value: unknown, names: readonly string[]): unknown {
	if (names.length === 0) return value;
	if (typeof value !== 'object' || value === null) return undefined;
	for (let count = names.length; count > 0; count--) {
		const name = names.slice(0, count).join('.');
		if (Object.hasOwn(value, name)) {
			return walk((value as Record<string, unknown>)[name], names.slice(count));
		}
	}
	return undefined;
}

/** `a`, `a + b` or `a / 1024`, rounded to as many decimals as were printed. */
export function asPrinted(answer: ModelAnswer, sum: string, printed: string): string {
	const [over = '', under = '1'] = sum.split(' / ');
	const total = over
		.split(' + ')
		.reduce((all, path) => all.plus(figureAt(answer, path)), new Decimal(0));
	const decimals = printed.split('.')[1]?.length ?? 0;
	return total.div(under).toFixed(decimals, Decimal.ROUND_HALF_EVEN);
}
