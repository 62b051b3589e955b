import { describe, expect, it } from 'vitest';
import { drawInputs, type InputSpec } from './draw-inputs.ts';
import { makeDrawer } from './drawer.ts';
import { drawKept } from './redraw.ts';

const input = (path: string, central = 0.3): InputSpec => ({
	path,
	distribution: 'pert',
	low: 0,
	central,
	high: 1,
	correlate: { group: 'g', rho: 0.5 }
});
const options = { n: 200, seed: 3 };

describe('makeDrawer', () => {
	it('draws what a fresh run draws, after 1 of 2 inputs has changed', () => {
		const draw = makeDrawer(options);
		draw([input('a'), input('b')]);
		const specs = [input('b', 0.6), input('a')];
		expect(draw(specs)).toEqual(drawInputs(specs, options));
	});

	it('keeps the very array of the input that has not changed', () => {
		const draw = makeDrawer(options);
		const before = draw([input('a'), input('b')]);
		const after = draw([input('a'), input('b', 0.6)]);
		expect(after.get('a')).toBe(before.get('a'));
		expect(after.get('b')).not.toBe(before.get('b'));
	});

	it('forgets an input that is gone', () => {
		const draw = makeDrawer(options);
		draw([input('a'), input('b')]);
		expect([...draw([input('b')]).keys()]).toEqual(['b']);
	});

	it('is not changed by draws that were replaced', () => {
		const draw = makeDrawer(options);
		const specs = [input('a')];
		const before = [...(draw(specs).get('a') ?? [])];
		const kept = drawKept(
			specs,
			options,
			(draws) => [...(draws.get('a') ?? [])].flatMap((value, i) => (value > 0.5 ? [i] : [])),
			draw
		);
		expect(kept.replaced).toBeGreaterThan(0);
		expect([...(draw(specs).get('a') ?? [])]).toEqual(before);
	});
});
