import fc from 'fast-check';
import { expect, it } from 'vitest';
import { records as randomRecords } from '../../../../tests/support/records/random-records.ts';
import { runs } from '../../../../tests/support/records/runs.ts';
import example from '../../../../tests/cases/worked-example.json' with { type: 'json' };
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

const records = example.cases.flatMap(({ name, input }) => {
	const shaped = { ...input, node: { ...input.node, packingMode: 'shape' } };
	return [
		{ name, input },
		{ name: `${name}, whole pods`, input: shaped }
	];
});

it.each(records)('gives the spend of whole lanes to 1e-11, block by block: $name', ({ input }) => {
	const read = readRecord(input);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	const subject = subjectOf(read.value, 'one');
	const values = valuesOf(subject);
	const { months } = read.value.choices;
	const [blocks] = spendInBlocks([subject], [values], months);
	for (const [i, spend] of spendInLanes(subject, values, months).entries()) {
		expect(gap(spend, blocks?.[i] ?? 0)).toBeLessThan(1e-11);
	}
});

it('gives an option the same digits alone and twice, for equal steps are one', () => {
	const read = readRecord(records[0]?.input);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	const subject = subjectOf(read.value, 'one');
	const values = valuesOf(subject);
	const [alone] = spendInBlocks([subject], [values], 36);
	expect(spendInBlocks([subject, subject], [values, values], 36)).toEqual([alone, alone]);
});

it('gives the spend of whole lanes, block by block and folded, to 1e-11 over random records', () => {
	fc.assert(
		fc.property(randomRecords, (json) => {
			const read = readRecord(json);
			if (!read.ok) throw new Error(read.errors[0]?.message);
			const subject = subjectOf(read.value, 'one');
			const values = valuesOf(subject);
			const { months } = read.value.choices;
			const [blocks] = spendInBlocks([subject], [values], months);
			spendInLanes(subject, values, months).forEach((spend, i) => {
				expect(gap(spend, blocks?.[i] ?? -1)).toBeLessThan(1e-11);
			});
		}),
		runs(20)
	);
});
