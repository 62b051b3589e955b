import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/lib/catalog/catalog.ts';
import { DrawStore } from '../../src/lib/engine/simulate/draw-store.ts';
import { BLOCK } from '../../src/lib/engine/simulate/machine.ts';
import { priceOf } from '../../src/lib/engine/simulate/part.ts';
import { prepare, type Prepared } from '../../src/lib/engine/simulate/prepare.ts';
import { reachOf } from '../../src/lib/engine/simulate/reach.ts';
import { roomFor } from '../../src/lib/engine/simulate/run-block.ts';
import { simulate } from '../../src/lib/engine/simulate/simulate.ts';
import { subjectOf } from '../../src/lib/report/decision/subjects.ts';
import { workOut } from '../../src/lib/report/work-out.ts';

/**
 * The default plan: 6 options × 36 months. `npx vitest bench --run --project unit tests/bench`
 *
 * Targets on two free cores: 5,000 samples in 0.12 s, 10,000 in 0.25 s with their draws, 32 MiB. On a busy
 * machine only ratios mean something: each run stands beside a plain loop of as many multiplications.
 *
 * Where it goes: blocks are arithmetic, two fifths of it adding and multiplying; a quarter is draws, of
 * which half are the series of PERT's inverse and ranks of correlated inputs. What was tried: hoisting what
 * stands still over months or samples (kept), P10 to P90 by selection and ranks digit by digit (kept), four
 * samples a turn of a loop (kept: blocks a fifth faster; eight gain a tenth more on two operations and cost
 * as many lines), the series of four shares at a time (kept: draws a quarter faster), a product worked out
 * within the sum that reads it (a twentieth of blocks: not worth its code), blocks of 128 and of 512 (a
 * twentieth slower), shorter series of the inverse (nothing: 28 terms are what 1e-13 takes), loops not
 * replaced while they run and other budgets of V8 (nothing).
 */
const catalog = await loadCatalog('aws');
const worked = workOut({ plan: {}, catalog, generatedAt: '2026-11-24', reading: 'doubles' });
if (!worked.ok) throw new Error('the default plan has faults');
const subjects = worked.value.options.flatMap((option) => subjectOf(option) ?? []);
const MONTHS = 36;
const prepared = prepare(subjects, MONTHS);
const seed = 1;

function operationsASample({ assembly }: Prepared): number {
	const { builder, outputs } = assembly;
	const roots = outputs.flatMap(({ monthly, once, margins }) => [monthly, once, ...margins]);
	return reachOf(builder.parts, roots).reduce((sum, at) => sum + priceOf(builder.at(at)), 0);
}

const operations = operationsASample(prepared);
/** Everything is local, so that the loop is one that the engine compiles well. */
function plainLoop(samples: number): number {
	const length = 256;
	const out = new Float64Array(length);
	const [x, y] = [out.slice().fill(1.5), out.slice().fill(0.75)];
	const times = Math.round((operations * samples) / length);
	for (let turn = 0; turn < times; turn++) {
		for (let i = 0; i < length; i++) out[i] = (x[i] ?? NaN) * (y[i] ?? NaN);
	}
	return out[0] ?? NaN;
}

/** What a run of 10,000 samples holds at once: draws, totals, and months for bands over time. */
function bytesOfRun(): number {
	const run = simulate({ prepared, samples: 10_000, seed, keptMonths: 5000 });
	if (!run.ok) throw new Error('the default plan does not fit');
	const { columns, spend, months } = run.value;
	const all = [...columns.values(), ...spend.values(), ...[...months.values()].flat()];
	return all.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

console.info(`arrays of 10,000 samples: ${(bytesOfRun() / 2 ** 20).toFixed(1)} of 32 MiB`);

function blocksOnly(samples: number): () => void {
	const store = new DrawStore();
	const columns = new Map(
		[...prepared.specs].map(([name, spec]) => {
			return [name, store.drawn(spec, { n: samples, seed, first: 0 })] as const;
		})
	);
	const totals = roomFor(prepared.assembly, samples, 0);
	return () => {
		for (let from = 0; from < samples; from += BLOCK) prepared.runner.run(columns, from, totals);
	};
}

describe(`5,000 samples, ${operations} operations each`, () => {
	bench('plain loop', () => void plainLoop(5000));
	bench('blocks', blocksOnly(5000));
});

describe('where the time of 10,000 samples goes', () => {
	bench('plain loop', () => void plainLoop(10_000));
	bench('steps of six options put together', () => void prepare(subjects, MONTHS));
	bench('draws and blocks', () => void simulate({ prepared, samples: 10_000, seed }));
	bench('blocks', blocksOnly(10_000));
	const store = new DrawStore();
	bench('again, with draws kept', () => void simulate({ prepared, samples: 10_000, seed }, store));
});
