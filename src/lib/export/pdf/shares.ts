import { formatCellExact } from '../../format/ledger-cell.ts';
import { formatPercent } from '../../format/quantity.ts';
import type { Report } from '../../report/types.ts';
import { shortName } from '../short-names.ts';
import type { Paper } from './paper.ts';
import { titledTable } from './table.ts';

const HEADS = {
	service: 'Per service',
	pod: 'Per pod',
	'million requests': 'Per million requests'
} as const;

/** What one service, pod or million requests costs, and what each group of pods takes part in. */
export function shares(paper: Paper, report: Report): void {
	unitCosts(paper, report);
	showback(paper, report);
}

function unitCosts(paper: Paper, { options, currency }: Report): void {
	const known = options.filter(({ unitCosts: costs = [] }) => costs.length > 0);
	const [first] = known;
	if (first === undefined) return;
	const heads = (first.unitCosts ?? []).map(({ per }) => per);
	titledTable(paper, `Unit cost in month 1, ${currency}`, {
		columns: [
			{ head: 'Option', share: 2.4 },
			...heads.map((per) => ({ head: HEADS[per], share: 1.4, numeric: true }))
		],
		rows: known.map(({ label, unitCosts: costs = [] }) => ({
			cells: [
				shortName(label),
				...heads.map((per) =>
					formatCellExact(costs.find((cost) => cost.per === per)?.amount ?? '0')
				)
			]
		})),
		note: 'Recurring spend of month 1, one-off cash left out, over what there is of each.'
	});
}

function showback(paper: Paper, { options, months, currency }: Report): void {
	const known = options.filter(({ showback: parts = [] }) => parts.length > 0);
	const [first] = known;
	if (first === undefined) return;
	const groups = first.showback ?? [];
	titledTable(paper, `Showback by group over ${months} months, ${currency}`, {
		size: known.length > 4 ? 7.5 : 8,
		columns: [
			{ head: 'Group', share: 2 },
			{ head: 'Share', share: 0.8, numeric: true },
			...known.map(({ label }) => ({ head: shortName(label), share: 1.35, numeric: true }))
		],
		rows: groups.map(({ group, share }, at) => ({
			cells: [
				group,
				formatPercent(share),
				...known.map(({ showback: parts = [] }) => formatCellExact(parts[at]?.amount ?? '0'))
			]
		})),
		note: 'In the share of the pods of month 1; the parts add up to the total.'
	});
}
