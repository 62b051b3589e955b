import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../tests/support/graph/worked.ts';
import { change } from '../../../tests/support/records/change.ts';
import { records } from '../../../tests/support/records/random-records.ts';
import type { RecordJson } from '../../../tests/support/records/record-json.ts';
import { runs } from '../../../tests/support/records/runs.ts';
import { estateOf, type Estate } from '../../../tests/support/reference/estate.ts';
import { tunnelCpu, type Need, type Room } from '../../../tests/support/reference/nodes.ts';
import { afterCommitments } from './areas/compute.ts';
import { taskPrice, taskSize } from './areas/tasks.ts';
import { Decimal } from './decimal.ts';
import { ExactReading } from './graph/exact.ts';
import { constant, ifAbove, monthsSinceStart, number } from './graph/expr.ts';
import { tapeOf } from './graph/tape.ts';
import { itemInputs } from './inputs.ts';
import { readRecord } from './read-record.ts';
import { runRecord } from './run.ts';

/** Answers by brute force: slow and plain, so that there is little to get wrong. */
const TIME = 60_000;
const figure = (value: unknown): number => (value instanceof Decimal ? value.toNumber() : NaN);

/** Quantities of month 1, where the record can be worked out. */
function month1(record: RecordJson): ((key: string) => number) | undefined {
	const read = readRecord(record);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	const run = runRecord(read.value);
	return run.fault === undefined ? (key) => figure(run.answers.of(key)) : undefined;
}

/** What ceil* and floor* forgive (`model.md` §1). */
const NOISE = 1e-9;

/** The room of a cluster, as CPU of a node depends on how many share the passes of the tunnels. */
interface Cluster {
	readonly need: Need;
	readonly room: Room;
	readonly cpuAt: (nodes: number) => number;
}

function clusters(record: RecordJson): readonly (readonly [side: 0 | 1, cluster: Cluster])[] {
	const at = { record, k: 0 };
	const estate: Estate = estateOf(at);
	const { rooms, needs, flow } = estate;
	const beside = (n: number) => rooms.with.cpu - (n === 0 ? 0 : tunnelCpu(at, flow, n));
	const { without: room } = rooms;
	const without = { need: needs.without, room, cpuAt: () => room.cpu };
	if (flow.meshedPods === 0) return [[0, without]];
	const cpuAt = rooms.with.tunnel ? beside : () => rooms.with.cpu;
	return [
		[0, without],
		[1, { need: needs.with, room: rooms.with, cpuAt }]
	];
}

/** Puts whole pods on nodes one at a time, groups apart; the mesh's own fill what is left. */
function holdsWholePods({ need, room, cpuAt }: Cluster, nodes: number): boolean {
	const cpu = new Decimal(cpuAt(nodes));
	const mem = new Decimal(room.mem);
	let opened = 0;
	for (const group of need.groups) {
		let left = { cpu: new Decimal(0), mem: new Decimal(0), places: 0 };
		for (let pod = 0; pod < group.pods; pod++) {
			const fits = () =>
				left.places >= 1 &&
				left.cpu.gte(group.cpu * (1 - NOISE)) &&
				left.mem.gte(group.mem * (1 - NOISE));
			if (!fits()) {
				if (++opened > nodes) return false;
				left = { cpu, mem, places: Math.floor(room.pods) };
				if (!fits()) return false;
			}
			left = {
				cpu: left.cpu.minus(group.cpu),
				mem: left.mem.minus(group.mem),
				places: left.places - 1
			};
		}
	}
	const within = (wanted: number, each: number) =>
		wanted === 0 || (each > 0 && wanted / each <= nodes + NOISE);
	return (
		within(need.cpu, cpuAt(nodes)) && within(need.mem, room.mem) && within(need.pods, room.pods)
	);
}

/** Few pods on a single cluster: each is placed by hand. */
const small = (record: RecordJson): RecordJson =>
	change(record, {
		time: { months: 12 },
		workload: {
			clusters: 1,
			groups: (record.workload?.groups ?? []).map((group) => ({
				...group,
				pods: Math.min(60, group.pods ?? 0)
			}))
		},
		support: { licence: null, migration: null },
		opportunity: {}
	});

describe('invariant 7, the smallest count of nodes', () => {
	it(
		'has room for whole pods that are placed one by one, and one node less has not',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const of = month1(small(record));
					if (of === undefined) return;
					for (const [side, cluster] of clusters(small(record))) {
						const nodes = of(`nodeLimits${side}.byShape`);
						expect(holdsWholePods(cluster, nodes), `${nodes} nodes`).toBe(true);
						if (nodes > 0) expect(holdsWholePods(cluster, nodes - 1), `${nodes} − 1`).toBe(false);
					}
				}),
				runs(25)
			);
		},
		TIME
	);

	it(
		'has room for all CPU, memory and pods at η, found by counting up from none',
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const of = month1(change(record, { time: { months: 12 } }));
					if (of === undefined) return;
					const { clusters: count = 1 } = record.workload ?? {};
					const { packing = 1 } = record.node ?? {};
					for (const [side, { need, room }] of clusters(record)) {
						const least = (wanted: number, roomOf: (n: number) => number): number => {
							let n = 0;
							while (roomOf(n) < (wanted / count) * (1 - NOISE) - NOISE) n++;
							return n;
						};
						const taken = room.tunnel ? tunnels(record, of) : [() => 0];
						const rooms = taken.map((all) => (n: number) => packing * (n * room.cpu - all(n)));
						const byCpu = least(need.cpu, (n) => Math.min(...rooms.map((each) => each(n))));
						expect(of(`nodeLimits${side}.byCpu`)).toBe(byCpu);
						expect(of(`nodeLimits${side}.byMem`)).toBe(
							least(need.mem, (n) => n * packing * room.mem)
						);
						expect(of(`nodeLimits${side}.byPods`)).toBe(least(need.pods, (n) => n * room.pods));
					}
				}),
				runs(25)
			);
		},
		TIME
	);
});

/** CPU that the tunnels of a cluster take on n nodes, by each way of sizing that counts. */
function tunnels(
	{ workload = {}, mesh }: RecordJson,
	of: (key: string) => number
): readonly ((nodes: number) => number)[] {
	const { clusters: count = 1, headroom = 0, peakToAverage = 1 } = workload;
	const { ztunnel, sizing = 'max' } = mesh ?? {};
	const busy = ((of('traversalsPerSecond') * peakToAverage) / count) * of('pass.ztunnel');
	const byUse = (n: number) => (n * (ztunnel?.c0 ?? 0) + busy) * (1 + headroom);
	const byRequest = (n: number) => n * (ztunnel?.cpuReq ?? 0);
	if (sizing === 'usage' || ztunnel?.cpuReq === null) return [byUse];
	return sizing === 'requests' ? [byRequest] : [byUse, byRequest];
}

describe('invariant 7, the two billings', () => {
	it(
		'differ by less than one node, however many pods, where CPU and memory bind alike',
		() => {
			// Pods and proxies ask for 4 GiB a core, as a node has: so per pod the gap goes to 0.
			const pods = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constantFrom(12_345, 1_000_001));
			fc.assert(
				fc.property(pods, fc.integer({ min: 50, max: 100 }), (count, percent) => {
					const record = (billing: 'provisioned' | 'allocated'): RecordJson => ({
						workload: { groups: [{ pods: count, appCpu: 0.25, appMemMiB: 1024 }], services: 1 },
						node: {
							vcpu: 8,
							memGiB: 32,
							maxPods: 1000,
							packing: percent / 100,
							priceHour: 0.4,
							coreToGibRatio: 9,
							azBalanced: false
						},
						mesh: { kind: 'sidecar', sizing: 'requests', proxy: { cpuReq: 0.1, memReqMiB: 409.6 } },
						purchase: { billing }
					});
					const bill = (billing: 'provisioned' | 'allocated') =>
						month1(record(billing))?.('infra.compute') ?? NaN;
					expect(Math.abs(bill('provisioned') - bill('allocated'))).toBeLessThan(
						0.4 * 730 * 1.000001
					);
				}),
				runs(30)
			);
		},
		TIME
	);
});

describe('sizes of tasks', () => {
	// model.md §8, row by row: units, then every MiB that is sold with them.
	const PAIRS = [
		[256, [512, 1024, 2048]],
		[512, [1, 2, 3, 4].map((gib) => gib * 1024)],
		[1024, [2, 3, 4, 5, 6, 7, 8].map((gib) => gib * 1024)],
		[2048, Array.from({ length: 13 }, (_, at) => (4 + at) * 1024)],
		[4096, Array.from({ length: 23 }, (_, at) => (8 + at) * 1024)],
		[8192, Array.from({ length: 12 }, (_, at) => (16 + 4 * at) * 1024)],
		[16_384, Array.from({ length: 12 }, (_, at) => (32 + 8 * at) * 1024)]
	] as const;
	const pairs = PAIRS.flatMap(([units, sold]) => sold.map((mib) => [units, mib] as const));
	const group = itemInputs('workload.groups', 0);
	const tape = tapeOf({
		it: taskPrice({ id: 'task', label: 'Task', cpu: group.appCpu, memMiB: group.appMemMiB })
	});
	const edge = (values: readonly number[]) =>
		fc
			.tuple(fc.constantFrom(...values), fc.constantFrom(-0.001, 0, 0, 0.001))
			.map(([at, off]) => at + off);

	it('are the cheapest of all 74 that have room, with fewer units where prices are equal', () => {
		const cpu = fc.oneof(
			fc.double({ min: 0, max: 16, noNaN: true }),
			edge([0.25, 0.5, 1, 2, 4, 8])
		);
		const mem = fc.oneof(
			fc.double({ min: 0, max: 122_880, noNaN: true }),
			edge(pairs.map(([, mib]) => mib).slice(0, -1))
		);
		const price = fc.constantFrom(0, 0.004445, 0.04048, 1);
		fc.assert(
			fc.property(cpu, mem, price, price, (needCpu, needMem, vcpuHour, gibHour) => {
				const fitting = pairs
					.filter(([units, mib]) => units / 1024 >= needCpu && mib >= needMem)
					.map(([units, mib]) => ({
						pair: [units, mib],
						hour: new Decimal(units)
							.div(1024)
							.times(vcpuHour)
							.plus(new Decimal(mib).div(1024).times(gibHour))
					}));
				const least = Decimal.min(...fitting.map(({ hour }) => hour));
				const values = new Map(
					Object.entries({
						'workload.groups[0].appCpu': needCpu,
						'workload.groups[0].appMemMiB': needMem,
						'fargate.vcpuHour': vcpuHour,
						'fargate.gibHour': gibHour
					}).map(([path, value]) => [path, new Decimal(value)])
				);
				const told = new ExactReading(tape, { values, months: 12 }).of('it');
				expect(String(told)).toBe(String(least));
				expect(taskSize(needCpu, needMem)).toEqual(fitting[0]?.pair);
				expect(fitting.find(({ hour }) => hour.eq(least))?.pair).toEqual(fitting[0]?.pair);
			}),
			runs(300)
		);
	});
});

describe('invariant 8, commitments', () => {
	const MONTHS = 26;
	/** A use that is another in each month. */
	const use = Array.from({ length: MONTHS }, (_, at) => at).reduce(
		(now, at) =>
			ifAbove(
				monthsSinceStart,
				number(at - 0.5),
				constant(1, 'USD/month').by(itemInputs('workload.season', at).value),
				now
			),
		constant(0, 'USD/month')
	);
	const term = fc.record({
		months: fc.constantFrom(1, 2, 3, 5, 6, 12, 30),
		coverage: fc.constantFrom(0, 0.25, 0.4, 1),
		discount: fc.constantFrom(0, 0.25, 0.5)
	});
	const amounts = fc.array(fc.integer({ min: 0, max: 400 }), {
		minLength: MONTHS,
		maxLength: MONTHS
	});
	type Term = { readonly months: number; readonly coverage: number; readonly discount: number };

	/** Cash of each month from the graph; terms in the order in which they apply. */
	function cashOf(uses: readonly number[], terms: readonly Term[]): readonly number[] {
		const choices = choicesOf({ terms: terms.map(({ months }, at) => ({ at, months })) });
		const row = afterCommitments(choices, use, { id: 'row', discount: 'discount' });
		const values = new Map([
			...uses.map((amount, at) => [`workload.season[${at}].value`, new Decimal(amount)] as const),
			...terms.flatMap(({ coverage, discount }, at) => [
				[`purchase.terms[${at}].coverage`, new Decimal(coverage)] as const,
				[`purchase.terms[${at}].discount`, new Decimal(discount)] as const
			])
		]);
		const reading = new ExactReading(tapeOf({ it: row }), { values, months: MONTHS });
		return reading.series('it').map(figure);
	}

	/** A book of purchases: what has run out is bought anew, for a share of what is then uncovered. */
	function bookOf(uses: readonly number[], terms: readonly Term[]): readonly number[] {
		const inForce = terms.map(() => ({ amount: 0, until: 0 }));
		return uses.map((now, month) => {
			let open = now;
			let paid = 0;
			terms.forEach(({ months, coverage, discount }, at) => {
				const held = inForce[at];
				if (held === undefined) return;
				if (held.until === month) {
					held.amount = coverage * Math.max(0, open);
					held.until = month + months;
				}
				open -= held.amount;
				paid += held.amount * (1 - discount);
			});
			return paid + Math.max(0, open);
		});
	}

	const sorted = (terms: readonly Term[]) =>
		[...terms].sort((a, b) => b.months - a.months || b.discount - a.discount);

	it('cost month by month what a book of purchases adds up to', () => {
		fc.assert(
			fc.property(amounts, fc.array(term, { maxLength: 4 }), (uses, terms) => {
				const cash = cashOf(uses, sorted(terms));
				bookOf(uses, sorted(terms)).forEach((paid, month) => {
					expect(Math.abs((cash[month] ?? NaN) - paid)).toBeLessThan(1e-9);
				});
			}),
			runs(25)
		);
	});

	it('change nothing at no discount, where use never falls and each term divides the longer', () => {
		const nested = fc.constantFrom([12, 6, 3], [30, 6, 2], [6, 3, 1], [12, 12, 1]);
		fc.assert(
			fc.property(
				amounts,
				nested,
				fc.array(term, { minLength: 3, maxLength: 3 }),
				(uses, of, terms) => {
					const rising = [...uses].sort((a, b) => a - b);
					const free = terms.map((one, at) => ({ ...one, months: of[at] ?? 1, discount: 0 }));
					expect(cashOf(rising, free)).toEqual(rising);
				}
			),
			runs(25)
		);
	});
});
