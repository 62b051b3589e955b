import { describe, expect, it } from 'vitest';
import { cholesky, correlationFault } from './copula.ts';

describe('cholesky (model §15)', () => {
	it('factors 0.6 between two inputs into rows 1 and 0.6, 0.8', () => {
		expect(
			cholesky([
				[1, 0.6],
				[0.6, 1]
			])
		).toEqual([[1], [0.6, 0.8]]);
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

describe('correlationFault', () => {
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
