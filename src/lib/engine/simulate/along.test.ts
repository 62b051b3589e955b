import fc from 'fast-check';
import { expect, it } from 'vitest';
import { constant, leaf } from '../graph/expr.ts';
import { along, moving, movingTimes } from './along.ts';
import { exampleSubject } from './example-subject.ts';
import type { Supply } from './supply.ts';

const x = leaf('price', 'USD/month');
const line = (fixed: number, slope: number) =>
	constant(fixed, 'USD/month').plus(x.by(constant(slope, '1')));
const span = { months: 12, from: 1, to: 1000 } as const;
const moved: Readonly<Record<string, Supply>> = { price: moving(1, 1000) };

it('crosses two straight costs where (F_B − F_A)/(v_A − v_B) says: (100 − 50)/(3 − 2) = 50', () => {
	const a = exampleSubject('a', line(50, 3), moved);
	const b = exampleSubject('b', line(100, 2), moved);
	const found = along({ subjects: [a, b], ...span });
	expect(found?.breakEven.crossings).toHaveLength(1);
	expect(Math.abs((found?.breakEven.crossings[0] ?? NaN) - 50)).toBeLessThan(1e-6);
	expect(found?.breakEven.stretches.map(({ cheaper }) => cheaper)).toEqual(['a', 'b']);
	// A year: 12 · (50 + 3 · 1) and 12 · (100 + 2 · 1).
	expect(found?.points[0]).toEqual({ x: 1, a: 636, b: 1224 });
	expect(found?.points).toHaveLength(64);
});

it('agrees with the closed form wherever two straight costs cross within the axis', () => {
	const at = fc.double({ min: 2, max: 900, noNaN: true });
	const slope = fc.double({ min: 0.1, max: 10, noNaN: true });
	fc.assert(
		fc.property(at, slope, slope, (crossing, steep, more) => {
			const a = exampleSubject('a', line(0, steep + more), moved);
			const b = exampleSubject('b', line(more * crossing, steep), moved);
			const [found = NaN] = along({ subjects: [a, b], ...span })?.breakEven.crossings ?? [];
			expect(Math.abs(found / crossing - 1)).toBeLessThan(1e-6);
		}),
		{ numRuns: 30 }
	);
});

it('moves what is a share along: an input at a third of x costs the same at three times x', () => {
	const a = exampleSubject('a', x, { price: movingTimes(1, 1000, 1 / 3) });
	const b = exampleSubject('b', constant(100, 'USD/month'), {});
	const [crossing = NaN] = along({ subjects: [a, b], ...span })?.breakEven.crossings ?? [];
	expect(Math.abs(crossing - 300)).toBeLessThan(1e-6);
});

it('says nothing where neither cost depends on what moves', () => {
	const still = { price: { kind: 'fixed', value: 5 } } as const;
	const subjects = [exampleSubject('a', x, still), exampleSubject('b', x, still)] as const;
	expect(along({ subjects, ...span })).toBe(undefined);
});

it('knows no answer where an option does not fit: above 400', () => {
	const margin = constant(400, 'USD/month').minus(x);
	const a = exampleSubject('a', line(50, 3), moved, margin);
	const b = exampleSubject('b', line(100, 2), moved);
	const { stretches = [] } = along({ subjects: [a, b], ...span })?.breakEven ?? {};
	expect(stretches.map(({ cheaper }) => cheaper)).toEqual(['a', 'b', 'unknown']);
	expect(Math.abs((stretches[2]?.from ?? NaN) / 400 - 1)).toBeLessThan(1e-6);
});
