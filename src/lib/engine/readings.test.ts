import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { magnitudesOf } from '../../../tests/support/graph/magnitudes.ts';
import { records } from '../../../tests/support/records/random-records.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { runs } from '../../../tests/support/records/runs.ts';
import { Decimal } from './decimal.ts';
import { ExactReading } from './graph/exact.ts';
import { explain } from './graph/explain.ts';
import { readLanes } from './graph/lanes.ts';
import { argsOf, type Node } from './graph/node.ts';
import type { Tape } from './graph/tape.ts';
import { perUnit, timesUnit } from './graph/units.ts';
import { model } from './model.ts';
import { readRecord } from './read-record.ts';
import { runRecord, type Run } from './run.ts';

const TIME = 120_000;

function runOf(record: RecordJson): Run {
	const read = readRecord(record);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	return runRecord(read.value);
}

/** Records that can be worked out, as runs. */
const good = (record: RecordJson): Run | undefined => {
	const run = runOf(record);
	return run.fault === undefined ? run : undefined;
};

const toNumber = (value: unknown): number => (value instanceof Decimal ? value.toNumber() : NaN);

/** Roots whose two values differ by more than 1e-12 of what they are made of. */
function apart(
	tape: Tape,
	exact: ExactReading,
	months: number,
	lane: (key: string, k: number) => number
): readonly string[] {
	const valueAt = (step: number, k: number): number => {
		const within = tape.steps[step]?.within !== 0;
		return within ? NaN : toNumber(quietly(() => exact.at(step, k)));
	};
	const size = magnitudesOf(tape, valueAt, months);
	const found: string[] = [];
	for (const [key, step] of tape.roots) {
		for (let k = 0; k < (tape.steps[step]?.monthly ? months : 1); k++) {
			const [a, b] = [toNumber(exact.of(key, k)), lane(key, k)];
			const near = Math.abs(a - b) <= 1e-12 * size(step, k) || a === b;
			if (!near) found.push(`${key} in month ${k + 1}: ${a} and ${b}`);
		}
	}
	return found;
}

/** Undefined where a guard does not hold: in a branch that nobody takes. */
function quietly<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

/** Inputs that a draw may vary without changing what is built, and by how much. */
const VARIED = [
	'workload.groups[0].pods',
	'workload.edgeRps',
	'workload.headroom',
	'node.priceHour',
	'mesh.proxy.c1',
	'mesh.ztunnel.c1',
	'support.rateHour',
	'time.discountAnnual'
];
const FACTORS = [1, 0.875, 1.25, 2, 0.5];

describe('the readings of the graph', () => {
	it(
		'agree in decimals and doubles to 1e-12, for every root of the tape, on 60 records',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const run = good(record);
					if (run === undefined) return;
					const { tape } = run.compiled;
					const { months } = run.record.choices;
					const doubles = new Map([...run.values].map(([path, x]) => [path, x.toNumber()]));
					const lanes = readLanes(tape, doubles, { samples: 1, months });
					const exact = new ExactReading(tape, { values: run.values, months });
					expect(apart(tape, exact, months, lanes.at)).toEqual([]);
				}),
				runs(60)
			);
		},
		TIME
	);

	it(
		'agree in lanes of five samples to 1e-12, each sample with figures of its own',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const run = good(record);
					if (run === undefined) return;
					const { tape } = run.compiled;
					const { months } = run.record.choices;
					const values = new Map<string, number | Float64Array>(
						[...run.values].map(([path, x]) => [path, x.toNumber()])
					);
					const draws = FACTORS.map((factor) => {
						const drawn = new Map(run.values);
						for (const path of VARIED) {
							const central = run.values.get(path);
							if (central !== undefined) drawn.set(path, central.times(factor));
						}
						return drawn;
					});
					for (const path of VARIED.filter((path) => run.values.has(path))) {
						values.set(
							path,
							Float64Array.from(draws, (drawn) => toNumber(drawn.get(path)))
						);
					}
					const lanes = readLanes(tape, values, { samples: draws.length, months });
					draws.forEach((drawn, sample) => {
						const exact = new ExactReading(tape, { values: drawn, months });
						if (quietly(() => exact.of('nodesMesh', months - 1)) === undefined) return;
						const found = apart(tape, exact, months, (key, k) => lanes.at(key, k, sample));
						expect(found).toEqual([]);
					});
				}),
				runs(20)
			);
		},
		TIME
	);

	it(
		'leave no step with NaN, Infinity or without a figure, when no input lacks one',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const run = good(record);
					if (run === undefined) return;
					const last = run.record.choices.months - 1;
					const { roots, named } = run.compiled.tape;
					const bad = [...roots.keys(), ...named.keys()].filter((key) =>
						[0, last].some((k) => !Number.isFinite(toNumber(run.answers.of(key, k))))
					);
					expect(bad).toEqual([]);
				}),
				runs(60)
			);
		},
		TIME
	);
});

/** Unit of a node, worked out again from its parts; undefined where the parts disagree. */
function unitOf(node: Node): string | undefined {
	const [a, b, c, d] = argsOf(node);
	switch (node.op) {
		case 'add':
		case 'sub':
		case 'max':
		case 'min':
			return a?.unit === b?.unit ? a?.unit : undefined;
		case 'mul':
			return a && b && timesUnit(a.unit, b.unit);
		case 'div':
			return a && b && perUnit(a.unit, b.unit);
		case 'pow':
		case 'powerSum':
			return a?.unit === '1' && b?.unit === '1' ? '1' : undefined;
		case 'ln':
		case 'exp':
			return a?.unit === '1' ? '1' : undefined;
		case 'ifAbove':
			return a?.unit === b?.unit && c?.unit === d?.unit ? c?.unit : undefined;
		case 'constant':
		case 'leaf':
		case 'month':
		case 'bound':
			return node.unit;
		default:
			return a?.unit;
	}
}

/** Every node below some, each once. */
function below(nodes: readonly Node[]): ReadonlySet<Node> {
	const seen = new Set<Node>();
	const open = [...nodes];
	for (let node = open.pop(); node !== undefined; node = open.pop()) {
		if (seen.has(node)) continue;
		seen.add(node);
		open.push(...argsOf(node));
	}
	return seen;
}

/** The number that a part is, whatever the inputs are; the leaner text knows no more than this. */
function fixed(node: Node): number | undefined {
	if (node.op === 'constant') return Number(node.text);
	if (node.op === 'guard') return fixed(node.args[0]);
	if (node.op === 'ifAbove') {
		const taken = takenOf(node);
		return taken && fixed(taken);
	}
	const [a, b] = argsOf(node).map(fixed);
	if (node.op === 'mul' && (a === 1 || b === 1)) return a === 1 ? b : a;
	if (a === undefined || b === undefined) return undefined;
	if (node.op === 'sub') return a - b;
	return node.op === 'add' ? a + b : undefined;
}

function takenOf({ args }: Extract<Node, { op: 'ifAbove' }>): Node | undefined {
	const [x, limit] = [fixed(args[0]), fixed(args[1])];
	if (x === undefined || limit === undefined) return undefined;
	return x > limit ? args[2] : args[3];
}

/**
 * Inputs and named steps that a formula reads directly; a second name reads what the first does. A
 * choice between numbers that no input moves reads the branch that is taken, and no other.
 */
function readBy(node: Node): ReadonlySet<string> {
	if (node.op === 'named') return readBy(node.args[0]);
	const found = new Set<string>();
	const visit = (at: Node): void => {
		if (at.op === 'leaf') found.add(at.path);
		else if (at.op === 'month') found.add('k');
		else if (at.op === 'named') found.add(at.meaning.id);
		else if (at.op === 'ifAbove') {
			const taken = takenOf(at);
			(taken === undefined ? at.args : [taken]).forEach(visit);
		} else argsOf(at).forEach(visit);
	};
	visit(node);
	return found;
}

describe('the graph of an option', () => {
	const tapeOfRecord = (record: RecordJson): Tape => runOf(record).compiled.tape;

	it(
		'has for every node the unit that its parts give',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const { named } = tapeOfRecord(record);
					const nodes = below([...named.values()].map((one) => one.node));
					const wrong = [...nodes].filter((node) => unitOf(node) !== node.unit);
					expect(wrong.map(({ op, unit }) => `${op} ${unit}`)).toEqual([]);
				}),
				runs(60)
			);
		},
		TIME
	);

	it(
		'explains each named step by just the inputs and steps that it reads, in 160 characters',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					for (const one of tapeOfRecord(record).named.values()) {
						const { formula, terms } = explain(one);
						expect(new Set(terms.map(({ id }) => id))).toEqual(readBy(one.node));
						expect(terms).toHaveLength(readBy(one.node).size);
						expect(formula.length, formula).toBeLessThanOrEqual(160);
						expect(formula).not.toMatch(/undefined|NaN|\[object/);
					}
				}),
				runs(60)
			);
		},
		TIME
	);

	it(
		'gives every named step a label, and a unit to every term',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					for (const one of tapeOfRecord(record).named.values()) {
						expect(one.meaning.label.length, one.meaning.id).toBeGreaterThan(0);
						for (const { unit } of explain(one).terms) expect(unit).not.toBe('');
					}
				}),
				runs(30)
			);
		},
		TIME
	);

	it('writes no two terms of a formula alike, nor one like what it defines', () => {
		fc.assert(
			fc.property(records, (record) => {
				for (const one of tapeOfRecord(record).named.values()) {
					const { terms, meaning } = explain(one);
					const symbols = terms.map(({ symbol }) => symbol);
					expect(new Set(symbols).size, meaning.id).toBe(symbols.length);
					if (!terms.some(({ id }) => id === meaning.id)) {
						expect(symbols, meaning.id).not.toContain(meaning.symbol);
					}
				}
			}),
			runs(20)
		);
	});

	it('leaves `+ 0`, one of a unit and choices made already out of a formula', () => {
		fc.assert(
			fc.property(records, (record) => {
				for (const one of tapeOfRecord(record).named.values()) {
					expect(explain(one).formula, one.meaning.id).not.toMatch(
						/[+−] 0(?! ·|[.\d])|[·/] 1(?![.\de])|\b0 > /
					);
				}
			}),
			runs(20)
		);
	});

	it('holds its formulas to 160 characters for a record with the longest lists', () => {
		const many = <T>(count: number, each: (at: number) => T): T[] =>
			Array.from({ length: count }, (_, at) => each(at));
		const record: RecordJson = {
			workload: {
				clusters: 2,
				services: 10,
				season: many(12, () => 1),
				l7Fraction: 0.5,
				groups: many(200, (at) => ({
					id: `group ${at}`,
					pods: 1,
					runtime: at % 2 === 0 ? 'k8s' : 'fargate'
				}))
			},
			node: { provider: 'gke', vcpu: 8, memGiB: 32, maxPods: 110, packingMode: 'shape' },
			mesh: {
				kind: 'managed',
				taskProxy: { cpu: 0.25, memMiB: 64, steps: many(20, (at) => ({ aboveTasks: at })) },
				controlPlane: { tiers: many(50, (at) => ({ maxConn: at + 1 })) }
			},
			purchase: { terms: many(12, (at) => ({ termMonths: at + 1, coverage: 0.1 })) },
			support: {
				licence: { unit: 'spend', tiers: many(50, (at) => ({ upTo: at + 1, unitPrice: 1 })) }
			},
			opportunity: { features: many(50, (at) => ({ id: `feature ${at}` })) }
		};
		const volume: RecordJson = {
			...record,
			support: { licence: { ...record.support?.licence, mode: 'volume' } }
		};
		for (const { named } of [tapeOfRecord(record), tapeOfRecord(volume)]) {
			const long = [...named.values()].filter((one) => explain(one).formula.length > 160);
			expect(long.map((one) => one.meaning.id)).toEqual([]);
		}
	});
});

/** Paths of a result at which something other than JSON stands, or null where none is allowed. */
function oddities(value: unknown, path = ''): readonly string[] {
	if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path}: ${value}`];
	if (typeof value === 'string' || typeof value === 'boolean') return [];
	if (value === null) return MAY_BE_NULL.test(path) ? [] : [`${path}: null`];
	if (typeof value !== 'object') return [`${path}: ${typeof value}`];
	return Object.entries(value).flatMap(([key, inner]) => oddities(inner, `${path}/${key}`));
}
const MAY_BE_NULL =
	/^\/(totals\/(paybackMonths|irrAnnual)|availability\/firstMonthOutside|latency\/proxy(SaturationRps|RpsAtSlo))$/;

describe('a result record', () => {
	it(
		'never holds NaN, Infinity or undefined, and null only where model.md §2 says so',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const answer = model(record);
					expect(oddities(answer)).toEqual([]);
					expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
				}),
				runs(100)
			);
		},
		TIME
	);
});
