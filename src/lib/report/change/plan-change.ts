import { Decimal } from '../../engine/decimal.ts';
import { isGap } from '../gap.ts';
import type { MoneyOrGap, Report, ReportOption } from '../types.ts';
import type { Worked, WorkedOption } from '../work-out.ts';
import { causesOf, type Causes } from './causes.ts';
import type { ChangeLine, ChangeOption, ChangeRow, PlanChange } from './types.ts';
import { bestOf, changeWords } from './words.ts';

/** A plan with what it comes to. */
export interface Told {
	readonly worked: Worked;
	readonly report: Report;
}

/**
 * What two plans differ in, option by option and row by row, each with the inputs behind it. The
 * same plan on other prices is one such pair.
 */
export function planChange(before: Told, after: Told): PlanChange {
	const { currency } = after.report;
	const reason = apart(before.report, after.report);
	if (reason !== undefined) return { reason, currency, options: [], words: reason };
	const options = after.report.options.flatMap((option) => {
		const old = before.report.options.find(({ id }) => id === option.id);
		if (old === undefined) return [];
		const causes = causesOf(entryOf(before.worked, old.id), entryOf(after.worked, option.id), {
			currency: after.worked.currency
		});
		return [optionChange(old, option, causes)];
	});
	const best = bestOf(options, after.report);
	return {
		currency,
		options,
		...(best === undefined ? {} : { about: best.id }),
		words: changeWords(options, after.report)
	};
}

const entryOf = ({ options }: Worked, id: string): WorkedOption | undefined =>
	options.find(({ option }) => option.id === id);

function apart(before: Report, after: Report): string | undefined {
	const [was, is] = [before, after].map(({ currency, months }) => `${currency}, ${months} months`);
	return was === is ? undefined : `One plan is in ${was}, the other in ${is}.`;
}

function optionChange(old: ReportOption, now: ReportOption, causes: Causes): ChangeOption {
	const rows = now.rows.flatMap((row): readonly ChangeRow[] => {
		const was = old.rows.find(({ key }) => key === row.key)?.total;
		const line = lineOf(was, row.total);
		if (line.difference === undefined ? sameGap(was, row.total) : isZero(line.difference))
			return [];
		return [{ key: row.key, label: row.label, ...line, causes: causes.ofRow(row.key) }];
	});
	const total = lineOf(old.totals.spend, now.totals.spend);
	const whole = causes.ofSpend();
	const alone = whole.reduce((sum, { effect }) => sum.plus(effect ?? 0), new Decimal(0));
	const rest =
		total.difference === undefined ? undefined : new Decimal(total.difference).minus(alone);
	return {
		id: now.id,
		label: now.label,
		...total,
		causes: whole,
		rows,
		...(causes.structure === undefined ? {} : { structure: causes.structure }),
		...(rest === undefined || causes.structure !== undefined || rest.isZero()
			? {}
			: { together: rest.toFixed(digitsOf(total.difference)) })
	};
}

const isZero = (amount: string): boolean => Number(amount) === 0;
const digitsOf = (amount = ''): number => amount.split('.')[1]?.length ?? 0;
const sameGap = (was: MoneyOrGap | undefined, is: MoneyOrGap): boolean =>
	was !== undefined && isGap(was) && isGap(is) && was.reason === is.reason;

function lineOf(before: MoneyOrGap | undefined, after: MoneyOrGap): Omit<ChangeLine, 'causes'> {
	const line = { ...(before === undefined ? {} : { before }), after };
	if (before === undefined || isGap(before) || isGap(after)) return line;
	const difference = new Decimal(after).minus(before);
	const old = new Decimal(before);
	return {
		...line,
		difference: difference.toFixed(Math.max(digitsOf(before), digitsOf(after))),
		...(old.isZero() ? {} : { share: difference.div(old.abs()).toNumber() })
	};
}
