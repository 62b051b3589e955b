import { loadCatalog } from '../../catalog/catalog.ts';
import { holdsRanges } from '../../export/file-kinds.ts';
import type { FileOut } from '../../export/file-out.ts';
import { makeFiles } from '../../export/make-files.ts';
import { reportOf } from '../../report/build-report.ts';
import { decision } from '../../report/decision/decide.ts';
import { withDecision } from '../../report/decision/decision.ts';
import type { Report } from '../../report/types.ts';
import { workOut, type Worked } from '../../report/work-out.ts';
import type { FileQuestion } from './question.ts';

/** Share of the work that is done when the figures are there and the file is not. */
const FIGURES = 0.8;

/** Makes the files of a question in small steps; each `yield` is the share that is done. */
export async function* filesOf(question: FileQuestion): AsyncGenerator<number, readonly FileOut[]> {
	const { plan, wish, address } = question;
	const catalog = await loadCatalog(plan.platform?.cloud ?? 'aws', plan.data?.pinned);
	const generatedAt = `${question.day}T00:00:00.000Z`;
	const worked = workOut({ plan, catalog, generatedAt, reading: 'exact' });
	if (!worked.ok) throw new Error(worked.errors.map(({ message }) => message).join(' '));
	const points = reportOf(worked.value, generatedAt);
	const wantsRanges = holdsRanges(wish.kind) && plan.points !== true;
	const report = wantsRanges ? yield* ranged(worked.value, points, question.decision) : points;
	yield FIGURES;
	const link = address === undefined ? {} : { address };
	return makeFiles({ wish, worked: worked.value, report, ...link });
}

function* ranged(
	worked: Worked,
	report: Report,
	known: FileQuestion['decision']
): Generator<number, Report> {
	if (known !== undefined) return withDecision(report, known);
	const steps = decision({ worked, report });
	for (;;) {
		const step = steps.next();
		if (step.done === true) return withDecision(report, step.value);
		yield step.value * FIGURES;
	}
}
