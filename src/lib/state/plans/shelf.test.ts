import { describe, expect, it } from 'vitest';
import { drop, keep, keptPlans, MOST_KEPT, rename, type Store } from './shelf.ts';

function memory(text?: string): Store {
	const items = new Map(text === undefined ? [] : [['meshup:plans:1', text]]);
	return {
		getItem: (key) => items.get(key) ?? null,
		setItem: (key, value) => void items.set(key, value)
	};
}
const entry = (name: string, pods: number) => ({
	name,
	savedOn: '2026-11-24',
	plan: { workload: { pods } }
});

describe('plans kept in the browser', () => {
	it('come back by name, newest first; a name that is there is replaced', () => {
		const store = memory();
		expect(keep(store, entry('a', 1))).toBeUndefined();
		expect(keep(store, entry('b', 2))).toBeUndefined();
		expect(keep(store, entry('a', 3))).toBeUndefined();
		expect(keptPlans(store)).toEqual([entry('a', 3), entry('b', 2)]);
		drop(store, 'a');
		expect(keptPlans(store)).toEqual([entry('b', 2)]);
	});

	it('take another name in their place, unless another plan has it', () => {
		const store = memory();
		keep(store, entry('a', 1));
		keep(store, entry('b', 2));
		expect(rename(store, 'a', 'c')).toBeUndefined();
		expect(keptPlans(store)).toEqual([entry('b', 2), entry('c', 1)]);
		expect(rename(store, 'c', 'b')).toContain('Another plan is kept as “b”');
		expect(keptPlans(store)).toEqual([entry('b', 2), entry('c', 1)]);
	});

	it.each(['', 'no JSON', '{}', '[1,{"name":"x"}]', '[{"name":1,"savedOn":"","plan":{}}]'])(
		'are none where storage holds %j',
		(text) => {
			expect(keptPlans(memory(text))).toEqual([]);
		}
	);

	it('leave out a plan with a fault and keep its neighbour', () => {
		const text = JSON.stringify([entry('bad', -1), entry('good', 5)]);
		expect(keptPlans(memory(text))).toEqual([entry('good', 5)]);
	});

	it('are 50 at most, and say so; a full store says so too', () => {
		const store = memory();
		for (let at = 0; at < MOST_KEPT; at++) keep(store, entry(`p${at}`, at));
		expect(keep(store, entry('one more', 1))).toBe('50 plans are kept: delete one first.');
		const full: Store = {
			getItem: () => null,
			setItem: () => {
				throw new Error('QuotaExceededError');
			}
		};
		expect(keep(full, entry('a', 1))).toContain('save the plan as a file instead');
	});
});
