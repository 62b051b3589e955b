/** Exact sums on decimal text, so that a price never passes through a float. */
interface Scaled {
	readonly digits: bigint;
	readonly scale: number;
}

function scaled(text: string): Scaled {
	const [whole = '', fraction = ''] = text.split('.');
	return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function plain({ digits, scale }: Scaled): string {
	const sign = digits < 0n ? '-' : '';
	const all = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
	const whole = all.slice(0, all.length - scale);
	const fraction = scale === 0 ? '' : all.slice(-scale).replace(/0+$/, '');
	return sign + (fraction === '' ? whole : `${whole}.${fraction}`);
}

/** The product of two decimals, exact. */
export function product(a: string, b: string): string {
	const [x, y] = [scaled(a), scaled(b)];
	return plain({ digits: x.digits * y.digits, scale: x.scale + y.scale });
}

/** a − b, exact. */
export function difference(a: string, b: string): string {
	const [x, y] = [scaled(a), scaled(b)];
	const scale = Math.max(x.scale, y.scale);
	const lift = (it: Scaled): bigint => it.digits * 10n ** BigInt(scale - it.scale);
	return plain({ digits: lift(x) - lift(y), scale });
}

/** a / b to so many places, halves away from zero. Both are above 0. */
export function quotient(a: string, b: string, places: number): string {
	const [x, y] = [scaled(a), scaled(b)];
	const over = x.digits * 10n ** BigInt(places + y.scale);
	const under = y.digits * 10n ** BigInt(x.scale);
	return plain({ digits: (2n * over + under) / (2n * under), scale: places });
}
