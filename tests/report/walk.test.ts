import { describe, expect, it } from 'vitest';
import { below, randomStream } from '../../src/lib/engine/after/random.ts';
import { MESH_IDS } from '../../src/lib/catalog/mesh-ids.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { isGap } from '../../src/lib/report/gap.ts';
import { sourceAt } from '../../src/lib/report/sources.ts';
import type {
	CapacityMonth,
	MoneyOrGap,
	ReportAssumption,
	ReportOption
} from '../../src/lib/report/types.ts';
import { whyOf } from '../../src/lib/report/why.ts';
import type { Worked } from '../../src/lib/report/work-out.ts';
import { TODAY, worked } from './shared.ts';

/** A number of the report, and the step of the model that explains it in a month. */
interface Shown {
	readonly option: string;
	readonly id: string;
	readonly month: number;
	readonly value: number;
	/** How far rounding for the eye may lie from the step: half a cent for cells. */
	readonly within: number;
}

const HALF_A_CENT = 0.005_000_1;

const money = (option: string, id: string, month: number, cell: MoneyOrGap): readonly Shown[] =>
	isGap(cell) ? [] : [{ option, id, month, value: Number(cell), within: HALF_A_CENT }];

const cells = ({ id, rows }: ReportOption): readonly Shown[] =>
	rows.flatMap((row) => [
		...money(id, row.key, 0, row.month0),
		...row.monthly.flatMap((cell, k) => money(id, row.key, k + 1, cell))
	]);

/** A total is the sum of its cells: the walk goes on from the dearest of them. */
const totals = ({ id, rows }: ReportOption): readonly Shown[] =>
	rows.flatMap((row) => {
		const all = [row.month0, ...row.monthly];
		if (isGap(row.total) || all.some(isGap)) return [];
		const amounts = all.map(Number);
		expect([row.key, amounts.reduce((sum, cell) => sum + cell, 0).toFixed(2)]).toEqual([
			row.key,
			row.total
		]);
		const month = amounts.indexOf(Math.max(...amounts));
		return money(id, row.key, month, all[month] ?? '0');
	});

const STEPS: Partial<Readonly<Record<keyof CapacityMonth, string>>> = {
	pods: 'podsTotal',
	podsMeshed: 'podsMeshed',
	waypoints: 'waypointPods',
	coresRequested: 'addedCpu',
	nodesBaseline: 'nodesBaseline',
	nodesMesh: 'nodesMesh',
	coresUsed: 'capacity.coresUsed',
	coresInvoiced: 'capacity.coresInvoiced',
	gibRequested: 'capacity.gibRequested',
	gibUsed: 'capacity.gibUsed',
	gibInvoiced: 'capacity.gibInvoiced'
};

const plain = (option: string, id: string, value: number): Shown => ({
	option,
	id,
	month: 1,
	value,
	within: 1e-9 * Math.abs(value) + 1e-12
});

const capacity = ({ id, capacity: figures }: ReportOption): readonly Shown[] => {
	if (isGap(figures)) return [];
	const { month1 } = figures;
	return Object.entries(STEPS).flatMap(([key, step]) => {
		const figure = month1[key as keyof CapacityMonth];
		return isGap(figure) ? [] : [plain(id, step, Number(figure))];
	});
};

/** Inputs, a month that the chart tells, and the name of a proxy. */
const NOT_EXPLAINED = new Set(['hopP50Ms', 'hopP99Ms', 'monthFull', 'limitedBy']);

const latency = ({ id, latency: figures }: ReportOption): readonly Shown[] =>
	isGap(figures)
		? []
		: Object.entries(figures)
				.filter(([key]) => !NOT_EXPLAINED.has(key))
				.map(([key, value]) => plain(id, `latency.${key}`, Number(value)));

const facts = ({ id, facts: list }: ReportOption): readonly Shown[] =>
	list.map((fact) => plain(id, fact.id, fact.value));

const KINDS = { cells, totals, capacity, latency, facts } as const;

const PLANS: readonly Plan[] = [
	{},
	{ options: MESH_IDS, migration: { from: 'app-mesh' } },
	{ platform: { cloud: 'gcp', commitment: '1y' }, workload: { clusters: 3 } },
	{ platform: { cloud: 'azure' }, observability: { metrics: 'hosted' } },
	{ platform: { runtime: 'ecs', region: 'us-east-1' } },
	{ people: { hourlyRate: 120 }, overrides: { '*': { 'node.priceHour': 0.3 } } }
];

/** 20 of each kind, the same in every run. */
const EACH = 20;

describe('one hundred numbers of a report', () => {
	const books = PLANS.map((plan) => {
		const all = worked(plan);
		return { all, report: reportOf(all, TODAY) };
	});

	it.each(Object.keys(KINDS))('of the kind "%s": 20 lead to a source or a reason', (kind) => {
		const pick = randomStream(20261124, kind);
		let inputs = 0;
		for (let drawn = 0; drawn < EACH; drawn++) {
			const { all, report } = oneOf(books, pick.words(1));
			const options = report.options.filter(({ rows }) => rows.length > 0);
			const shown = KINDS[kind as keyof typeof KINDS](oneOf(options, pick.words(1)));
			if (shown.length === 0) {
				drawn--;
				continue;
			}
			const one = oneOf(shown, pick.words(1));
			const why = whyOf({ worked: all, ...one });
			const value = Number(why?.value);
			expect([one.option, one.id, Math.abs(value - one.value) <= one.within]).toEqual([
				one.option,
				one.id,
				true
			]);
			const walk = walkFrom(all, one);
			expect(walk.lost).toEqual([]);
			inputs += walk.inputs;
		}
		expect(inputs).toBeGreaterThan(EACH);
	});

	function oneOf<T>(list: readonly T[], word: Uint32Array): T {
		const found = list[below(list.length, word[0] ?? 0)];
		if (found === undefined) throw new Error('nothing to draw from');
		return found;
	}
});

type At = Pick<Shown, 'option' | 'id' | 'month'>;

interface Walk {
	/** Inputs reached. */
	readonly inputs: number;
	/** Steps and inputs that lead nowhere, in words. */
	readonly lost: readonly string[];
}

/** Follows a number through every step below it to its inputs. */
function walkFrom(all: Worked, from: At): Walk {
	const seen = new Set<string>();
	const inputs = new Set<string>();
	const lost: string[] = [];
	const open: At[] = [from];
	for (let at = open.pop(); at !== undefined; at = open.pop()) {
		const key = `${at.id}@${at.month}`;
		if (seen.has(key)) continue;
		seen.add(key);
		const why = whyOf({ worked: all, ...at });
		if (why === undefined) {
			lost.push(`${at.option}: nothing explains ${at.id} in month ${at.month}`);
			continue;
		}
		for (const term of why.terms) {
			// Steps below a one-off row are those of month 1: the model has no month 0 of its own.
			const month = Math.max(1, at.month);
			if (term.kind === 'step') open.push({ option: at.option, id: term.id, month });
			else if (term.kind === 'input') {
				inputs.add(term.id);
				lost.push(...faultsOf(all, term.id, term.assumption));
			}
		}
		if (why.terms.length === 0 && why.formula === '') lost.push(`${at.id}: no formula`);
	}
	return { lost, inputs: inputs.size };
}

const ARGUED = ['assumed', 'default', 'derived'];

/** An input has sources with publisher and date, or the word of somebody and why. */
function faultsOf(
	{ catalog }: Worked,
	id: string,
	assumption: ReportAssumption | undefined
): readonly string[] {
	if (assumption === undefined) return [`${id}: no assumption`];
	const { source, basis, reason } = assumption;
	const bad = (source?.split(', ') ?? []).filter((key) => {
		const found = sourceAt(catalog, key);
		return !found?.publisher || (found.retrieved ?? found.date) === undefined;
	});
	if (bad.length > 0) return bad.map((key) => `${id}: no publisher and date at ${key}`);
	if (source !== undefined || basis === 'user') return [];
	return ARGUED.includes(basis) && reason ? [] : [`${id}: ${basis} without a reason`];
}
