import { availability } from '../engine/after/availability.ts';
import { formatDay } from '../format/date.ts';
import { endOfSupport } from '../catalog/lifecycle.ts';
import { capacityOf } from './capacity.ts';
import { factsOf } from './facts.ts';
import { isGap } from './gap.ts';
import { latencyOf } from './latency.ts';
import { milestonesOf } from './milestones.ts';
import { bookIn } from './book.ts';
import { rowsOf, totalsOf } from './rows.ts';
import type { Gap, OptionStatus, ReportOption, ReportTotals } from './types.ts';
import { showbackOf, unitCostsOf } from './unit-cost.ts';
import type { Worked, WorkedOption } from './work-out.ts';

type Status = Pick<ReportOption, 'status' | 'statusReason'>;

/** One option of the report. */
export function optionOf(worked: WorkedOption, all: Worked): ReportOption {
	const { currency } = all;
	const { option, run, accounts, fault } = worked;
	const ends = endOfSupport(option.mesh);
	const head = {
		id: option.id,
		label: option.label,
		base: option.base,
		kind: option.mesh.kind,
		...(ends === undefined ? {} : { endOfSupport: ends })
	};
	if (run === undefined || accounts === undefined) {
		const gap: Gap = option.notOffered ?? {
			missing: 'not-applicable',
			reason: fault?.message ?? 'it cannot be worked out'
		};
		const status: OptionStatus = option.notOffered === undefined ? 'incomplete' : 'not-offered';
		return {
			...head,
			status,
			statusReason: gap.reason,
			rows: [],
			totals: gapTotals(gap),
			capacity: gap,
			latency: gap,
			facts: [],
			...(fault === undefined ? {} : { error: fault })
		};
	}
	const book = bookIn(accounts.book, currency);
	const priced = { option, run, accounts, book, currency };
	const totals = totalsOf(priced);
	const latency = latencyOf(worked, all);
	const milestones = milestonesOf(worked, { totals, latency });
	const rows = rowsOf(priced);
	const groups = all.plan.workload?.groups ?? [];
	const names = groups.map(({ id }, at) => id ?? `group ${at + 1}`);
	const unitCosts = unitCostsOf(rows, run) ?? [];
	const showback = showbackOf(totals.spend, run, names);
	return {
		...head,
		...statusOf(worked, totals),
		rows,
		totals,
		capacity: capacityOf(worked),
		latency,
		...(milestones.length === 0 ? {} : { milestones }),
		facts: factsOf(run),
		...(unitCosts.length === 0 ? {} : { unitCosts }),
		...(showback === undefined ? {} : { showback })
	};
}

const gapTotals = (gap: Gap): ReportTotals => ({
	infra: gap,
	support: gap,
	oneOff: gap,
	spend: gap,
	avoided: gap,
	adoption: gap,
	presentValue: gap,
	spendOtherwise: gap,
	netPresentValue: gap
});

/** Ended before the plan begins, ending within it, without a price, or free to be chosen. */
function statusOf({ option, run }: WorkedOption, totals: ReportTotals): Status {
	const choices = run?.record.choices;
	const found = availability({
		months: choices?.months ?? 12,
		startMonth: choices?.startMonth,
		endOfSupport: endOfSupport(option.mesh)
	});
	const ends = endOfSupport(option.mesh) ?? '';
	if (found.status === 'notAvailable') {
		return { status: 'ended', statusReason: `support ended on ${formatDay(ends)}` };
	}
	if (isGap(totals.spend)) return { status: 'incomplete', statusReason: totals.spend.reason };
	if (found.status === 'ends') {
		const month = found.firstMonthOutside;
		return { status: 'available', statusReason: `its support ends before month ${month}` };
	}
	return { status: 'available' };
}
