import type { Catalog } from '../catalog/catalog.ts';
import { runRecord, type ReadingKind, type Run } from '../engine/run.ts';
import { pinnedTo } from '../catalog/load-cloud.ts';
import { accountsOf, type Accounts } from './accounts.ts';
import { minorUnitOf } from '../format/money.ts';
import { success, type Parsed } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { resolve, type Resolved, type ResolvedOption } from '../plan/resolve/resolve.ts';

/** One option with its run; no run where the platform or a fault stops it. */
export interface WorkedOption {
	readonly option: ResolvedOption;
	readonly run: Run | undefined;
	readonly accounts: Accounts | undefined;
	readonly fault:
		{ readonly code: string; readonly path: string; readonly message: string } | undefined;
}

/** A plan, resolved and run: what a report and every explanation are made from. */
export interface Worked {
	readonly plan: Plan;
	readonly catalog: Catalog;
	/** ISO date. */
	readonly today: string;
	readonly resolved: Resolved;
	readonly options: readonly WorkedOption[];
	readonly currency: Currency;
}

/** Currency of the report: dollars, or one dated rate for all cells. */
export interface Currency {
	readonly code: string;
	readonly minorUnit: number;
	/** Units for one dollar; absent: dollars. */
	readonly rate?: string;
	readonly rateDate?: string;
	readonly rateSource?: string;
}

export interface Asked {
	readonly plan: Plan;
	readonly catalog: Catalog;
	/** ISO date or date-time: nothing here reads a clock. */
	readonly generatedAt: string;
	readonly reading: ReadingKind;
}

/** Resolves a plan and runs each of its options. */
export function workOut(asked: Asked): Parsed<Worked> {
	const { plan, generatedAt, reading } = asked;
	const catalog = asOfPlan(asked.catalog, plan);
	const today = generatedAt.slice(0, 10);
	const resolved = resolve(plan, catalog, today);
	if (!resolved.ok) return resolved;
	const currency = currencyOf(plan);
	const options = resolved.value.options.map((option) => runOption(option, reading));
	return success({ plan, catalog, today, resolved: resolved.value, options, currency });
}

/** The same plan in another reading. */
export const readAgain = (worked: Worked, reading: ReadingKind): Worked => ({
	...worked,
	options: worked.resolved.options.map((option) => runOption(option, reading))
});

/** Prices as they stood on the day that the plan names, whatever the catalog was read for. */
function asOfPlan(catalog: Catalog, { data }: Plan): Catalog {
	const pinned = data?.pinned;
	return pinned === undefined || pinned === catalog.cloud.pinned
		? catalog
		: { ...catalog, cloud: pinnedTo(catalog.cloud, pinned) };
}

function currencyOf({ finance }: Plan): Currency {
	const code = finance?.currency ?? 'USD';
	const base = { code, minorUnit: minorUnitOf(code) };
	return code === 'USD' || finance?.rate === undefined
		? { code: 'USD', minorUnit: 2 }
		: {
				...base,
				rate: String(finance.rate),
				...(finance.rateDate === undefined ? {} : { rateDate: finance.rateDate }),
				...(finance.rateSource === undefined ? {} : { rateSource: finance.rateSource })
			};
}

function runOption(option: ResolvedOption, reading: ReadingKind): WorkedOption {
	const none = { option, run: undefined, accounts: undefined };
	if (option.notOffered !== undefined) return { ...none, fault: undefined };
	if (option.record === undefined) return { ...none, fault: option.faults[0] };
	const run = runRecord(option.record, reading);
	return run.fault === undefined
		? { option, run, accounts: accountsOf(run), fault: undefined }
		: { ...none, fault: run.fault };
}
