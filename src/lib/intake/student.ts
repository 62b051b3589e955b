/** ln Γ(x) for x > 0, by Lanczos' series with g = 7 and 9 terms (error below 1e-14). */
function lnGamma(x: number): number {
	const terms = [
		0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
		-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
		1.5056327351493116e-7
	];
	const shifted = x - 1;
	const base = shifted + 7.5;
	const series = terms.reduce((sum, term, i) => sum + (i === 0 ? term : term / (shifted + i)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (shifted + 0.5) * Math.log(base) - base + Math.log(series);
}

/** Continued fraction of the incomplete beta function, by Lentz' method. */
function betaFraction(x: number, a: number, b: number): number {
	const tiny = 1e-300;
	let c = 1;
	let d = 1 / floor(1 - ((a + b) * x) / (a + 1), tiny);
	let fraction = d;
	for (let m = 1; m <= 300; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / floor(1 + even * d, tiny);
		c = floor(1 + even / c, tiny);
		fraction *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / floor(1 + odd * d, tiny);
		c = floor(1 + odd / c, tiny);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < 1e-15) break;
	}
	return fraction;
}

function floor(value: number, tiny: number): number {
	return Math.abs(value) < tiny ? tiny : value;
}

/** Regularised incomplete beta function I_x(a, b). */
function incompleteBeta(x: number, a: number, b: number): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const lnFront = lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log(1 - x);
	if (x < (a + 1) / (a + b + 2)) return (Math.exp(lnFront) * betaFraction(x, a, b)) / a;
	return 1 - (Math.exp(lnFront) * betaFraction(1 - x, b, a)) / b;
}

/** Probability that Student's t with `freedom` degrees exceeds `t` ≥ 0 on either side. */
function twoSidedTail(t: number, freedom: number): number {
	return incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
}

/** The t beyond which, on both sides together, lies 1 − `level`; by bisection. */
export function studentT(level: number, freedom: number): number {
	let low = 0;
	let high = 1;
	while (twoSidedTail(high, freedom) > 1 - level && high < 1e9) high *= 2;
	for (let step = 0; step < 200 && high - low > 1e-12 * high; step++) {
		const middle = (low + high) / 2;
		if (twoSidedTail(middle, freedom) > 1 - level) low = middle;
		else high = middle;
	}
	return (low + high) / 2;
}
