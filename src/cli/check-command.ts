import { loadCatalog } from '../lib/catalog/catalog.ts';
import type { Parsed, Problem } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { resolve } from '../lib/plan/resolve/resolve.ts';
import { readArgs } from './args.ts';
import { EXIT, tellProblems, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { readPlan } from './read-plan.ts';

/** `meshup check PLAN`: each problem with its field, those that only prices show included. */
export async function checkCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const args = readArgs(argv, []);
	if (!args.ok) return tellProblems(io, args.errors);
	const [word, ...more] = args.value.words;
	if (word === undefined || more.length > 0) {
		return tellProblems(io, [{ path: '', message: 'Name one plan: meshup check PLAN.' }]);
	}
	const plan = await readPlan(word, io);
	if (!plan.ok) return tellProblems(io, plan.errors);
	const problems = await problemsOf(plan, io.now());
	if (problems.length > 0) return tellProblems(io, problems);
	io.out(`${word === '-' ? 'The plan' : word.slice(0, 200)} is in order.\n`);
	return EXIT.done;
}

async function problemsOf(
	plan: Extract<Parsed<Plan>, { ok: true }>,
	now: string
): Promise<readonly Problem[]> {
	const { platform, data } = plan.value;
	const catalog = await loadCatalog(platform?.cloud ?? 'aws', data?.pinned);
	const resolved = resolve(plan.value, catalog, now.slice(0, 10));
	if (!resolved.ok) return resolved.errors;
	const faults = resolved.value.options.flatMap(({ id, faults }) =>
		faults.map(({ path, message }) => ({ path, message: `${message} (${id})` }))
	);
	return faults;
}
