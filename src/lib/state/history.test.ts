import { describe, expect, it } from 'vitest';
import { emptyHistory, redo, remember, settle, undo, type History } from './history.ts';

const start: History<string> = emptyHistory;

describe('undo and redo', () => {
	it('takes back three keystrokes in one field as one step', () => {
		let history = remember(start, 'a', 'pods');
		history = remember(history, 'a1', 'pods');
		history = remember(history, 'a12', 'pods');
		expect(undo(history, 'a123')?.now).toBe('a');
	});

	it('takes back two edits of one field as two steps when it was settled between', () => {
		const history = remember(settle(remember(start, 'a', 'pods')), 'b', 'pods');
		const once = undo(history, 'c');
		expect(once?.now).toBe('b');
		expect(once && undo(once.history, once.now)?.now).toBe('a');
	});

	it('brings back what was undone, until the next edit', () => {
		const back = undo(remember(start, 'a', 'pods'), 'b');
		expect(back && redo(back.history, back.now)?.now).toBe('b');
		expect(back && redo(remember(back.history, 'a', 'rps'), 'c')).toBeUndefined();
	});

	it('has nothing to undo or redo at the start', () => {
		expect(undo(start, 'a')).toBeUndefined();
		expect(redo(start, 'a')).toBeUndefined();
	});

	it('keeps the last 200 steps', () => {
		let history = start;
		for (let i = 0; i < 250; i++) history = remember(history, String(i), `field ${i}`);
		expect(history.past).toHaveLength(200);
		expect(history.past[0]).toBe('50');
	});
});
