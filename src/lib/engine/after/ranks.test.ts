import { describe, expect, it } from 'vitest';
import { doubledRanks, ranksOf } from './ranks.ts';

describe('ranksOf', () => {
	it('counts what lies below each of 0.3, −2, 5', () => {
		expect([...ranksOf(Float64Array.of(0.3, -2, 5))]).toEqual([1, 0, 2]);
	});
});

describe('ranksOf, of many', () => {
	it('ranks 2000 scores as sorting does, those beyond 8 among the last', () => {
		const scores = Float64Array.from({ length: 2000 }, (_, i) => 4 * Math.sin(i * i));
		scores[7] = 9;
		const order = scores.slice().sort();
		expect([...ranksOf(scores)]).toEqual([...scores].map((score) => order.indexOf(score)));
	});
});

describe('doubledRanks', () => {
	it('ranks 30, 10, 20 as 3, 1, 2, doubled', () => {
		expect([...doubledRanks(Float64Array.of(30, 10, 20))]).toEqual([6, 2, 4]);
	});

	it('gives ties their mean rank: 5, 5, 1, 9 are 2.5, 2.5, 1, 4, doubled', () => {
		expect([...doubledRanks(Float64Array.of(5, 5, 1, 9))]).toEqual([5, 5, 2, 8]);
	});
});
