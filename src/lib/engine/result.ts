import { availability } from './after/availability.ts';
import { taskGroups } from './areas/fargate.ts';
import { taskSize } from './areas/tasks.ts';
import { Decimal } from './decimal.ts';
import { Gap, type Exact } from './graph/gap.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { pathFigures } from './path-figures.ts';
import { ROW_KEYS, type RowKey } from './rows.ts';
import type { Run } from './run.ts';

export type ResultValue =
	number | string | null | readonly ResultValue[] | { readonly [key: string]: ResultValue };
export type ResultRecord = Readonly<Record<string, ResultValue>>;

/** null stands only for a row, total or rate that has no figure; `missing` says why. */
const plain = (value: Exact | number | undefined): number | null =>
	value === undefined || value instanceof Gap
		? null
		: typeof value === 'number'
			? value
			: value.isZero()
				? 0 // never −0: JSON does not have it, and what writes text would show it
				: value.toNumber();

/** The result record of `model.md` §2. */
export function resultOf(run: Run): ResultRecord {
	const outcome = outcomeOf(run);
	const last = run.record.choices.months - 1;
	const latency = pathFigures(run);
	return {
		month1: monthOf(run, 0),
		monthLast: monthOf(run, last),
		month1Rows: rowsAt(outcome, 1),
		monthLastRows: rowsAt(outcome, last + 1),
		t0Rows: onceOf(outcome),
		rowTotals: rowTotals(outcome),
		totals: totalsOf(outcome),
		migrationHours: plain(run.answers.of('migrationHours')),
		migration: {
			todayBill: plain(run.answers.of('migration.todayBill')),
			duplicateMonthly: plain(run.answers.of('migration.duplicateMonthly')),
			overlap: plain(run.answers.of('migration.overlap')),
			waitingPerMonth: plain(run.answers.of('migration.waitingPerMonth'))
		},
		availability: availabilityOf(run),
		...(latency instanceof Gap ? {} : { latency: latencyOf(latency) }),
		missing: [
			...outcome.missing.map(({ row, path }) => ({ row, path })),
			...(latency instanceof Gap ? latency.paths.map((path) => ({ row: 'latency', path })) : [])
		]
	};
}

function latencyOf(figures: Exclude<ReturnType<typeof pathFigures>, Gap>): ResultValue {
	return {
		addedMeanMs: figures.addedMeanMs,
		addedP99Ms: figures.addedP99Ms,
		addedP99ComonotonicMs: figures.addedP99ComonotonicMs,
		proxySaturationRps: figures.proxySaturationRps ?? null,
		proxyRpsAtSlo: figures.proxyRpsAtSlo ?? null
	};
}

function availabilityOf(run: Run): ResultValue {
	const { months, startMonth, mesh } = run.record.choices;
	const found = availability({ months, startMonth, endOfSupport: mesh.endOfSupport });
	return {
		status: found.status,
		firstMonthOutside: 'firstMonthOutside' in found ? found.firstMonthOutside : null
	};
}

/** Quantities of a month, nested by the dots of their keys. */
function monthOf(run: Run, k: number): ResultRecord {
	const month: Record<string, ResultValue> = {};
	for (const key of run.compiled.tape.roots.keys()) {
		if (!isQuantity(key)) continue;
		const value = plain(run.answers.of(key, k));
		const [group, field] = key.split('.');
		if (group === undefined || value === null || !runs(run, group, k)) continue;
		if (field === undefined) month[group] = value;
		else month[group] = { ...recordAt(month, group), [field]: value };
	}
	if (!run.record.choices.hasNode || !hasNodePods(run)) {
		month['nodeLimits0'] = {};
		month['nodeLimits1'] = {};
	}
	return { ...month, fargateSizes: sizesOf(run, k) };
}

/** Proxies are told of where one runs; a month without meshed pods has none (`model.md` §3). */
function runs(run: Run, group: string, k: number): boolean {
	const counted = PROXIES.find((name) => name === group);
	if (counted === undefined) return true;
	const meshed = run.answers.of('podsMeshed', k);
	const count = run.answers.of(`${counted}.count`, k);
	return meshed instanceof Decimal && meshed.gt(0) && count instanceof Decimal && count.gt(0);
}

const PROXIES = ['sidecar', 'ztunnel', 'taskProxy', 'waypoint'] as const;

const recordAt = (month: Readonly<Record<string, ResultValue>>, key: string): ResultRecord => {
	const found = month[key];
	return typeof found === 'object' && found !== null && !isList(found) ? found : {};
};

const isList = (value: ResultValue): value is readonly ResultValue[] => Array.isArray(value);

const hasNodePods = (run: Run): boolean =>
	run.record.choices.groups.some((group) => group.runtime === 'k8s');

const APART = [
	'pass',
	'other',
	'once',
	'check',
	'migration',
	'pathMean',
	'application',
	'migrationHours'
];

const isQuantity = (key: string): boolean =>
	!APART.includes(key.split('.')[0] ?? '') && !ROW_KEYS.some((row) => row === key);

function sizesOf(run: Run, k: number): ResultValue {
	const number = (path: string) => run.values.get(path)?.toNumber() ?? 0;
	const kind = run.compiled.tape.roots.has('sidecar.cpuReserved') ? 'sidecar' : 'taskProxy';
	const reserved = (field: string): number =>
		run.compiled.tape.roots.has(`${kind}.${field}`)
			? (plain(run.answers.of(`${kind}.${field}`, k)) ?? 0)
			: 0;
	return taskGroups(run.record.choices).map((at) => {
		const [cpu, memory] = [
			number(`workload.groups[${at}].appCpu`),
			number(`workload.groups[${at}].appMemMiB`)
		];
		const withMesh = [cpu + reserved('cpuReserved'), memory + reserved('memReservedMiB')] as const;
		return {
			id: run.record.choices.groups[at]?.id ?? '',
			without: [...(taskSize(cpu, memory) ?? [])],
			withMesh: [...(taskSize(...withMesh) ?? [])]
		};
	});
}

const cellOf = (outcome: Outcome, key: RowKey, month: number): number | null =>
	outcome.cash.get(key)?.some((cell) => cell instanceof Gap) === true
		? null
		: plain(outcome.cash.get(key)?.[month]);

const rowsAt = (outcome: Outcome, month: number): ResultRecord =>
	Object.fromEntries(ROW_KEYS.map((key) => [key, cellOf(outcome, key, month)]));

const onceOf = (outcome: Outcome): ResultRecord =>
	Object.fromEntries(
		(
			['support.training', 'support.migration', 'support.consulting', 'adoption.diverted'] as const
		).map((key) => [key, cellOf(outcome, key, 0)])
	);

const rowTotals = (outcome: Outcome): ResultRecord =>
	Object.fromEntries(
		ROW_KEYS.map((key) => {
			const cells = outcome.cash.get(key) ?? [];
			const complete = cells.flatMap((cell) => (cell instanceof Gap ? [] : [cell]));
			const total = complete.reduce((all, cell) => all.plus(cell), new Decimal(0));
			return [key, complete.length === cells.length ? total.toNumber() : null];
		})
	);

function totalsOf({ totals, ledger }: Outcome): ResultRecord {
	const { total } = ledger.spend;
	return {
		infra: plain(totals.infra),
		support: plain(totals.support),
		spendNominal: plain(totals.spend),
		spendLedger: 'missing' in total ? null : total.toNumber(),
		spendPV: plain(totals.spendPV),
		avoidedNominal: plain(totals.avoided),
		avoidedPV: plain(totals.avoidedPV),
		adoptionNominal: plain(totals.adoption),
		adoptionPV: plain(totals.adoptionPV),
		netPV: plain(totals.netPV),
		paybackMonths: totals.paybackMonths ?? null,
		irrAnnual: totals.irrAnnual ?? null
	};
}
