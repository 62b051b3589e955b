import { availability } from '../engine/after/availability.ts';
import { endOfSupport } from '../catalog/lifecycle.ts';
import type { Run } from '../engine/run.ts';
import { formatNumber } from '../format/number.ts';
import { isGap } from './gap.ts';
import type { ReportMilestone, ReportOption } from './types.ts';
import type { WorkedOption } from './work-out.ts';

/** Months of the plan in which something changes for an option, earliest first. */
export function milestonesOf(
	{ option, run }: WorkedOption,
	{ totals, latency }: Pick<ReportOption, 'totals' | 'latency'>
): readonly ReportMilestone[] {
	if (run === undefined) return [];
	const { months, startMonth } = run.record.choices;
	const found: ReportMilestone[] = [...commitments(run), ...nodes(run)];
	if (!isGap(latency) && latency.monthFull !== undefined) {
		const proxy = latency.limitedBy ?? 'proxy';
		const words = `the busiest ${proxy} reaches its capacity within the latency objective`;
		found.push({ kind: 'capacity', month: latency.monthFull, words });
	}
	const support = availability({ months, startMonth, endOfSupport: endOfSupport(option.mesh) });
	if (support.status === 'ends') {
		found.push({ kind: 'support', month: support.firstMonthOutside, words: 'support has ended' });
	}
	if (totals.paybackMonths !== undefined) {
		const words = `what it avoids has paid for it, after ${formatNumber(totals.paybackMonths)} months`;
		found.push({ kind: 'payback', month: Math.ceil(totals.paybackMonths), words });
	}
	return found.sort((a, b) => a.month - b.month);
}

/** A commitment is renewed at its end: then its use is taken anew. */
function commitments({ record, values }: Run): readonly ReportMilestone[] {
	const { months, terms } = record.choices;
	return terms.flatMap((term) => {
		const coverage = values.get(`purchase.terms[${term.at}].coverage`);
		if (term.months > months || coverage?.isZero() === true) return [];
		const words = `the commitment of ${term.months} months ends`;
		return [{ kind: 'commitment', month: term.months, words } as const];
	});
}

/** The first month in which the mesh needs more nodes than in month 1. */
function nodes({ answers, compiled }: Run): readonly ReportMilestone[] {
	if (!compiled.tape.roots.has('nodesMesh')) return [];
	const counts = answers.numbers('nodesMesh');
	const [now = NaN] = counts;
	const at = counts.findIndex((count) => count > now);
	if (at < 0) return [];
	const words = `the nodes of month 1 are full: ${formatNumber(counts[at] ?? NaN)} instead of ${formatNumber(now)}`;
	return [{ kind: 'nodes', month: at + 1, words }];
}
