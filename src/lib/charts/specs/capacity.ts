import { formatNumber } from '../../format/number.ts';
import type { CapacityMonth, Gap, Report, ReportOption } from '../../report/types.ts';
import { inCostOrder, markOf } from './cost.ts';
import type { Bar, BarSpec, Point } from './spec.ts';

export type Resource = 'cores' | 'memory';
export type When = 'first' | 'last';

const UNIT: Readonly<Record<Resource, string>> = { cores: 'cores', memory: 'GiB' };

/** Capacity of an option in the first or last month, when it has one. */
export function capacityOf(option: ReportOption, when: When): CapacityMonth | undefined {
	if ('missing' in option.capacity) return undefined;
	return when === 'first' ? option.capacity.month1 : option.capacity.monthLast;
}

const shares = (month: CapacityMonth, resource: Resource): readonly (number | Gap)[] =>
	resource === 'cores'
		? [month.coresUsed, month.coresRequested, month.coresInvoiced]
		: [month.gibUsed, month.gibRequested, month.gibInvoiced];

/** Why an option has no bars, or not all of them. */
function gapOf({ capacity }: ReportOption, resource: Resource, when: When): Gap | undefined {
	if ('missing' in capacity) return capacity;
	const month = when === 'first' ? capacity.month1 : capacity.monthLast;
	return shares(month, resource).find((of) => typeof of !== 'number');
}

function bar(option: ReportOption, resource: Resource, when: When): Bar {
	const month = capacityOf(option, when);
	const gap = 'missing' in option.capacity ? option.capacity.reason : 'No figure.';
	const points: readonly Point[] = month
		? shares(month, resource).map((of) =>
				typeof of === 'number' ? { value: of } : { gap: of.reason }
			)
		: [{ gap }, { gap }, { gap }];
	const mark = markOf(option);
	const invoiced = resource === 'cores' ? month?.coresInvoiced : month?.gibInvoiced;
	return {
		id: option.id,
		label: option.label,
		base: option.base,
		best: false,
		points,
		end: invoiced === undefined ? 'not available' : `${formatNumber(invoiced)} invoiced`,
		...(mark === undefined ? {} : { mark })
	};
}

/** What the mesh uses, asks the scheduler for, and puts on the invoice. */
export function capacitySpec(report: Report, resource: Resource, when: When): BarSpec {
	const month = when === 'first' ? 'month 1' : `month ${report.months}`;
	const unit = UNIT[resource];
	const written = (value: number): string => `${formatNumber(value)} ${unit}`;
	const bars = inCostOrder(report).map((option) => bar(option, resource, when));
	return {
		kind: 'bars',
		layout: 'grouped',
		id: `capacity-${resource}`,
		title: `${resource === 'cores' ? 'Cores' : 'Memory'} for the mesh in ${month}`,
		finding:
			`What proxies use at peak, what everything of the mesh asks the scheduler for, and what the ` +
			`added whole nodes put on the invoice, in ${unit}.`,
		axis: {
			label: unit,
			short: written,
			full: written
		},
		series: [
			{ id: 'used', label: 'Used at peak' },
			{ id: 'requested', label: 'Requested' },
			{ id: 'invoiced', label: 'Invoiced' }
		],
		bars,
		endBy: 'bar',
		notes: report.options.flatMap((option) => {
			const gap = gapOf(option, resource, when);
			return gap === undefined ? [] : [`${option.label}: ${gap.reason}`];
		})
	};
}
