import { packed, type Drawn } from '../lib/engine/simulate/packed.ts';
import type { Prepared } from '../lib/engine/simulate/prepare.ts';
import { success, type Parsed } from '../lib/plan/parsed.ts';
import { SPEND } from '../lib/report/book.ts';
import { reportOf } from '../lib/report/build-report.ts';
import { cheapestTwo, crossingsOf } from '../lib/report/decision/crossings.ts';
import {
	completeIn,
	decide,
	decisionFrom,
	howOf,
	preparedOf,
	ran
} from '../lib/report/decision/decide.ts';
import { withDecision } from '../lib/report/decision/decision.ts';
import type { Report } from '../lib/report/types.ts';
import { readAgain, workOut, type Asked, type Worked } from '../lib/report/work-out.ts';
import type { Beside } from './beside.ts';
import type { Simulating } from './simulate-options.ts';
import { inLoops } from './tiers.ts';

interface Wanted {
	readonly simulating: Simulating;
	/** As much as a table says. */
	readonly brief: boolean;
	readonly beside: Beside | undefined;
}

interface Made {
	readonly worked: Worked;
	readonly report: Report;
}

/** The report of a plan, with its ranges unless points alone are asked for. */
export async function reportWith(
	asked: Omit<Asked, 'reading'>,
	wanted: Wanted
): Promise<Parsed<Made>> {
	const { simulating, brief, beside } = wanted;
	const { generatedAt } = asked;
	const draws = simulating !== undefined && asked.plan.points !== true;
	const isApart = draws && beside !== undefined;
	const first = workOut({ ...asked, reading: isApart ? 'doubles' : 'exact' });
	if (!first.ok) return first;
	const early = isApart ? beginBeside(first.value, wanted) : undefined;
	const worked = isApart ? readAgain(first.value, 'exact') : first.value;
	const report = reportOf(worked, generatedAt);
	if (!draws) return success({ worked, report });
	const how = { worked, report, brief, ...simulating };
	const told = early && (await decidedBeside(how, early));
	if (told !== undefined) return success({ worked, report: told });
	inLoops();
	return success({ worked, report: decide(how) });
}

interface Early {
	readonly complete: readonly string[];
	readonly prepared: Prepared;
	readonly drawing: Promise<Drawn | undefined>;
}

/** Draws need no decimals: doubles say which options are complete, and the other process can begin. */
function beginBeside(first: Worked, { simulating, brief, beside }: Wanted): Early | undefined {
	if (beside === undefined) return undefined;
	const complete = first.options.flatMap(({ option, accounts }) =>
		accounts?.missing.some(({ row }) => SPEND.includes(row)) === false ? [option.id] : []
	);
	const prepared = preparedOf(first, first.resolved.months, complete);
	if (prepared === undefined) return undefined;
	const how = howOf({ brief, ...simulating });
	return { complete, prepared, drawing: beside.draw({ ...packed(prepared), ...how }) };
}

interface How extends Made {
	readonly brief: boolean;
}

/** The report with its decision; nothing where the other process failed or drew for other options. */
async function decidedBeside(
	how: How,
	{ complete, prepared, drawing }: Early
): Promise<Report | undefined> {
	const { worked, report } = how;
	// Decimals are done with: what is left are loops.
	inLoops();
	const crossings = ran(crossingsOf(worked, report, cheapestTwo(report)));
	const drawn = await drawing;
	if (drawn === undefined || completeIn(report).join() !== complete.join()) return undefined;
	const { simulated, ranked } = drawn;
	const outcome = { prepared, simulated, ranked: () => ranked };
	return withDecision(report, ran(decisionFrom(how, outcome, crossings)));
}
