import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurn } from './turns.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it('does one piece a task, in their order', () => {
	const done: string[] = [];
	for (const name of ['a', 'b', 'c']) inTurn(() => done.push(name));
	expect(done).toEqual([]);
	vi.advanceTimersToNextTimer();
	expect(done).toEqual(['a']);
	vi.runAllTimers();
	expect(done).toEqual(['a', 'b', 'c']);
});

it('does what a piece puts in before what has waited longer', () => {
	const done: string[] = [];
	inTurn(() => {
		for (const name of ['inner 1', 'inner 2']) inTurn(() => done.push(name));
		done.push('outer');
	});
	inTurn(() => done.push('last'));
	vi.runAllTimers();
	expect(done).toEqual(['outer', 'inner 1', 'inner 2', 'last']);
});

it('takes back what was not begun, and goes on after a piece that fails', () => {
	const done: string[] = [];
	inTurn(() => {
		throw new Error('this piece is broken');
	});
	const takeBack = inTurn(() => done.push('taken back'));
	inTurn(() => done.push('last'));
	takeBack();
	expect(() => vi.runAllTimers()).toThrow('broken');
	vi.runAllTimers();
	expect(done).toEqual(['last']);
});
