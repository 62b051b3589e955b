/** Chance that at least one of `calls` parallel calls is slow: 1 − (1−p)^b (`model.md` §11). */
export function anySlow(slowShare: number, calls: number): number {
	return -Math.expm1(calls * Math.log1p(-slowShare));
}

/** Quantile each of `calls` parallel calls must meet for the page to meet `quantile`: q^{1/b}. */
export function quantilePerCall(quantile: number, calls: number): number {
	return Math.pow(quantile, 1 / calls);
}
