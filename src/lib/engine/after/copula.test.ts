import { describe, expect, it } from 'vitest';
import { cholesky, correlate, correlationFault } from './copula.ts';

describe('cholesky (model §15)', () => {
	it('factors 0.6 between two inputs into rows 1 and 0.6, 0.8', () => {
		expect(
			cholesky([
				[1, 0.6],
				[0.6, 1]
			])
		).toEqual([[1], [0.6, 0.8]]);
	});

	it('divides by the pivot of the second of three inputs: 0.4 = (0.5 − 0.6·0.3)/0.8', () => {
		const lower = cholesky([
			[1, 0.6, 0.3],
			[0.6, 1, 0.5],
			[0.3, 0.5, 1]
		]);
		// The last: √(1 − 0.09 − 0.16).
		const [, , last = []] = lower ?? [];
		expect(last.map((factor) => factor.toFixed(12))).toEqual([
			'0.300000000000',
			'0.400000000000',
			Math.sqrt(0.75).toFixed(12)
		]);
	});

	it('accepts a matrix of all 1 as semi-definite', () => {
		expect(
			cholesky([
				[1, 1, 1],
				[1, 1, 1],
				[1, 1, 1]
			])
		).toEqual([[1], [1, 0], [1, 0, 0]]);
	});

	it('refuses 0.9, 0.9 and −0.9 between three inputs', () => {
		// Determinant 1 + 2·0.9·0.9·(−0.9) − 3·0.81 = −2.888.
		expect(
			cholesky([
				[1, 0.9, 0.9],
				[0.9, 1, -0.9],
				[0.9, -0.9, 1]
			])
		).toBeUndefined();
	});

	it('refuses two twins of which only one correlates with a third', () => {
		expect(
			cholesky([
				[1, 1, 0.5],
				[1, 1, 0],
				[0.5, 0, 1]
			])
		).toBeUndefined();
	});
});

describe('correlate', () => {
	it('adds 0.6 of the first score to 0.8 of the second', () => {
		const scores = correlate([[1], [0.6, 0.8]], [Float64Array.of(1, -2), Float64Array.of(3, 5)]);
		expect(scores.map((row) => [...row].map((score) => score.toFixed(12)))).toEqual([
			['1.000000000000', '-2.000000000000'],
			['3.000000000000', '2.800000000000']
		]);
	});
});

describe('correlationFault', () => {
	it('takes correlations of −1 and 1 for what they are', () => {
		expect(
			correlationFault([
				[1, -1],
				[-1, 1]
			])
		).toBeUndefined();
	});

	it('says what is wrong, or nothing of a good matrix', () => {
		expect(
			correlationFault([
				[1, 0.5],
				[0.5, 1]
			])
		).toBeUndefined();
		expect(
			correlationFault([
				[1, 0.5],
				[0.4, 1]
			])
		).toBe('0.5 one way and 0.4 the other');
		expect(
			correlationFault([
				[1, 2],
				[2, 1]
			])
		).toContain('from -1 to 1');
		expect(correlationFault([[0.9]])).toContain('not by 0.9');
		expect(correlationFault([[1, 0]])).toBe('row 1 has 2 of 1 numbers');
		expect(
			correlationFault([
				[1, 0.9, 0.9],
				[0.9, 1, -0.9],
				[0.9, -0.9, 1]
			])
		).toContain('semi-definite');
	});
});
