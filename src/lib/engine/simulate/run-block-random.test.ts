import fc from 'fast-check';
import { expect, it } from 'vitest';
import { records } from '../../../../tests/support/records/random-records.ts';
import { compile } from '../compile.ts';
import { readLanes, type LaneValues } from '../graph/lanes.ts';
import { readRecord } from '../read-record.ts';
import type { ModelRecord } from '../record.ts';
import { runRecord } from '../run.ts';
import { assemble } from './assemble.ts';
import { BlockRunner, roomFor } from './run-block.ts';
import { columnOf, type Subject, type Supply } from './supply.ts';

const SAMPLES = 5;

/** Every third input under doubt by a tenth either way, others fixed. */
function subjectOf(record: ModelRecord, id: string): Subject {
	const { tape } = compile(record.choices);
	const { values } = runRecord(record, 'doubles');
	let count = 0;
	const supplies = new Map(
		[...tape.leaves.keys()].map((path) => {
			const central = values.get(path)?.toNumber();
			if (central === undefined) return [path, undefined] as const;
			const isDrawn = count++ % 3 === 0 && central > 0;
			const ends = { low: central * 0.9, central, high: central * 1.1 };
			const drawn: Supply = { kind: 'drawn', spec: { path, distribution: 'triangular', ...ends } };
			return [path, isDrawn ? drawn : ({ kind: 'fixed', value: central } as const)] as const;
		})
	);
	return { id, tape, supplyOf: (path) => supplies.get(path) };
}

/** The same values for both readings: spread over the range of each input. */
function valuesOf({ tape, supplyOf }: Subject): LaneValues {
	const values = new Map<string, number | Float64Array>();
	[...tape.leaves.keys()].forEach((path, at) => {
		const supply = supplyOf(path);
		if (supply?.kind === 'fixed') values.set(path, supply.value);
		if (supply?.kind !== 'drawn') return;
		const { low, high } = supply.spec;
		const place = (i: number) => ((at * 7 + i * 3) % SAMPLES) / (SAMPLES - 1);
		values.set(
			path,
			Float64Array.from({ length: SAMPLES }, (_, i) => low + (high - low) * place(i))
		);
	});
	return values;
}

function spendInLanes({ tape }: Subject, values: LaneValues, months: number): readonly number[] {
	const rows = [...tape.roots.keys()].filter((key) => /^(infra|support)\./.test(key));
	const once = [...tape.roots.keys()].filter((key) => key.startsWith('once.support.'));
	const lanes = readLanes(tape, values, { samples: SAMPLES, months }, [...rows, ...once]);
	return Array.from({ length: SAMPLES }, (_, i) => {
		let total = once.reduce((sum, key) => sum + lanes.at(key, 0, i), 0);
		for (let k = 0; k < months; k++) for (const key of rows) total += lanes.at(key, k, i);
		return total;
	});
}

function spendInBlocks(
	subjects: readonly Subject[],
	values: readonly LaneValues[],
	months: number
): readonly Float64Array[] {
	const assembly = assemble(subjects, months);
	const columns = new Map<string, Float64Array>();
	subjects.forEach(({ supplyOf }, at) => {
		for (const [path, drawn] of values[at] ?? []) {
			const supply = supplyOf(path);
			if (supply?.kind === 'drawn' && typeof drawn !== 'number') {
				columns.set(columnOf(supply.spec), drawn);
			}
		}
	});
	const totals = roomFor(assembly, SAMPLES, 0);
	new BlockRunner(assembly).run(columns, 0, totals);
	return totals.spend;
}

const gap = (a: number, b: number): number => {
	if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) === Number.isNaN(b) ? 0 : Infinity;
	return Math.abs(a - b) / Math.max(1, Math.abs(a), Math.abs(b));
};

it('gives the spend of whole lanes, block by block and folded, to 1e-11 over random records', () => {
	fc.assert(
		fc.property(records, (json) => {
			const read = readRecord(json);
			if (!read.ok) return;
			const subject = subjectOf(read.value, 'one');
			const values = valuesOf(subject);
			const { months } = read.value.choices;
			const [blocks] = spendInBlocks([subject], [values], months);
			spendInLanes(subject, values, months).forEach((spend, i) => {
				expect(gap(spend, blocks?.[i] ?? 0)).toBeLessThan(1e-11);
			});
		}),
		{ numRuns: 20 }
	);
});
