import { loadCatalog } from '../lib/catalog/catalog.ts';
import { parsePlan } from '../lib/plan/parse-plan.ts';
import type { Problem } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { withoutFaults } from '../lib/plan/without.ts';
import { blameOf } from '../lib/report/blame.ts';
import { workOut } from '../lib/report/work-out.ts';
import { readArgs } from './args.ts';
import { EXIT, tellProblems, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { readWritten } from './read-plan.ts';

/** `meshup check PLAN`: each problem with its field, those that only prices show included. */
export async function checkCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const args = readArgs(argv, []);
	if (!args.ok) return tellProblems(io, args.errors);
	const [word, ...more] = args.value.words;
	if (word === undefined || more.length > 0) {
		return tellProblems(io, [{ path: '', message: 'Name one plan: meshup check PLAN.' }]);
	}
	const written = await readWritten(word, io);
	if (!written.ok) return tellProblems(io, written.errors);
	const problems = await everyProblem(written.value, io.now().slice(0, 10));
	if (problems.length > 0) return tellProblems(io, problems);
	io.out(`${word === '-' ? 'The plan' : word.slice(0, 200)} is in order.\n`);
	return EXIT.done;
}

/** Kinds of fault that hide behind one another: of fields, between them, of places, of options. */
const MOST_ROUNDS = 8;

/** Judges the plan, then what is left of it without the fields at fault, until nothing more is found. */
async function everyProblem(written: unknown, today: string): Promise<readonly Problem[]> {
	const found: Problem[] = [];
	let rest = written;
	for (let round = 0; round < MOST_ROUNDS; round++) {
		const plan = parsePlan(rest);
		const problems = plan.ok ? await resolvedProblems(plan.value, today) : plan.errors;
		const fresh = problems.filter((one) => !found.some((known) => isSame(known, one)));
		if (fresh.length === 0) break;
		found.push(...fresh);
		rest = withoutFaults(rest, fresh);
	}
	return found;
}

const isSame = (one: Problem, other: Problem): boolean =>
	one.path === other.path && one.message === other.message;

async function resolvedProblems(plan: Plan, today: string): Promise<readonly Problem[]> {
	const { platform, data } = plan;
	const catalog = await loadCatalog(platform?.cloud ?? 'aws', data?.pinned);
	const worked = workOut({ plan, catalog, generatedAt: today, reading: 'doubles' });
	if (!worked.ok) return worked.errors;
	const faults = worked.value.resolved.options.flatMap(({ id, faults }) =>
		faults.map(({ path, message }) => ({ path, message: `${message} (${id})` }))
	);
	return faults.length > 0 ? faults : blameOf(worked.value);
}
