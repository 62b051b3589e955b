import { bench, describe } from 'vitest';
import example from '../cases/worked-example.json' with { type: 'json' };
import { readRecord } from '../../src/lib/engine/read-record.ts';
import { runRecord, type ReadingKind } from '../../src/lib/engine/run.ts';
import { compile } from '../../src/lib/engine/compile.ts';
import { readLanes } from '../../src/lib/engine/graph/lanes.ts';
import { accountsOf } from '../../src/lib/report/accounts.ts';

/**
 * Six options of the worked example × 36 months, with growth, so that every month differs.
 * `npx vitest bench --run --project unit tests/bench/engine.bench.ts`
 *
 * On a busy machine only the ratio to the plain loop of as many operations means something.
 */
const MONTHS = 36;
const SAMPLES = 5000;

const recordsAt = (edgeRps: number) =>
	example.cases.slice(0, 6).map(({ input }) => {
		const growth = { growthPodsMonthly: 0.02, growthRpsMonthly: 0.01, edgeRps };
		const read = readRecord({ ...input, workload: { ...input.workload, ...growth } });
		if (!read.ok) throw new Error('the worked example has faults');
		return read.value;
	});
const central = recordsAt(1000);
const tapes = central.map(({ choices }) => compile(choices).tape);
const operations = tapes.reduce((all, { steps }) => all + steps.length, 0) * MONTHS;

/** As many multiplications as the options have steps and months, in the plainest of loops. */
function plainLoop(samples: number): number {
	const from = Float64Array.from({ length: samples }, (_, at) => 1 + at * 1e-9);
	const into = new Float64Array(samples);
	for (let turn = 0; turn < operations; turn++) {
		for (let at = 0; at < samples; at++) into[at] = (from[at] ?? 1) * 1.0000001;
	}
	return into[0] ?? 0;
}

/** As the page has it in doubles, and files in decimals: from JSON to accounts, records read whole. */
const workOut = (edgeRps: number, reading: ReadingKind) =>
	recordsAt(edgeRps).map((record) => accountsOf(runRecord(record, reading)));

describe('a full run', () => {
	bench('exact, ledger and finance', () => {
		workOut(1000, 'exact');
	});
	bench('doubles, ledger and finance', () => {
		workOut(1000, 'doubles');
	});
	bench('plain loop', () => {
		plainLoop(1);
	});
});

describe('one input changed, the formulas as they were', () => {
	let rate = 1000;
	bench('exact', () => {
		workOut(++rate, 'exact');
	});
	bench('doubles', () => {
		workOut(++rate, 'doubles');
	});
	bench('plain loop', () => {
		plainLoop(1);
	});
});

describe(`lanes of ${SAMPLES} samples × ${MONTHS} months × 6 options`, () => {
	const drawn = Float64Array.from({ length: SAMPLES }, (_, at) => 900 + at / 25);
	const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 };
	bench(
		'lanes',
		() => {
			central.forEach(({ values }, at) => {
				const numbers = new Map<string, number | Float64Array>(
					[...values].map(([path, value]) => [path, value.toNumber()])
				);
				numbers.set('workload.edgeRps', drawn);
				const tape = tapes[at];
				if (tape !== undefined) readLanes(tape, numbers, { samples: SAMPLES, months: MONTHS });
			});
		},
		once
	);
	bench(
		'plain loop',
		() => {
			plainLoop(SAMPLES);
		},
		once
	);
});
