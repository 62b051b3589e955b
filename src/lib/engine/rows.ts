import { fte, learn, migrationHours, onCall, run, training, upgrades } from './areas/people.ts';
import { flat, licence } from './areas/licence.ts';
import {
	aboveWage,
	build,
	delivery,
	incidents,
	latencyTax,
	replaced,
	security
} from './areas/opportunity.ts';
import { drift } from './areas/time.ts';
import { whenMeshed } from './areas/traffic.ts';
import type { Choices, LicenceUnit } from './choices.ts';
import { constant, leaf, sum, zero, type Expr } from './graph/expr.ts';
import { inputs } from './inputs.ts';
import { META } from './row-meanings.ts';
import type { Option } from './option.ts';

const { support, storage, opportunity } = inputs;
const { migration } = support;

export type Block = 'infra' | 'support' | 'avoided' | 'adoption';

/** Keys of the ledger in the order of `model.md` §17. */
export const ROW_KEYS = [
	'infra.compute',
	'infra.fargate',
	'infra.storage',
	'infra.network.overhead',
	'infra.network.locality',
	'infra.loadBalancer',
	'infra.meshFee',
	'infra.observability.metrics',
	'infra.observability.traces',
	'infra.observability.logs',
	'support.run',
	'support.upgrades',
	'support.onCall',
	'support.training',
	'support.consulting',
	'support.licence',
	'support.migration',
	'avoided.build',
	'avoided.incidents',
	'avoided.security',
	'avoided.delivery',
	'avoided.replaced',
	'adoption.latencyTax',
	'adoption.diverted'
] as const;
export type RowKey = (typeof ROW_KEYS)[number];

export const blockOf = (key: RowKey): Block =>
	key.startsWith('infra')
		? 'infra'
		: key.startsWith('support')
			? 'support'
			: key.startsWith('avoided')
				? 'avoided'
				: 'adoption';

export interface Rows {
	readonly monthly: Readonly<Record<RowKey, Expr<'USD/month'>>>;
	/** Cash before month 1, where there is any. */
	readonly once: Partial<Readonly<Record<RowKey, Expr<'USD'>>>>;
}

/** B of `model.md` §12: comes from a run of the source, as a value of this one. */
export const TODAY_BILL = 'derived.todayBill';
/** A of `model.md` §12: likewise, of the source's application. */
export const SOURCE_APPLICATION = 'derived.sourceApplication';

/** Every row of an option (`model.md` §17). */
export function rowsOf(option: Option): Rows {
	const infra = named(infraRows(option));
	const people = named({
		'support.run': run,
		'support.upgrades': upgrades,
		'support.onCall': onCall
	});
	const diverted = sum('USD/month', Object.values(people)).by(aboveWage);
	const { opportunity: shown } = option.choices;
	const none = zero('USD/month');
	const gain = (row: Expr<'USD/month'>) => (shown ? row : none);
	const monthly: Rows['monthly'] = {
		...infra,
		...people,
		'support.training': training.monthly,
		'support.consulting': support.consultingMonthly,
		'support.licence': licenceOf(option, infra, 'licence'),
		'support.migration': none,
		'avoided.build': gain(build(option.choices)),
		'avoided.incidents': gain(incidents),
		'avoided.security': gain(security),
		'avoided.delivery': gain(delivery),
		'avoided.replaced': gain(replaced),
		'adoption.latencyTax': gain(latencyTax(option.pathMean)),
		'adoption.diverted': gain(diverted)
	};
	return { monthly: { ...named(monthly), ...infra, ...people }, once: onceRows(option) };
}

type InfraKey = Extract<RowKey, `infra.${string}`>;

function infraRows(option: Option): Readonly<Record<InfraKey, Expr<'USD/month'>>> {
	const { choices, compute, telemetry, transfer } = option;
	return {
		'infra.compute': compute[choices.billing],
		'infra.fargate': whenMeshed(choices, option.flow.podsMeshed)(option.fargate),
		'infra.storage': option.capacity.plane.diskGiB.times(storage.perGiBMonth).by(drift),
		'infra.network.overhead': transfer.overhead,
		'infra.network.locality': transfer.locality,
		'infra.loadBalancer': option.loadBalancers,
		'infra.meshFee': option.fee.money,
		'infra.observability.metrics': telemetry.metrics,
		'infra.observability.traces': telemetry.traces,
		'infra.observability.logs': telemetry.logs
	};
}

/** Rows with their names; a name never changes a value. */
function named<K extends RowKey>(
	rows: Readonly<Record<K, Expr<'USD/month'>>>
): Readonly<Record<K, Expr<'USD/month'>>> {
	const all: Record<K, Expr<'USD/month'>> = { ...rows };
	for (const key of ROW_KEYS) {
		if (isKeyOf(all, key)) all[key] = all[key].as({ id: key, ...META[key] });
	}
	return all;
}

const isKeyOf = <K extends RowKey>(rows: Readonly<Record<K, unknown>>, key: RowKey): key is K =>
	Object.hasOwn(rows, key);

function licenceOf(
	option: Option,
	infra: Readonly<Record<InfraKey, Expr<'USD/month'>>>,
	id: string
): Expr<'USD/month'> {
	const { licence: terms } = option.choices;
	if (terms === undefined) return zero('USD/month');
	const spend = sum('USD/month', Object.values(infra));
	return licence(terms, unitsOf(option, terms.unit, spend), id);
}

/** Units that a licence counts, as a plain number. */
function unitsOf(option: Option, unit: LicenceUnit, spend: Expr<'USD/month'>): Expr<'1'> {
	switch (unit) {
		case 'flat':
			return flat;
		case 'cluster':
			return inputs.workload.clusters.over(constant(1, 'cluster'));
		case 'pod':
			return option.flow.podsMeshed.over(constant(1, 'pod'));
		case 'service':
			return option.flow.services.over(constant(1, 'service'));
		case 'node':
			return option.nodes1.over(constant(1, 'node'));
		case 'spend':
			return spend.over(constant(1, 'USD/month')).by(constant(12, '1'));
	}
}

/** The compute row and licence of the other billing, to show both totals. */
export function otherBilling(option: Option): {
	readonly compute: Expr<'USD/month'>;
	readonly licence: Expr<'USD/month'>;
} {
	const other = option.choices.billing === 'provisioned' ? 'allocated' : 'provisioned';
	const compute = option.compute[other].as({ id: 'other.compute', label: `Nodes, ${other}` });
	const infra = { ...named(infraRows(option)), 'infra.compute': compute };
	return { compute, licence: licenceOf(option, infra, 'other.licence') };
}

const billToday = (choices: Choices): Expr<'USD/month'> =>
	choices.oldMonthly
		? migration.oldMonthly
		: choices.leaving
			? leaf(TODAY_BILL, 'USD/month')
			: zero('USD/month');

export interface Leaving {
	readonly todayBill: Expr<'USD/month'>;
	readonly duplicateMonthly: Expr<'USD/month'>;
	readonly overlap: Expr<'USD'>;
	readonly waitingPerMonth: Expr<'USD/month'>;
}

/** What leaving another mesh costs while both run (`model.md` §12). */
export function leavingOf(option: Option): Leaving {
	const { choices } = option;
	const application = choices.leaving ? leaf(SOURCE_APPLICATION, 'USD/month') : option.application;
	const todayBill = billToday(choices).as({
		id: 'migration.todayBill',
		label: 'Today’s monthly bill of the mesh being left',
		symbol: 'B'
	});
	const duplicateMonthly = application.by(migration.duplicateShare).as({
		id: 'migration.duplicateMonthly',
		label: 'Application that runs twice, a month'
	});
	return {
		todayBill,
		duplicateMonthly,
		overlap: todayBill.plus(duplicateMonthly).times(migration.parallelMonths).as({
			id: 'migration.overlap',
			label: 'Both meshes at once'
		}),
		waitingPerMonth: migration.waitingMonthly.plus(todayBill).plus(duplicateMonthly)
	};
}

function onceRows(option: Option): Rows['once'] {
	const work = migrationHours.times(support.rateHour);
	const rows: Rows['once'] = {
		'support.training': training.once,
		'support.consulting': support.consultingUpfront,
		'support.migration': work.plus(migration.cash).plus(leavingOf(option).overlap),
		...(option.choices.opportunity
			? { 'adoption.diverted': work.by(opportunity.valueMultiple.minus(constant(1, '1'))) }
			: {})
	};
	const entries = Object.entries(rows).map(([key, row]) => [
		key,
		row.as({ id: `once.${key}`, label: `${META[rowKey(key)].label}, before the start` })
	]);
	return Object.fromEntries(entries);
}

export const rowKey = (text: string): RowKey => {
	const key = ROW_KEYS.find((known) => known === text);
	if (key === undefined) throw new Error(`"${text}" is not a row`);
	return key;
};

export { fte, learn, migrationHours };
