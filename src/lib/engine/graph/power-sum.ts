/** Up to here the sum is taken term by term; beyond, by Euler and Maclaurin. */
const TERM_BY_TERM = 16;
/** B₂ₖ/(2k)!, the weights of the odd derivatives at the ends. */
const WEIGHTS = [1 / 12, -1 / 720, 1 / 30_240, -1 / 1_209_600, 1 / 47_900_160] as const;

/**
 * Σ_{i=1..n} i^b in doubles, for whole n ≥ 0 of any size, in bounded time.
 *
 * The tail from a to n is the integral, half the end terms and the first five Bernoulli corrections:
 * with a = 16 and |b| ≤ 3 the next one is below 1e-16 of the sum.
 */
export function sumOfPowers(n: number, b: number): number {
	if (!Number.isFinite(n)) return NaN;
	const near = Math.min(n, TERM_BY_TERM);
	let total = 0;
	for (let i = near; i >= 1; i--) total += i ** b;
	return n > near ? total + tail(near, n, b) : total;
}

/** Σ_{i=a+1..n} i^b. */
function tail(a: number, n: number, b: number): number {
	const [first, last] = [a ** b, n ** b];
	const ratio = Math.log(n / a);
	const grown = (b + 1) * ratio;
	// (n^(b+1) − a^(b+1))/(b + 1) without the difference of two like numbers near b = −1.
	const integral = grown === 0 ? a * first * ratio : (a * first * Math.expm1(grown)) / (b + 1);
	let total = integral + (last - first) / 2;
	let [here, there] = [(b * first) / a, (b * last) / n];
	for (let k = 0; k < WEIGHTS.length; k++) {
		total += (WEIGHTS[k] ?? 0) * (there - here);
		const next = (b - 2 * k - 1) * (b - 2 * k - 2);
		here *= next / (a * a);
		there *= next / (n * n);
	}
	return total;
}
