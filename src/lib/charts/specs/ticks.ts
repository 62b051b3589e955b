export interface Ticks {
	readonly from: number;
	readonly to: number;
	readonly at: readonly number[];
}

const STEPS = [1, 2, 2.5, 5, 10] as const;

/**
 * Round values that cover `low`…`high` and 0, about `count` of them. An empty range gets 0…1, so
 * that a chart of zeros still has an axis.
 */
export function ticks(low: number, high: number, count = 6): Ticks {
	const bottom = Math.min(0, low);
	const top = Math.max(0, high);
	const span = top - bottom || 1;
	const rough = span / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = (STEPS.find((factor) => factor * power >= rough) ?? 10) * power;
	const first = Math.floor(bottom / step);
	const last = Math.max(Math.ceil((top || 1) / step - 1e-9), first + 1);
	const at = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
	return { from: first * step, to: last * step, at };
}
