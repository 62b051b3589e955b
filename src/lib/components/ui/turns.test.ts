import { expect, it, vi } from 'vitest';
import { inTurn } from './turns.ts';

it('does three pieces of work in three tasks, in the order they were put, but for one taken back', () => {
	vi.useFakeTimers();
	const done: string[] = [];
	inTurn(() => done.push('first'));
	const takeBack = inTurn(() => done.push('second'));
	inTurn(() => done.push('third'));
	expect(done).toEqual([]);
	takeBack();
	vi.advanceTimersToNextTimer();
	expect(done).toEqual(['first']);
	vi.advanceTimersToNextTimer();
	expect(done).toEqual(['first', 'third']);
	expect(vi.getTimerCount()).toBe(0);
	vi.useRealTimers();
});

it('goes on with the next piece of work after one that throws', () => {
	vi.useFakeTimers();
	const done: string[] = [];
	inTurn(() => {
		throw new Error('broken');
	});
	inTurn(() => done.push('next'));
	expect(() => vi.advanceTimersToNextTimer()).toThrow('broken');
	vi.advanceTimersToNextTimer();
	expect(done).toEqual(['next']);
	vi.useRealTimers();
});
