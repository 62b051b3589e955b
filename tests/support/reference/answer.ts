import type { RecordJson } from '../records/record-json.ts';
import { inflation, or, type At } from './basics.ts';
import { faultOf, type Code } from './faults.ts';
import { presentValue, withTerms } from './money.ts';
import { licenceOf, monthOf, trainingOnce, type Month } from './month.ts';

/** Rows of §17 by key, months 0 to N, unrounded. */
export type Rows = Readonly<Record<string, readonly number[]>>;

export interface Answer {
	readonly months: readonly Month[];
	readonly rows: Rows;
	readonly todayBill: number;
	readonly duplicate: number;
	readonly overlap: number;
	readonly waiting: number;
	readonly migrationHours: number;
	readonly pv: { readonly spend: number; readonly avoided: number; readonly adoption: number };
	readonly hopMean: number;
}

export function reference(record: RecordJson): Answer | { readonly error: Code } {
	const count = or(record.time?.months, 36);
	const own = faultOf(record, count);
	const source = record.support?.migration?.source ?? undefined;
	const left: RecordJson | undefined =
		source === undefined
			? undefined
			: {
					...record,
					mesh: source.mesh,
					support: { ...record.support, licence: source.licence ?? null, migration: null }
				};
	const invoice = record.support?.migration?.oldMonthly ?? null;
	const theirs = left === undefined ? undefined : faultOf(left, count);
	const other =
		invoice !== null && (theirs === 'REQUEST_UNSET' || theirs === 'REPLICA_TOO_SMALL')
			? undefined
			: theirs;
	const first = earlier(own, other);
	return first === undefined ? answerOf(record, count, left, invoice) : { error: first };
}

const ORDER = [
	'REQUEST_UNSET',
	'REPLICA_TOO_SMALL',
	'NODE_TOO_SMALL',
	'POD_TOO_LARGE',
	'FARGATE_TOO_LARGE'
];
const earlier = (a: Code | undefined, b: Code | undefined): Code | undefined =>
	a === undefined ? b : b === undefined || ORDER.indexOf(a) <= ORDER.indexOf(b) ? a : b;

const monthsOf = (record: RecordJson, count: number): readonly Month[] =>
	Array.from({ length: count }, (_, k) => monthOf({ record, k }));

/** Infra rows after commitments, months 1 to N. */
function infraOf(record: RecordJson, months: readonly Month[]): Record<string, readonly number[]> {
	const { purchase = {} } = record;
	const spot = { spotShare: or(purchase.spotShare), spotDiscount: or(purchase.spotDiscount) };
	const terms = purchase.terms ?? [];
	const billing = purchase.billing ?? 'provisioned';
	const of = (key: string) => months.map((month) => or(month.infra[key]));
	return {
		'infra.compute': withTerms(
			months.map((month) => month[billing]),
			terms,
			{ tasks: false, ...spot }
		),
		'infra.fargate': withTerms(
			months.map((month) => month.tasks),
			terms,
			{ tasks: true, ...spot }
		),
		'infra.storage': of('storage'),
		'infra.network.overhead': of('overhead'),
		'infra.network.locality': of('locality'),
		'infra.loadBalancer': of('loadBalancer'),
		'infra.meshFee': of('meshFee'),
		'infra.observability.metrics': of('metrics'),
		'infra.observability.traces': of('traces'),
		'infra.observability.logs': of('logs')
	};
}

const totalAt = (rows: Readonly<Record<string, readonly number[]>>, m: number): number =>
	Object.values(rows).reduce((all, row) => all + or(row[m]), 0);

function licences(
	record: RecordJson,
	months: readonly Month[],
	infra: Readonly<Record<string, readonly number[]>>
): readonly number[] {
	return months.map(({ estate }, k) => licenceOf({ record, k }, estate, totalAt(infra, k)));
}

function answerOf(
	record: RecordJson,
	count: number,
	left: RecordJson | undefined,
	invoice: number | null
): Answer {
	const months = monthsOf(record, count);
	const infra = infraOf(record, months);
	const { support = {} } = record;
	const migration = support.migration ?? {};
	const [first] = months;
	if (first === undefined) throw new Error('a plan has months');

	let todayBill = invoice ?? 0;
	let application = first.application;
	if (left !== undefined) {
		const before = monthsOf(left, count);
		const bills = infraOf(left, before);
		if (invoice === null) todayBill = totalAt(bills, 0) + or(licences(left, before, bills)[0]);
		application = or(before[0]?.application);
	}
	const duplicate = or(migration.duplicateShare) * application;
	const overlap = or(migration.parallelMonths) * (todayBill + duplicate);
	const services = first.estate.flow.services;
	const exponent = Math.log2(or(migration.learningRate, 1));
	let learned = 0;
	for (let i = 1; i <= services; i++) learned += i ** exponent;
	const migrationHours = or(migration.designHours) + or(migration.hoursFirstService) * learned;
	const labour = migrationHours * or(support.rateHour);

	const monthly = (key: string) => months.map((month) => or(month.support[key]));
	const zero = months.map(() => 0);
	const gains = opportunityOf(record, months);
	const diverted = or(record.opportunity?.valueMultiple, 1) - 1;
	const rows: Record<string, readonly number[]> = {
		...Object.fromEntries(Object.entries(infra).map(([key, row]) => [key, [0, ...row]])),
		'support.run': [0, ...monthly('run')],
		'support.upgrades': [0, ...monthly('upgrades')],
		'support.onCall': [0, ...monthly('onCall')],
		'support.training': [trainingOnce({ record, k: 0 }), ...monthly('training')],
		'support.consulting': [or(support.consultingUpfront), ...monthly('consulting')],
		'support.licence': [0, ...licences(record, months, infra)],
		'support.migration': [labour + or(migration.cash) + overlap, ...zero],
		...gains.rows,
		'adoption.diverted': [
			(record.opportunity ?? null) === null ? 0 : diverted * labour,
			...months.map(({ support: paid }) =>
				(record.opportunity ?? null) === null
					? 0
					: diverted * (or(paid['run']) + or(paid['upgrades']) + or(paid['onCall']))
			)
		]
	};
	const block = (...names: readonly string[]) =>
		Array.from({ length: count + 1 }, (_, m) =>
			Object.entries(rows)
				.filter(([key]) => names.some((name) => key.startsWith(name)))
				.reduce((all, [, row]) => all + or(row[m]), 0)
		);
	const rate = or(record.time?.discountAnnual);
	return {
		months,
		rows,
		todayBill,
		duplicate,
		overlap,
		waiting: or(migration.waitingMonthly) + todayBill + duplicate,
		migrationHours,
		pv: {
			spend: presentValue(block('infra', 'support'), rate),
			avoided: presentValue(block('avoided'), rate),
			adoption: presentValue(block('adoption'), rate)
		},
		hopMean: gains.hopMean
	};
}

/** §13 and the mean of §11. */
function opportunityOf(record: RecordJson, months: readonly Month[]) {
	const { opportunity = null, support = {}, latency = {} } = record;
	const p50 = or(latency.hopP50Ms);
	const sigma = Math.log(or(latency.hopP99Ms) / p50) / 2.3263478740408408;
	const hopMean = p50 > 0 ? Math.exp(Math.log(p50) + (sigma * sigma) / 2) : 0;
	const gain = opportunity ?? {};
	const sure = gain.confidence ?? {};
	const { incidents = {}, security = {} } = gain;
	const services = months[0]?.estate.flow.services ?? 0;
	const hours = (gain.features ?? []).reduce(
		(all, feature) =>
			all +
			or(feature.needed) *
				or(feature.coverage) *
				(or(feature.hoursPerLanguage) * or(gain.languages) +
					or(feature.hoursPerService) * services),
		0
	);
	const row = (each: (at: At, m: number, ramp: number) => number): readonly number[] => [
		0,
		...months.map((_, k) => {
			const ramp = or(gain.rampMonths) === 0 ? 1 : Math.min(1, (k + 1) / or(gain.rampMonths));
			return opportunity === null ? 0 : each({ record, k }, k + 1, ramp);
		})
	];
	const rate = or(support.rateHour);
	const depth = or(record.workload?.criticalPathDepth);
	return {
		hopMean,
		rows: {
			'avoided.build': row((at, m) => {
				const building = m <= or(gain.buildMonths);
				const now = building
					? hours / or(gain.buildMonths)
					: (hours * or(gain.maintenanceAnnual)) / 12;
				return now * rate * inflation(at) * or(sure.build, 1);
			}),
			'avoided.incidents': row(
				(_, __, ramp) =>
					(or(incidents.perYear) / 12) *
					or(incidents.mttrHours) *
					or(incidents.costPerHour) *
					or(incidents.addressable) *
					(1 - (1 - or(incidents.frequencyReduction)) * (1 - or(incidents.durationReduction))) *
					ramp *
					or(sure.incidents, 1)
			),
			'avoided.security': row((at, _, ramp) => {
				const breach =
					or(security.probabilityYear) *
					or(security.loss) *
					or(security.addressable) *
					or(security.reduction);
				const audits = or(security.auditHoursYear) * rate * inflation(at);
				return ((breach + audits) / 12) * ramp * or(sure.security, 1);
			}),
			'avoided.delivery': row(
				(at, _, ramp) =>
					or(gain.releasesPerMonth) *
					or(gain.hoursSavedPerRelease) *
					rate *
					inflation(at) *
					ramp *
					or(sure.delivery, 1)
			),
			'avoided.replaced': row(
				(_, __, ramp) => or(gain.replacedMonthly) * ramp * or(sure.replaced, 1)
			),
			'adoption.latencyTax': row(({ k }) => {
				const meshed = (months[k]?.estate.flow.meshedPods ?? 0) > 0;
				const path = meshed ? depth * hopMean : 0;
				return (
					(or(gain.revenueMonthly) * or(gain.revenueExposed) * or(gain.elasticityPer100ms) * path) /
					100
				);
			})
		}
	};
}
