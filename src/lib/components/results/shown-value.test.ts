import { describe, expect, it } from 'vitest';
import { shownInput, shownValue, unitWords } from './shown-value.ts';

describe('a value as the panel shows it', () => {
	it('rounds a tie of half a cent to the even cent, as the ledger does', () => {
		// In doubles 359.775 lies just below the tie: only its text says that it is one.
		expect(shownValue('359.775', 'USD/month')).toBe('359.78');
		expect(shownValue('359.765', 'EUR')).toBe('359.76');
	});

	it('keeps digits of small prices and of counts', () => {
		expect(shownValue('0.0476354048912', 'USD/core-hour')).toBe('0.047635');
		expect(shownValue('0.6', 'FTE')).toBe('0.6');
	});

	it('leaves words as they are', () => {
		expect(shownValue('not available: no price', 'USD')).toBe('not available: no price');
	});
});

describe('a unit in words', () => {
	it('counts what can be counted', () => {
		expect(unitWords('node', '1')).toBe('node');
		expect(unitWords('node', '18')).toBe('nodes');
		expect(unitWords('pod/node', '54')).toBe('pods per node');
		expect(unitWords('person', '3')).toBe('people');
		expect(unitWords('MiB', '3')).toBe('MiB');
		expect(unitWords('core-s/traversal', '0.1')).toBe('core-s per traversal');
		expect(unitWords('1', '3')).toBe('');
	});
});

it('writes a share as its field does: 0.02 is 2 %, and 0.0025 keeps its digits', () => {
	expect(shownInput('0.02', '1', true)).toBe('2\u00a0%');
	expect(shownInput('0.0025', '1', true)).toBe('0.25\u00a0%');
	expect(shownInput('0.02', '1', false)).toBe('0.02');
	expect(shownInput('not set', '1', true)).toBe('not set');
});
