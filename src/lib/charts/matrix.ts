/** An affine map: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
	readonly a: number;
	readonly b: number;
	readonly c: number;
	readonly d: number;
	readonly e: number;
	readonly f: number;
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The map that does `inner` first. */
export const composed = (outer: Matrix, inner: Matrix): Matrix => ({
	a: outer.a * inner.a + outer.c * inner.b,
	b: outer.b * inner.a + outer.d * inner.b,
	c: outer.a * inner.c + outer.c * inner.d,
	d: outer.b * inner.c + outer.d * inner.d,
	e: outer.a * inner.e + outer.c * inner.f + outer.e,
	f: outer.b * inner.e + outer.d * inner.f + outer.f
});

/** A point as "x y", to a hundredth of a px. */
export const mapped = ({ a, b, c, d, e, f }: Matrix, x: number, y: number): string =>
	`${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`;

/** Hundredths are finer than any printer; more digits only make files larger. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** How much lengths grow. */
export const scaleOf = ({ a, b }: Matrix): number => Math.hypot(a, b);

/** Turn in degrees, clockwise. */
export const turnOf = ({ a, b }: Matrix): number => round((Math.atan2(b, a) * 180) / Math.PI);
