import { expect, it } from 'vitest';
import { constant, leaf } from '../graph/expr.ts';
import { drawn, exampleSubject } from './example-subject.ts';
import { prepare } from './prepare.ts';
import { swingsOf } from './swings.ts';

it('costs 12 · 30 in the middle and swings by 12 · (5 to 20) with an input of weight 2', () => {
	// 2·pods + nodes: pods 10 (7.5 to 20), nodes 10 (8 to 10).
	const pods = leaf('pods', 'USD/month').by(constant(2, '1'));
	const cost = pods.plus(leaf('nodes', 'USD/month'));
	const supplies = {
		pods: drawn('pods', 'pert', [7.5, 10, 20]),
		nodes: drawn('nodes', 'pert', [8, 10, 10])
	};
	const { central, of } = swingsOf(prepare([exampleSubject('a', cost, supplies)], 12));
	expect(central.get('a')).toBe(360);
	expect(of.get('a')).toEqual([
		{ path: 'nodes', atLow: 336, atHigh: 360 },
		{ path: 'pods', atLow: 300, atHigh: 600 }
	]);
});

it('swings options that share an input together, at their own ends of it', () => {
	const cost = leaf('price', 'USD/month');
	const subjects = [
		exampleSubject('a', cost, { price: drawn('price', 'pert', [1, 2, 3]) }),
		exampleSubject('b', cost, { price: drawn('price', 'pert', [1, 2, 9]) })
	];
	const { of } = swingsOf(prepare(subjects, 1));
	expect(of.get('a')).toEqual([{ path: 'price', atLow: 1, atHigh: 3 }]);
	expect(of.get('b')).toEqual([{ path: 'price', atLow: 1, atHigh: 9 }]);
});
