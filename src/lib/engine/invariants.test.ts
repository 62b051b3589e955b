import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { change, priced } from '../../../tests/support/records/change.ts';
import { records } from '../../../tests/support/records/random-records.ts';
import type { MeshJson, RecordJson } from '../../../tests/support/records/record-json.ts';
import { runs } from '../../../tests/support/records/runs.ts';
import { sumOfPowers } from './graph/power-sum.ts';
import { Decimal } from './decimal.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { pathFigures, type PathFigures } from './path-figures.ts';
import { readRecord } from './read-record.ts';
import { ROW_KEYS, type RowKey } from './rows.ts';
import { cashOf, runRecord, type Run } from './run.ts';

const TIME = 120_000;

/** A run; what no property asks of it is not worked out. */
interface Worked {
	readonly run: Run;
	readonly outcome: () => Outcome;
	/** A quantity in month k + 1. */
	readonly of: (key: string, k?: number) => number;
	/** A row, months 0 to N. */
	readonly row: (key: RowKey) => readonly number[];
	readonly months: number;
}

const figure = (value: unknown): number => (value instanceof Decimal ? value.toNumber() : NaN);

/** The record worked out; undefined where it ends in a fault. */
function work(record: RecordJson): Worked | undefined {
	const read = readRecord(record);
	if (!read.ok) throw new Error(JSON.stringify(read.errors));
	const run = runRecord(read.value);
	if (run.fault !== undefined) return undefined;
	let outcome: Outcome | undefined;
	return {
		run,
		outcome: () => (outcome ??= outcomeOf(run)),
		of: (key, k = 0) => figure(run.answers.of(key, k)),
		row: (key) => cashOf(run, key).map(figure),
		months: run.record.choices.months
	};
}

/** Runs of drawn records: all properties draw the same ones, for they begin at the same seed. */
const drawn = new Map<string, Worked | undefined>();
afterAll(() => drawn.clear());

/** The same for a record as it was drawn. */
function workDrawn(record: RecordJson): Worked | undefined {
	const key = JSON.stringify(record);
	if (!drawn.has(key)) drawn.set(key, work(record));
	return drawn.get(key);
}

/** 1e-9 of the larger: what is left of whole chains of decimals and powers in doubles. */
const near = (a: number, b: number, scale = 0): boolean =>
	Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), scale, 1e-9);

const expectNear = (a: number, b: number, scale = 0): void => {
	expect(near(a, b, scale), `${a} and ${b}`).toBe(true);
};

const INFRA = ROW_KEYS.filter((key) => key.startsWith('infra.'));
const PEOPLE = ['support.run', 'support.upgrades', 'support.onCall', 'support.training'] as const;

/** A property of a record that can be worked out. */
const holds = (
	title: string,
	count: number,
	property: (record: RecordJson, one: Worked) => void
) => {
	it(
		title,
		() => {
			fc.assert(
				fc.property(records, (record) => {
					const one = workDrawn(record);
					if (one !== undefined) property(record, one);
				}),
				runs(count)
			);
		},
		TIME
	);
};

/** Both records worked out, or nothing to compare. */
function compare(record: RecordJson, check: (other: Worked) => void): void {
	const other = work(record);
	if (other !== undefined) check(other);
}

const PROXIES = [
	['sidecar.count', 'sidecar.rpsPeakEach'],
	['taskProxy.count', 'taskProxy.rpsPeakEach'],
	['ztunnel.count', 'ztunnel.rpsPeakEach']
] as const;

describe('invariant 1, conservation', () => {
	holds('proxies times their rate carry all passes at peak', 60, (_, { run, of }) => {
		for (const [count, rate] of PROXIES) {
			if (run.compiled.tape.roots.has(count)) {
				expectNear(of(count) * of(rate), of('traversalsPerSecondPeak'));
			}
		}
	});

	holds('rows add up to the totals, and a node’s parts to its price', 60, (record, one) => {
		const all = ROW_KEYS.filter((key) => /^(infra|support)\./.test(key)).flatMap(one.row);
		const size = all.reduce((sum, cell) => sum + Math.abs(cell), 0);
		expectNear(
			all.reduce((sum, cell) => sum + cell, 0),
			figure(one.outcome().totals.spend),
			size
		);
		const { vcpu = 0, memGiB = 0, priceHour } = record.node ?? {};
		const parts = vcpu * one.of('unitPrices.core') + memGiB * one.of('unitPrices.gib');
		expectNear(parts, priceHour ?? 0);
	});
});

describe('invariant 2, zero traffic and nothing meshed', () => {
	holds('without requests, network, traces and logs are 0 and people remain', 60, (record, one) => {
		compare(change(record, { workload: { edgeRps: 0 } }), (quiet) => {
			for (const key of [
				'infra.network.overhead',
				'infra.network.locality',
				'infra.observability.traces',
				'infra.observability.logs'
			] as const) {
				expect(Math.max(...quiet.row(key).map(Math.abs))).toBe(0);
			}
			for (const key of PEOPLE) expect(quiet.row(key)).toEqual(one.row(key));
			expect(quiet.of('podsMeshed')).toBe(one.of('podsMeshed'));
		});
	});

	holds('with nothing meshed every infra row is exactly 0, and people stay', 60, (record, one) => {
		const groups = record.workload?.groups?.map((group) => ({ ...group, meshed: false })) ?? [];
		compare(change(record, { workload: { groups } }), (idle) => {
			for (const key of INFRA)
				expect(
					idle.row(key).every((cell) => cell === 0),
					key
				).toBe(true);
			for (const key of PEOPLE) expect(idle.row(key)).toEqual(one.row(key));
			expect(pathFigures(idle.run)).toMatchObject({ addedMeanMs: 0, addedP99Ms: 0 });
			expect(idle.of('nodesMesh')).toBe(idle.of('nodesBaseline'));
		});
	});
});

/** Without what may fall as its input rises: tiers and steps in any order, and scoped endpoints. */
const steady = (record: RecordJson): RecordJson => {
	const { taskProxy } = record.mesh ?? {};
	return change(record, {
		workload: { visibleServices: null },
		mesh: { controlPlane: null, ...(taskProxy ? { taskProxy: { ...taskProxy, steps: [] } } : {}) },
		support: { licence: null, migration: null }
	});
};

describe('invariant 3, monotone', () => {
	it.each([
		['edgeRps', 100],
		['payloadKiB', 3],
		['headroom', 0.2],
		['services', 20]
	] as const)(
		'nodes and reserved CPU and memory of a sidecar never fall as %s rises by %d',
		(key, by) => {
			fc.assert(
				fc.property(records, (record) => {
					const base = steady(record);
					const one = workDrawn(base);
					const more = (base.workload?.[key] ?? 0) + by;
					if (one === undefined) return;
					compare(change(base, { workload: { [key]: more } }), (other) => {
						const kept = ['nodesBaseline', 'nodesMesh', 'packingCounts.shape1'];
						const { roots } = one.run.compiled.tape;
						const each = ['sidecar.cpuReserved', 'sidecar.memReservedMiB'];
						for (const name of [...kept, ...each.filter((key) => roots.has(key))]) {
							expect(other.of(name), name).toBeGreaterThanOrEqual(one.of(name));
						}
					});
				}),
				runs(25)
			);
		},
		TIME
	);

	holds('nodes never fall as pods on nodes rise, by totals', 40, (record) => {
		const [first = {}, ...rest] = steady(record).workload?.groups ?? [];
		const withPods = (pods: number): RecordJson =>
			change(steady(record), {
				workload: { groups: [{ ...first, pods, runtime: 'k8s' }, ...rest] },
				node: { packingMode: 'sum' }
			});
		const one = work(withPods(first.pods ?? 0));
		if (one === undefined) return;
		compare(withPods((first.pods ?? 0) + 17), (other) => {
			expect(other.of('nodesBaseline')).toBeGreaterThanOrEqual(one.of('nodesBaseline'));
			expect(other.of('nodesMesh')).toBeGreaterThanOrEqual(one.of('nodesMesh'));
		});
	});

	holds('spend never falls as every price, fee and rate rises, locality apart', 40, (record) => {
		const base = change(steady(record), { network: { localityMesh: 0 } });
		const apart = change(base, { mesh: { crossAzIncluded: false } });
		const one = work(apart);
		if (one === undefined) return;
		compare(priced(apart, 1.5), (other) => {
			const [dear, cheap] = [
				figure(other.outcome().totals.spend),
				figure(one.outcome().totals.spend)
			];
			expect(dear).toBeGreaterThanOrEqual(cheap * (1 - 1e-12));
		});
	});
});

describe('invariant 4, homogeneity', () => {
	holds('twice the node price is twice the compute', 40, (record, one) => {
		const price = (record.node?.priceHour ?? 0) * 2;
		compare(change(record, { node: { priceHour: price } }), (other) => {
			one.row('infra.compute').forEach((cell, m) => {
				expectNear(other.row('infra.compute')[m] ?? NaN, 2 * cell);
			});
		});
	});

	holds('twice the rate is twice the labour', 40, (record) => {
		const { rateHour = 0 } = record.support ?? {};
		const bare = change(record, { support: { onCallMonthly: 0, trainingFee: 0 } });
		const one = work(bare);
		compare(change(bare, { support: { rateHour: 2 * rateHour } }), (other) => {
			for (const key of PEOPLE) {
				other.row(key).forEach((cell, m) => expectNear(cell, 2 * (one?.row(key)[m] ?? NaN)));
			}
		});
	});

	holds('every price times 3 is all money times 3, at the same payback and rate', 40, (record) => {
		// A share of spend is no price: its bands are money already.
		const unit = record.support?.licence?.unit === 'spend';
		const theirs = record.support?.migration?.source?.licence?.unit === 'spend';
		const base =
			unit || theirs ? change(record, { support: { licence: null, migration: null } }) : record;
		const one = work(base);
		if (one === undefined) return;
		compare(priced(base, 3), (other) => {
			const [a, b] = [one.outcome().totals, other.outcome().totals];
			const size = figure(a.spendPV) + figure(a.avoidedPV) + Math.abs(figure(a.adoptionPV));
			expectNear(figure(b.netPV), 3 * figure(a.netPV), 3 * size);
			expect(b.paybackMonths === undefined).toBe(a.paybackMonths === undefined);
			expectNear(b.paybackMonths ?? 0, a.paybackMonths ?? 0);
			expect(near(b.irrAnnual ?? 0, a.irrAnnual ?? 0, 1)).toBe(true);
			for (const key of ROW_KEYS) {
				other.row(key).forEach((cell, m) => expectNear(cell, 3 * (one.row(key)[m] ?? NaN), size));
			}
		});
	});
});

describe('invariant 5, additivity and permutation', () => {
	const still = (record: RecordJson): RecordJson =>
		change(record, { workload: { growthPodsMonthly: 0 } });
	const halves = (record: RecordJson): RecordJson => {
		const [first = {}, ...rest] = record.workload?.groups ?? [];
		const pods = first.pods ?? 0;
		const half = Math.floor(pods / 2);
		return change(record, {
			workload: { groups: [{ ...first, pods: half }, ...rest, { ...first, pods: pods - half }] }
		});
	};
	const spendOf = (one: Worked) => figure(one.outcome().totals.spend);

	holds('a group split in two costs the same, by totals and without growth', 40, (record) => {
		const base = change(still(record), { node: { packingMode: 'sum' } });
		const one = work(base);
		if (one !== undefined) {
			compare(halves(base), (other) => expectNear(spendOf(other), spendOf(one)));
		}
	});

	holds(
		'by whole pods a split adds no more than one node a cluster, and never saves',
		40,
		(record) => {
			const base = still(record);
			const one = work(base);
			const { clusters = 1 } = record.workload ?? {};
			if (one === undefined || clusters > 1) return;
			compare(halves(base), (other) => {
				for (const key of ['nodeLimits0.byShape', 'nodeLimits1.byShape']) {
					expect(other.of(key)).toBeGreaterThanOrEqual(one.of(key));
					expect(other.of(key)).toBeLessThanOrEqual(one.of(key) + 1);
				}
			});
		}
	);

	holds('the order of groups and terms never matters', 40, (record, one) => {
		const groups = [...(record.workload?.groups ?? [])].reverse();
		// Equal terms apply as listed, so only those that differ may change places.
		const key = ({ termMonths = 0, discount }: { termMonths?: number; discount?: number | null }) =>
			`${termMonths} ${discount ?? 0}`;
		const listed = record.purchase?.terms ?? [];
		const differ = new Set(listed.map(key)).size === listed.length;
		const terms = differ ? [...listed].reverse() : listed;
		compare(change(record, { workload: { groups }, purchase: { terms } }), (other) => {
			expectNear(spendOf(other), spendOf(one));
		});
	});
});

describe('invariant 6, units', () => {
	holds('a month of twice the hours is twice the compute on demand', 30, (record) => {
		const withHours = (hoursPerMonth: number) => work(change(record, { time: { hoursPerMonth } }));
		const [one, two] = [withHours(365), withHours(730)];
		one?.row('infra.compute').forEach((cell, m) => {
			expectNear(two?.row('infra.compute')[m] ?? NaN, 2 * cell);
		});
	});
});

describe('invariant 7, nodes', () => {
	holds(
		'never fewer with the mesh, in both modes; whole pods never fewer than totals',
		60,
		(record) => {
			const full = change(record, { node: { packing: 1 } });
			const one = work(full);
			if (one === undefined) return;
			expect(one.of('packingCounts.sum1')).toBeGreaterThanOrEqual(one.of('packingCounts.sum0'));
			expect(one.of('packingCounts.shape1')).toBeGreaterThanOrEqual(one.of('packingCounts.shape0'));
			expect(one.of('packingCounts.shape0')).toBeGreaterThanOrEqual(one.of('packingCounts.sum0'));
			expect(one.of('packingCounts.shape1')).toBeGreaterThanOrEqual(one.of('packingCounts.sum1'));
		}
	);
});

describe('invariant 8, finance', () => {
	const committed = (record: RecordJson, coverage: number, discount: number, others = 0) => {
		const term = { termMonths: 12, coverage, discount, fargateDiscount: discount };
		const terms = [term, ...Array.from({ length: others }, () => ({ ...term, termMonths: 6 }))];
		return work(change(record, { purchase: { terms, spotShare: 0 } }));
	};
	const onDemand = (record: RecordJson) =>
		work(change(record, { purchase: { terms: [], spotShare: 0 } }));
	const flat = (record: RecordJson): RecordJson =>
		change(record, {
			time: { cloudPriceDriftAnnual: 0 },
			workload: {
				growthPodsMonthly: 0,
				growthRpsMonthly: 0,
				growthServicesMonthly: 0,
				season: null
			}
		});

	holds('at a rate of 0 the present value is the nominal sum', 40, (record) => {
		const one = work(change(record, { time: { discountAnnual: 0 } }));
		if (one === undefined) return;
		expectNear(figure(one.outcome().totals.spendPV), figure(one.outcome().totals.spend));
	});

	holds('a coverage of 0 costs what is paid on demand', 40, (record) => {
		expect(committed(record, 0, 0.5)?.row('infra.compute')).toEqual(
			onDemand(record)?.row('infra.compute')
		);
	});

	holds(
		'flat use wholly covered at 30 % off costs 70 %; a second term buys nothing',
		40,
		(record) => {
			const still = flat(record);
			const [plain, one, two] = [
				onDemand(still),
				committed(still, 1, 0.3),
				committed(still, 1, 0.3, 1)
			];
			for (const key of ['infra.compute', 'infra.fargate'] as const) {
				plain?.row(key).forEach((cell, m) => {
					expectNear(one?.row(key)[m] ?? NaN, 0.7 * cell);
					expectNear(two?.row(key)[m] ?? NaN, 0.7 * cell);
				});
			}
		}
	);

	holds('a commitment is paid, used or not', 40, (record) => {
		const one = committed(record, 0.5, 0.3);
		const use = onDemand(record)?.row('infra.compute') ?? [];
		one?.row('infra.compute').forEach((cell, m) => {
			if (m === 0) return;
			const bought = 0.5 * (use[m - ((m - 1) % 12)] ?? NaN);
			expect(cell).toBeGreaterThanOrEqual(0.7 * bought * (1 - 1e-9));
		});
	});
});

describe('invariant 9, the path', () => {
	const figures = (record: RecordJson, depth: number, correlation: number) => {
		const one = work(
			change(record, {
				workload: { criticalPathDepth: depth },
				latency: { hopCorrelation: correlation }
			})
		);
		return one === undefined ? undefined : (pathFigures(one.run) as PathFigures);
	};

	holds('one call gains its hop; calls that slow down together gain as many hops', 40, (record) => {
		const single = figures(record, 1, 0.3);
		const triple = figures(record, 3, 1);
		expectNear(single?.addedP99Ms ?? 0, single?.hopP99Ms ?? 0);
		expectNear(triple?.addedP99Ms ?? 0, 3 * (triple?.hopP99Ms ?? 0));
	});

	holds('the p99 rises with depth and with correlation', 40, (record) => {
		const at = (depth: number, correlation: number) =>
			figures(record, depth, correlation)?.addedP99Ms ?? 0;
		expect(at(4, 0.2)).toBeGreaterThanOrEqual(at(3, 0.2));
		expect(at(3, 0.8)).toBeGreaterThanOrEqual(at(3, 0.2) * (1 - 1e-12));
	});
});

describe('invariant 10, opportunity', () => {
	const gains = ROW_KEYS.filter((key) => key.startsWith('avoided.'));

	holds('all confidence at 0 avoids exactly nothing', 40, (record) => {
		const confidence = { build: 0, incidents: 0, security: 0, delivery: 0, replaced: 0 };
		const one = work(change(record, { opportunity: { confidence } }));
		for (const key of gains) expect(one?.row(key).every((cell) => cell === 0) ?? true).toBe(true);
	});

	holds('outages wholly prevented save their addressable part, and never more', 40, (record) => {
		const { opportunity } = record;
		if (!opportunity) return;
		const {
			perYear = 0,
			mttrHours = 0,
			costPerHour = 0,
			addressable = 0
		} = opportunity.incidents ?? {};
		const loss = (perYear / 12) * mttrHours * costPerHour * addressable;
		const full = { ...opportunity.incidents, frequencyReduction: 1, durationReduction: 1 };
		const sure = { ...opportunity.confidence, incidents: 1 };
		const saved = (incidents: typeof full) =>
			work(change(record, { opportunity: { incidents, confidence: sure, rampMonths: 0 } }))
				?.row('avoided.incidents')
				.slice(1) ?? [];
		for (const cell of saved(full)) expectNear(cell, loss);
		const some = saved({ ...full, frequencyReduction: 0.4, durationReduction: 0.7 });
		for (const cell of some) expect(cell).toBeLessThanOrEqual(loss * (1 + 1e-12));
	});
});

describe('invariant 11, the ledger', () => {
	holds(
		'stays within half a cent a cell of the unrounded, and adds up to the cent',
		60,
		(_, one) => {
			const { ledger, totals } = one.outcome();
			const shown = ledger.spend.total;
			if (!(shown instanceof Decimal)) throw new Error('a total is missing');
			const cells = 17 * (one.months + 1);
			expect(shown.minus(figure(totals.spend)).abs().toNumber()).toBeLessThanOrEqual(
				0.0050005 * cells
			);
			const rows = ledger.rows.filter(({ block }) => block === 'infra' || block === 'support');
			const sum = rows.reduce(
				(all, { total }) => (total instanceof Decimal ? all.plus(total) : all),
				new Decimal(0)
			);
			expect(sum.toFixed(2)).toBe(shown.toFixed(2));
		}
	);
});

describe('invariant 13, managed', () => {
	const managed = (record: RecordJson, mesh: Partial<MeshJson>): RecordJson =>
		change(record, { mesh: { kind: 'managed', ...mesh } });

	holds(
		'without a task proxy it passes nothing through us and needs its plane alone',
		40,
		(record) => {
			const mesh = { taskProxy: null, gateway: null, nodeAgent: {} };
			const one = work(managed(record, mesh));
			if (one === undefined) return;
			expect(one.of('traversalsPerSecond')).toBe(0);
			expect(one.of('addedCpu')).toBe(one.of('controlPlane.cpu'));
		}
	);

	holds(
		'with transfer in the fee, framing costs nothing and saving is at most φ of it',
		40,
		(record) => {
			const one = work(managed(record, { taskProxy: null, crossAzIncluded: true }));
			if (one === undefined) return;
			const { crossAzPerGB } = record.network ?? {};
			const { meshedCallFraction = 1 } = record.workload ?? {};
			const base = one.of('crossAz.crossGbMonth0') * (crossAzPerGB ?? 0);
			const saved = one.row('infra.network.locality')[1] ?? NaN;
			expect(one.row('infra.network.overhead').every((cell) => cell === 0)).toBe(true);
			expect(saved).toBeLessThanOrEqual(0);
			expect(saved).toBeGreaterThanOrEqual(-meshedCallFraction * base * (1 + 1e-9));
		}
	);

	holds(
		'billed requests are at most all, rise with them and never rise with services',
		40,
		(record, one) => {
			const { edgeRps = 0, services = 0 } = record.workload ?? {};
			const billed = (other: Worked) => other.of('fee.billedRequestsMonth');
			expect(billed(one)).toBeLessThanOrEqual(one.of('fee.requestsMonth'));
			compare(change(record, { workload: { edgeRps: edgeRps + 50 } }), (busier) => {
				expect(billed(busier)).toBeGreaterThanOrEqual(billed(one));
			});
			compare(change(record, { workload: { services: services + 5 } }), (wider) => {
				expect(billed(wider)).toBeLessThanOrEqual(billed(one));
			});
		}
	);

	it.each([
		'feePerProxyHour',
		'feePerServiceHour',
		'feePerClusterHour',
		'feePerGB',
		'feePerMillionRequests'
	] as const)(
		'the fee is linear in %s',
		(key) => {
			fc.assert(
				fc.property(records, (record) => {
					const at = (rate: number) => {
						const one = work(change(record, { mesh: { [key]: rate } }));
						return one?.row('infra.meshFee')[1] ?? 0;
					};
					expectNear(at(0.5) - at(0), 5 * (at(0.1) - at(0)), at(0.5));
				}),
				runs(15)
			);
		},
		TIME
	);
});

describe('invariant 14, leaving another mesh', () => {
	holds('today’s bill is the source’s first month, worked out alone', 60, (record, one) => {
		const { source, oldMonthly } = record.support?.migration ?? {};
		if (!source || oldMonthly !== null) return;
		const support = { ...record.support, licence: source.licence ?? null, migration: null };
		const alone = work({ ...record, mesh: source.mesh, support });
		const keys = [...INFRA, 'support.licence' as const];
		const bill = keys.reduce((sum, key) => sum + (alone?.row(key)[1] ?? NaN), 0);
		expectNear(one.of('migration.todayBill'), bill, Math.abs(bill));
	});

	holds('the overlap is 0 for no months and linear in them', 40, (record) => {
		const overlap = (parallelMonths: number) =>
			work(
				change(record, { support: { migration: { ...record.support?.migration, parallelMonths } } })
			)?.of('migration.overlap') ?? 0;
		expect(overlap(0)).toBe(0);
		expectNear(overlap(2.5), 2.5 * overlap(1));
	});

	holds(
		'from a mesh to itself the overlap is its own first month times the months',
		40,
		(record) => {
			const { licence = null } = record.support ?? {};
			const source = { mesh: record.mesh ?? {}, licence };
			const migration = { parallelMonths: 2, duplicateShare: 0, source, oldMonthly: null };
			const one = work(change(record, { support: { migration } }));
			if (one === undefined) return;
			const keys = [...INFRA, 'support.licence' as const];
			const first = keys.reduce((sum, key) => sum + (one.row(key)[1] ?? NaN), 0);
			expectNear(one.of('migration.overlap'), 2 * first, Math.abs(first));
		}
	);
});

describe('invariant 15, growth', () => {
	holds('without growth all months are alike but for wages and learning', 40, (record) => {
		const one = work(
			change(record, {
				time: { cloudPriceDriftAnnual: 0, labourInflationAnnual: 0 },
				workload: {
					growthPodsMonthly: 0,
					growthRpsMonthly: 0,
					growthServicesMonthly: 0,
					season: null
				},
				support: { learningHalfLifeMonths: 0 }
			})
		);
		for (const key of [...INFRA, ...PEOPLE]) {
			const [, ...cells] = one?.row(key) ?? [];
			expect(new Set(cells).size, key).toBeLessThanOrEqual(1);
		}
	});

	holds('growth for eleven months is the same as starting from what has grown', 40, (record) => {
		const base = change(record, { workload: { season: null } });
		const one = work(base);
		if (one === undefined) return;
		const {
			growthPodsMonthly = 0,
			growthRpsMonthly = 0,
			growthServicesMonthly = 0
		} = record.workload ?? {};
		const grown = (amount: number | undefined, rate: number) => (amount ?? 0) * (1 + rate) ** 11;
		const workload = {
			edgeRps: grown(record.workload?.edgeRps, growthRpsMonthly),
			services: grown(record.workload?.services, growthServicesMonthly),
			groups: (record.workload?.groups ?? []).map((group) => ({
				...group,
				pods: grown(group.pods, growthPodsMonthly)
			}))
		};
		compare(change(base, { workload }), (later) => {
			for (const key of ['podsTotal', 'services', 'nodesMesh', 'nodesBaseline']) {
				expect(later.of(key), key).toBe(one.of(key, 11));
			}
			for (const key of ['traversalsPerSecond', 'addedCpu', 'addedMemMiB', 'fte']) {
				expectNear(later.of(key), one.of(key, 11));
			}
		});
	});
});

describe('invariant 16, connections', () => {
	holds('kept connections, or new ones that cost the same, change nothing', 30, (record) => {
		const { proxy, gateway, waypoint, ztunnel } = record.mesh ?? {};
		const same = <T extends object>(of: T | null | undefined) =>
			of ? { ...of, connFactor: 1 } : of;
		const parts = Object.entries({ proxy, gateway, waypoint, ztunnel }).flatMap(([key, of]) =>
			of ? [[key, same(of)] as const] : []
		);
		const still = work(change(record, { workload: { newConnFraction: 0 } }));
		const free = work(change(record, { mesh: Object.fromEntries(parts) }));
		if (still === undefined || free === undefined) return;
		for (const key of ['addedCpu', 'addedMemMiB', 'nodesMesh'])
			expect(free.of(key)).toBe(still.of(key));
	});

	holds('CPU rises with new connections, memory does not', 40, (record) => {
		const [few, many] = [0.1, 0.9].map((newConnFraction) =>
			work(change(record, { workload: { newConnFraction } }))
		);
		if (few === undefined || many === undefined) return;
		if (!few.run.compiled.tape.roots.has('sidecar.cpuUsePeak')) return;
		expect(many.of('sidecar.cpuUsePeak')).toBeGreaterThanOrEqual(few.of('sidecar.cpuUsePeak'));
		expect(many.of('sidecar.memUseMiB')).toBe(few.of('sidecar.memUseMiB'));
	});

	holds('three clusters a service are three times the memory a service', 30, (record, of) => {
		const { proxy } = record.mesh ?? {};
		if (!proxy || !of.run.compiled.tape.roots.has('sidecar.memUseMiB')) return;
		const three = work(change(record, { workload: { clustersPerService: 3 } }));
		const dear = { ...proxy, aServiceKiB: 3 * (proxy.aServiceKiB ?? 0) };
		const one = change(record, { workload: { clustersPerService: 1 }, mesh: { proxy: dear } });
		compare(one, (other) => {
			expectNear(other.of('sidecar.memUseMiB'), three?.of('sidecar.memUseMiB') ?? NaN);
		});
	});

	holds(
		'waypoints times their rate carry Ω at peak; replaced never exceeds its invoices',
		60,
		(record, one) => {
			const { roots } = one.run.compiled.tape;
			if (roots.has('waypoint.count') && one.of('waypoint.count') > 0) {
				const { peakToAverage = 1 } = record.workload ?? {};
				const carried = one.of('waypoint.count') * one.of('waypoint.rpsPeakEach');
				expectNear(carried, one.of('waypointPerSecond') * peakToAverage);
			}
			const most = record.opportunity?.replacedMonthly ?? 0;
			expect(Math.max(...one.row('avoided.replaced'))).toBeLessThanOrEqual(most);
		}
	);
});

describe('Wright’s law', () => {
	it('sums the hours of 10 000 services as term by term, to 1e-12', () => {
		// By hand, in a loop: the tail beyond 4096 is taken by Euler and Maclaurin.
		const exponent = Math.log2(0.8);
		let sum = 0;
		for (let i = 10_000; i >= 1; i--) sum += i ** exponent;
		expect(Math.abs(sumOfPowers(10_000, exponent) / sum - 1)).toBeLessThan(1e-12);
	});
});
