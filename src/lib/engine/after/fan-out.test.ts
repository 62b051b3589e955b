import { describe, expect, it } from 'vitest';
import { anySlow, quantilePerCall } from './fan-out.ts';

describe('fan-out (model §11)', () => {
	it('makes 63.4 % of pages slow when each of 100 calls is slow once in 100', () => {
		// 1 − 0.99^100 = 0.63397, the example of "The Tail at Scale".
		expect(anySlow(0.01, 100).toFixed(3)).toBe('0.634');
	});

	it('keeps 1e-18 · 3 where 1 − (1−p)^3 in doubles would give 0', () => {
		expect(Math.abs(anySlow(1e-18, 3) / 3e-18 - 1)).toBeLessThan(1e-12);
	});

	it('needs the square root of 0.99 from each of 2 calls', () => {
		expect(Math.abs(quantilePerCall(0.99, 2) ** 2 - 0.99)).toBeLessThan(1e-15);
	});
});
