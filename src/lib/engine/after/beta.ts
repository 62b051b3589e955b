/**
 * The beta distribution on [0, 1], as PERT needs it (`model.md` §15), in doubles.
 */

const MAX_TERMS = 300;
const TINY = 1e-300;
const LANCZOS = [
	676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
	-0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7
] as const;

/** ln Γ(x) for x ≥ 0.5, by Lanczos' series with g = 7. */
export function logGamma(x: number): number {
	const t = x + 6.5;
	const series = LANCZOS.reduce((total, c, i) => total + c / (x + i), 0.9999999999998099);
	return (x - 0.5) * Math.log(t) - t + Math.log(Math.sqrt(2 * Math.PI) * series);
}

/** ln B(a, b). */
export function logBeta(a: number, b: number): number {
	return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/** I_x(a, b): the share of a beta distribution below x; `logB` is ln B(a, b), where it is known. */
export function betaCdf(x: number, a: number, b: number, logB = logBeta(a, b)): number {
	if (x <= 0) return 0;
	if (x >= 1) return 1;
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logB);
	return x < (a + 1) / (a + b + 2)
		? (front * continuedFraction(x, a, b)) / a
		: 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** The fraction of I_x, evaluated forwards by the method of Lentz. */
function continuedFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / away(1 - ((a + b) * x) / (a + 1));
	let value = d;
	for (let m = 1; m <= MAX_TERMS; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / away(1 + even * d);
		c = away(1 + even / c);
		value *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / away(1 + odd * d);
		c = away(1 + odd / c);
		value *= d * c;
		if (Math.abs(d * c - 1) < 1e-16) break;
	}
	return value;
}

/** Keeps a denominator off 0. */
function away(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}
