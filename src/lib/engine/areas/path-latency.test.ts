import { describe, expect, it } from 'vitest';
import {
	choicesOf,
	flowOf,
	rounded,
	worked,
	type Figures
} from '../../../../tests/support/graph/worked.ts';
import type { Expr } from '../graph/expr.ts';
import { hopMean, pathMean } from './path-latency.ts';

const hop: Figures = {
	'latency.hopP50Ms': 0.5,
	'latency.hopP99Ms': 1.6,
	'workload.criticalPathDepth': 3
};
const meshed = flowOf({ podsMeshed: 1 });

describe('mean latency (model §11)', () => {
	it('is 0.5666 ms of a hop with p50 0.5 and p99 1.6, and 1.6997 over three', () => {
		// By hand: σ = ln 3.2 / 2.32635 = 0.49999; 0.5 × e^(σ²/2) = 0.5 × e^0.124993 = 0.56657; the sum is
		// the 1.6997 of §19.
		expect(rounded(hopMean, hop, 4)).toBe('0.5666');
		expect(rounded(pathMean(choicesOf(), meshed), hop, 4)).toBe('1.6997');
	});

	it('is the hop itself where p50 and p99 are one, whatever its size', () => {
		const flat = (ms: number) => ({ 'latency.hopP50Ms': ms, 'latency.hopP99Ms': ms });
		expect(rounded(hopMean, flat(2), 9)).toBe('2.000000000');
		expect(rounded(hopMean, flat(0.25), 9)).toBe('0.250000000');
	});

	it('has no spread where a draw puts p99 below its median', () => {
		for (const p99 of [0.1, 0.4, 0.5]) {
			const drawn = { 'latency.hopP50Ms': 0.5, 'latency.hopP99Ms': p99 };
			expect(rounded(hopMean, drawn, 12)).toBe('0.500000000000');
		}
	});

	it('is 0 for a path without calls, a hop that adds nothing, or nothing meshed', () => {
		const path = pathMean(choicesOf(), meshed);
		expect(worked(path, { ...hop, 'workload.criticalPathDepth': 0 })).toBe('0');
		expect(worked(hopMean, { ...hop, 'latency.hopP50Ms': 0 })).toBe('0');
		expect(worked(pathMean(choicesOf(), flowOf({})), hop)).toBe('0');
		expect(worked(pathMean(choicesOf({ mesh: { kind: 'none' } }), meshed), hop)).toBe('0');
	});

	it.each(['latency.hopP50Ms', 'latency.hopP99Ms'])('has no figure without %s', (path) => {
		const told = worked(pathMean(choicesOf(), meshed), { ...hop, [path]: null });
		expect(told).toBe(`no figure: ${path}`);
	});

	it('keeps, at compile time, milliseconds apart from seconds', () => {
		// @ts-expect-error 'ms' is not 's'
		const seconds: Expr<'s'> = hopMean;
		expect(seconds.node.unit).toBe('ms');
	});
});
