import { sumOfPowers } from './power-sum.ts';

const NOISE = 1e-9;
const TIE = 1e-12;

/** One operation on numbers: what the loops over lanes and blocks do, for what does not vary. */
export function scalarOf(op: string, a: number, b = NaN, c = NaN, d = NaN): number {
	switch (op) {
		case 'add':
			return a + b;
		case 'sub':
			return a - b;
		case 'mul':
			return a * b;
		case 'div':
			return a / b;
		case 'max':
			return Math.max(a, b);
		case 'min':
			return Math.min(a, b);
		case 'pow':
			return Math.pow(a, b);
		case 'powerSum':
			return sumOfPowers(a, b);
		case 'ceil':
			return Math.max(0, Math.ceil(a - NOISE));
		case 'floor':
			return Math.floor(a + NOISE);
		case 'ln':
			return Math.log(a);
		case 'exp':
			return Math.exp(a);
		case 'guard':
			return a > 0 ? a : NaN;
		case 'ifAbove':
			if (Number.isNaN(a - b)) return NaN;
			return a - b > Math.abs(b) * TIE ? c : d;
		default:
			return NaN;
	}
}
