import type { Step, Tape } from '../../../src/lib/engine/graph/tape.ts';

/** Value of a step of a tape in a month, as a double. */
export type ValueAt = (step: number, k: number) => number;

/**
 * How large the terms are that a step is made of: what differences of rounding are measured against.
 * a − b of two nearly equal amounts keeps the noise of both, so its own size says nothing.
 */
export function magnitudesOf(tape: Tape, valueAt: ValueAt, months: number) {
	const known = new Map<number, number>();
	const at = (index: number, k: number): number => {
		const step = tape.steps[index];
		if (step === undefined) throw new Error(`no step ${index}`);
		const key = index * 4096 + (step.monthly ? k : 0);
		const found = known.get(key);
		if (found !== undefined) return found;
		const size = sizeOf(step, index, k);
		known.set(key, size);
		return size;
	};
	const sizeOf = (step: Step, index: number, k: number): number => {
		const [a = -1, b = -1] = step.args;
		switch (step.op) {
			case 'add':
			case 'sub':
				return at(a, k) + at(b, k);
			case 'mul':
				return at(a, k) * at(b, k);
			case 'div':
				return (at(a, k) / Math.abs(valueAt(b, k))) * (at(b, k) / Math.abs(valueAt(b, k)));
			case 'max':
			case 'min':
				return Math.max(at(a, k), at(b, k));
			case 'guard':
				return at(a, k);
			case 'held':
				return at(a, step.figure === Infinity ? 0 : k - (k % step.figure));
			case 'ifAbove':
				// The branch that is not taken may be without a value.
				return Math.max(
					Math.abs(valueAt(index, k)),
					...step.args.slice(2).map((arg) => finite(at(arg, k)))
				);
			case 'overMonths':
				return Array.from({ length: months }, (_, m) => at(a, m)).reduce((x, y) => x + y, 0);
			case 'pow':
				return Math.abs(valueAt(index, k)) * Math.max(1, at(a, k) / Math.abs(valueAt(a, k)) || 0);
			default:
				return Math.abs(valueAt(index, k));
		}
	};
	return at;
}

const finite = (size: number): number => (Number.isFinite(size) ? size : 0);
