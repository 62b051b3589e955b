import { Decimal } from '../../lib/engine/decimal.ts';
import { isGap } from '../../lib/report/gap.ts';
import type { Report, ReportOption } from '../../lib/report/types.ts';
import { hanging, tableText } from './layout.ts';
import { moneyCell, NONE } from './report-table.ts';

/** What changes against another plan, by option: spend before, now, difference, per cent. */
export function changeTable(before: Report, now: Report): string {
	if (before.currency !== now.currency || before.months !== now.months) {
		const [was, is] = [before, now].map(({ currency, months }) => `${currency}, ${months} months`);
		return hanging('', `No comparison: one plan is in ${was}, the other in ${is}.`);
	}
	const ids = new Set([...now.options, ...before.options].map(({ id }) => id));
	const lines = [...ids].map((id) => changeOf(id, before, now));
	const column = (head: string, of: (line: Change) => string) => ({ head, cells: lines.map(of) });
	const name = `Spend against “${before.name}”`;
	return tableText(
		column(name, ({ label }) => label),
		[
			column('Before', ({ was }) => was),
			column('Now', ({ is }) => is),
			column('Difference', ({ difference }) => difference),
			column('%', ({ percent }) => percent)
		]
	);
}

interface Change {
	readonly label: string;
	readonly was: string;
	readonly is: string;
	readonly difference: string;
	readonly percent: string;
}

function changeOf(id: string, before: Report, now: Report): Change {
	const find = ({ options }: Report): ReportOption | undefined =>
		options.find((option) => option.id === id);
	const [old, next] = [find(before), find(now)];
	const [was, is] = [old?.totals.spend, next?.totals.spend];
	const label = next?.label ?? old?.label ?? id;
	const cells = { label, was: moneyCell(was), is: moneyCell(is) };
	if (was === undefined || is === undefined || isGap(was) || isGap(is)) {
		return { ...cells, difference: NONE, percent: NONE };
	}
	const difference = new Decimal(is).minus(was);
	const percent = Number(was) === 0 ? NONE : difference.div(was).times(100).toFixed(1);
	return { ...cells, difference: moneyCell(difference.toFixed(2)), percent };
}
