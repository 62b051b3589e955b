/** Up to here the sum is taken term by term; beyond, by Euler and Maclaurin. */
const TERM_BY_TERM = 4096;

/**
 * Σ_{i=1..n} i^b in doubles, for whole n ≥ 0 of any size, in bounded time.
 *
 * The tail from a to n is the integral, half the end terms and the first two Bernoulli corrections:
 * with a = 4096 and |b| ≤ 3 the rest is below 1e-16 of the sum.
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
	const integral = b === -1 ? Math.log(n / a) : (n ** (b + 1) - a ** (b + 1)) / (b + 1);
	const ends = (n ** b - a ** b) / 2;
	const slope = (b * (n ** (b - 1) - a ** (b - 1))) / 12;
	const third = (b * (b - 1) * (b - 2) * (n ** (b - 3) - a ** (b - 3))) / 720;
	return integral + ends + slope - third;
}
