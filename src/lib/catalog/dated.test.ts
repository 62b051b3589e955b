import { describe, expect, it } from 'vitest';
import { firstDay, inForce, own, type Said } from './dated.ts';

interface Block extends Said {
	readonly amount?: string;
}

const block = (from: string, amount: string, method: Said['method'] = 'published'): Block => ({
	from,
	amount,
	source: 'list',
	method,
	grade: 'B'
});

const amountAt = (blocks: readonly Block[], pinned?: string): string | undefined =>
	inForce(blocks, ({ amount }) => amount, pinned)?.amount;

describe('values in force', () => {
	const two = [block('2026-01-01', '0.4'), block('2026-06-01', '0.5')];

	it('takes the newest of 2 values when no day is pinned', () => {
		expect(amountAt(two)).toBe('0.5');
	});

	it('finds 0.4 again for any day before 2026-06-01, and 0.5 from that day on', () => {
		expect(amountAt(two, '2026-05-31')).toBe('0.4');
		expect(amountAt(two, '2026-06-01')).toBe('0.5');
	});

	it('takes the first of 2 values for a day before both', () => {
		expect(amountAt(two, '2025-12-31')).toBe('0.4');
	});

	it('prefers a value with a source of 2024 to one assumed in 2026', () => {
		const mixed = [block('2024-07-01', '0.08'), block('2026-11-23', '0.09', 'assumed')];
		expect(amountAt(mixed)).toBe('0.08');
	});

	it('keeps to the assumed value for a day before the sourced one began', () => {
		const mixed = [block('2026-01-01', '0.09', 'assumed'), block('2026-09-01', '0.088')];
		expect(amountAt(mixed, '2026-03-01')).toBe('0.09');
		expect(amountAt(mixed, '2026-09-01')).toBe('0.088');
	});

	it('finds nothing among 0 values', () => {
		expect(amountAt([])).toBeUndefined();
	});

	it('reads 2026 as its first day and undated as before all days', () => {
		expect(firstDay('2026')).toBe('2026-01-01');
		expect(firstDay('2026-02')).toBe('2026-02-01');
		expect(firstDay('undated')).toBe('');
	});

	it('never reaches the prototype for a name such as constructor', () => {
		expect(own({ a: '1' }, 'constructor')).toBeUndefined();
		expect(own({ a: '1' }, 'a')).toBe('1');
	});
});
