import { valueOf, type BarSpec } from './spec.ts';

/** Smallest and largest value a bar chart reaches, ranges included. */
export function reach(spec: Pick<BarSpec, 'bars' | 'layout'>): {
	readonly low: number;
	readonly high: number;
} {
	let low = 0;
	let high = 0;
	for (const bar of spec.bars) {
		const values = bar.points.map((point) => valueOf(point) ?? 0);
		const total = (sign: 1 | -1): number =>
			spec.layout === 'stacked'
				? values.filter((value) => value * sign > 0).reduce((sum, value) => sum + value, 0)
				: Math.max(0, ...values.map((value) => value * sign)) * sign;
		high = Math.max(high, total(1), bar.range?.high ?? 0);
		low = Math.min(low, total(-1), bar.range?.low ?? 0);
	}
	return { low, high };
}
