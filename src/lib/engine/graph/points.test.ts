import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { records } from '../../../../tests/support/records/random-records.ts';
import { runs } from '../../../../tests/support/records/runs.ts';
import { readRecord } from '../read-record.ts';
import { runRecord } from '../run.ts';
import { constant, ifAbove, leaf, leastCount, monthsSinceStart, number, one } from './expr.ts';
import { readLanes } from './lanes.ts';
import { PointsReading } from './points.ts';
import { tapeOf, type Roots } from './tape.ts';

const reading = (roots: Roots, months: number, values: Readonly<Record<string, number>> = {}) =>
	new PointsReading(tapeOf(roots), { valueOf: (path) => values[path], months });

const months = (reading: PointsReading, key: string, count: number): readonly number[] =>
	Array.from({ length: count }, (_, k) => reading.at(key, k));

describe('the reading of one set of inputs in doubles', () => {
	const pods = leaf('pods', '1');
	const grown = pods.plus(monthsSinceStart.by(number(10)));

	it('works out each month, and what is held from the month in which its period began', () => {
		// By hand: 100 and ten more each month; held for three months it is that of months 1 and 4.
		const found = reading({ grown, held: grown.heldFor(3) }, 5, { pods: 100 });
		expect(months(found, 'grown', 5)).toEqual([100, 110, 120, 130, 140]);
		expect(months(found, 'held', 5)).toEqual([100, 100, 100, 130, 130]);
	});

	it('gives no number to what needs an input without a figure, unless nobody takes the branch', () => {
		const taken = ifAbove(pods, one, grown, leaf('absent', '1'));
		const found = reading({ taken, sum: grown.plus(leaf('absent', '1')) }, 2, { pods: 100 });
		expect(months(found, 'taken', 2)).toEqual([100, 110]);
		expect(months(found, 'sum', 2)).toEqual([NaN, NaN]);
	});

	it('finds the least count that meets its need, up and down from the month before', () => {
		// By hand: n ≥ need/n, so n is the root of the need, rounded up: 100, 16, 400, 0 and 2 need 10,
		// 4, 20, 0 and 2.
		const needs = [100, 16, 400, 0, 2];
		const need = needs
			.map((amount, k) =>
				ifAbove(
					monthsSinceStart,
					number(k - 0.5),
					ifAbove(monthsSinceStart, number(k + 0.5), number(0), number(amount)),
					number(0)
				)
			)
			.reduce((sum, term) => sum.plus(term));
		const least = leastCount('node', (count) =>
			need
				.over(count.over(constant(1, 'node')))
				.times(constant(1, 'node'))
				.in('node')
		);
		expect(months(reading({ least }, needs.length), 'least', 5)).toEqual([10, 4, 20, 0, 2]);
	});

	it('gives what lanes give with one sample, digit for digit, for all that has a name', () => {
		fc.assert(
			fc.property(records, (json) => {
				const read = readRecord(json);
				if (!read.ok) return;
				const run = runRecord(read.value, 'doubles');
				if (run.fault !== undefined) return;
				const { tape } = run.compiled;
				const count = run.record.choices.months;
				const doubles = new Map([...run.values].map(([path, x]) => [path, x.toNumber()]));
				const lanes = readLanes(tape, doubles, { samples: 1, months: count });
				const points = new PointsReading(tape, {
					valueOf: (path) => doubles.get(path),
					months: count
				});
				const apart: string[] = [];
				for (const key of [...tape.roots.keys(), ...tape.named.keys()]) {
					for (let k = 0; k < count; k++) {
						const lane = lanes.at(key, k);
						if (Object.is(points.at(key, k), Number.isFinite(lane) ? lane : NaN)) continue;
						apart.push(`${key} in month ${k + 1}: ${points.at(key, k)} and ${lane}`);
					}
				}
				expect(apart).toEqual([]);
			}),
			runs(60)
		);
	}, 120_000);
});
