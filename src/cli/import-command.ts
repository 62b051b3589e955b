import { analyse } from '../lib/intake/analyse.ts';
import { loadMeshes, type MeshCatalog } from '../lib/catalog/mesh.ts';
import { readFiles, type IntakeResult } from '../lib/intake/intake.ts';
import type { Kind } from '../lib/intake/detection.ts';
import { idleSnapshots } from '../lib/intake/idle-snapshots.ts';
import { measuredRuns } from '../lib/intake/measured-runs.ts';
import { memorySlopes } from '../lib/intake/memory.ts';
import { applyProposals } from '../lib/intake/propose/apply.ts';
import { toPlans, type EstatePlan } from '../lib/intake/propose/to-plan.ts';
import { proposeSweeps } from '../lib/intake/propose/from-fits.ts';
import { proposeMemory } from '../lib/intake/propose/from-memory.ts';
import { hashNames } from '../lib/intake/sha256.ts';
import type { SourceFile } from '../lib/intake/source-file.ts';
import { publishedOf } from '../lib/intake/published.ts';
import { summaryLines } from '../lib/intake/summary.ts';
import { sweepLines } from '../lib/intake/sweep-lines.ts';
import { failure, success, type Parsed, type Problem } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { quoted } from '../lib/plan/text.ts';
import { readArgs, type Args } from './args.ts';
import { EXIT, lineOf, tellProblems, type ExitCode } from './exit.ts';
import { importJson } from './import-json.ts';
import type { Io } from './io.ts';
import { readPlan } from './read-plan.ts';

const FLAGS = ['--plan', '--out', '--estate', '--salt'];
const SWITCHES = ['--json', '--hash-names', '--with-fits'];
const ESTATES = ['kubernetes', 'tasks'] as const;
type Estate = (typeof ESTATES)[number];

interface Asked {
	readonly files: readonly string[];
	readonly plan: string | undefined;
	readonly out: string | undefined;
	readonly estate: Estate | undefined;
	readonly json: boolean;
	readonly withFits: boolean;
	/** `undefined`: names stay as they are. */
	readonly salt: string | undefined;
}

/**
 * `meshup import FILE…`: what each file is, what was found, what was skipped and why (for the person),
 * and the plan that results (the answer). A broken file is named, the others are used, the code is 2.
 */
export async function importCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const args = readArgs(argv, FLAGS, SWITCHES);
	const asked = args.ok ? askedOf(args.value, io) : args;
	if (!asked.ok) return tellProblems(io, asked.errors);
	const { files, plan: word, out, json } = asked.value;
	const base: Parsed<Plan> = word === undefined ? success({}) : await readPlan(word, io);
	if (!base.ok) return tellProblems(io, base.errors);
	const opened = await openAll(files, io);
	if (opened.sources.length === 0) return tellProblems(io, opened.problems);
	const { salt } = asked.value;
	const mapName = salt === undefined ? undefined : hashNames(salt);
	const [result, meshes] = await Promise.all([
		readFiles(opened.sources, { mapName }),
		loadMeshes()
	]);
	const answer = answerOf(
		{ result, base: base.value, meshes },
		{ ...asked.value, date: io.now().slice(0, 10) }
	);
	for (const line of answer.lines)
		io.say(`${line.startsWith('  ') ? '  ' : ''}${lineOf('', line)}`);
	const content = json ? importJson(answer.read, answer.plans) : answer.plan;
	const text = `${JSON.stringify(content, undefined, 2)}\n`;
	const written = out === undefined ? success(io.out(text)) : await io.write(out, text);
	if (!written.ok) return tellProblems(io, written.errors);
	const faults = [...opened.problems, ...answer.faults];
	return faults.length > 0 ? tellProblems(io, faults) : EXIT.done;
}

function askedOf({ words, flags }: Args, io: Io): Parsed<Asked> {
	if (words.length === 0)
		return failure(
			'',
			'Name the files to read: meshup import pods.json nodes.json, or - for input.'
		);
	const twice = words.filter((word) => word === '-').length + (flags.get('--plan') === '-' ? 1 : 0);
	if (twice > 1) return failure('', 'Standard input can be read only once.');
	const estate = flags.get('--estate');
	const known = ESTATES.find((one) => one === estate);
	if (estate !== undefined && known === undefined)
		return failure('--estate', `${quoted(estate)} is not one of ${ESTATES.join(', ')}.`);
	const salt = flags.get('--salt');
	if (salt !== undefined && !flags.has('--hash-names'))
		return failure('--salt', 'A salt has no effect without --hash-names.');
	return success({
		files: words,
		plan: flags.get('--plan'),
		out: flags.get('--out'),
		estate: known,
		json: flags.has('--json'),
		withFits: flags.has('--with-fits'),
		salt: flags.has('--hash-names') ? (salt ?? io.chance()) : undefined
	});
}

interface Opened {
	readonly sources: readonly SourceFile[];
	/** Files that are not there or may not be read. */
	readonly problems: readonly Problem[];
}

async function openAll(names: readonly string[], io: Io): Promise<Opened> {
	const sources: SourceFile[] = [];
	const problems: Problem[] = [];
	for (const name of names) {
		if (name === '-' && io.isTyped) io.say('Reading standard input …');
		const opened = await io.open(name);
		if (!opened.ok) problems.push(...opened.errors);
		else sources.push({ name: name === '-' ? 'standard input' : baseOf(name), ...opened.value });
	}
	return { sources, problems };
}

const baseOf = (name: string): string => name.replace(/^.*[/\\]/, '');

interface Answer {
	readonly lines: readonly string[];
	readonly faults: readonly Problem[];
	readonly plan: Plan;
	readonly plans: readonly EstatePlan[];
	readonly read: Parameters<typeof importJson>[0];
}

interface Given {
	readonly result: IntakeResult;
	readonly base: Plan;
	readonly meshes: MeshCatalog;
}

function answerOf(
	{ result, base, meshes }: Given,
	{ estate, withFits, date }: Asked & { readonly date: string }
): Answer {
	const runs = measuredRuns(result);
	const idleOf = (mesh: string): number | undefined => publishedOf(meshes, mesh, 'c0')?.value;
	const analyses = analyse(
		runs.map(({ run }) => run),
		{ idleOf }
	);
	const plans = toPlans(result, base, date);
	const chosen = estate ? plans.find((one) => one.estate === estate) : plans[0];
	const snapshots = idleSnapshots(result, runs);
	const memories = memorySlopes(snapshots);
	const fits = [
		...proposeSweeps(result, runs, date, { idleOf }),
		...proposeMemory(result, snapshots, date)
	];
	const applied = applyProposals(chosen?.plan ?? base, withFits ? fits : []);
	const refused = [...plans.flatMap((one) => one.refused), ...applied.refused];
	return {
		lines: [
			...summaryLines(result),
			...sweepLines(runs, analyses, memories),
			...choiceLines(plans, estate),
			...(fits.length > 0 && !withFits
				? [`${fits.length} fitted figures are not in the plan: --with-fits puts them there.`]
				: [])
		],
		faults: [
			...result.files.flatMap(({ file, errors, detection }) =>
				errors.length === 0 ? [] : [{ path: '', message: faultOf(file, detection.kind) }]
			),
			...unreadable(result),
			...(estate && !chosen ? [{ path: '--estate', message: `No file is about ${estate}.` }] : []),
			...refused.map(({ proposal, why }) => ({ path: proposal.path.join('.'), message: why }))
		],
		plan: applied.plan,
		plans,
		read: { result, runs, analyses, memories, fits }
	};
}

/** What to do with a document of our own; of all else, that more was said of it. */
function faultOf(file: string, kind: Kind): string {
	switch (kind) {
		case 'meshup-plan':
			return `${file} is a plan: meshup estimate ${file} answers it; --plan ${file} beside other files adds what they say.`;
		case 'meshup-report':
			return `${file} is a report: the plan that it answers stands in its field "plan".`;
		case 'meshup-record':
			return `${file} is an input record: meshup model ${file} answers it.`;
		case 'meshup-rates':
			return `${file} holds exchange rates: meshup estimate --currency EUR --rates ${file} takes them.`;
		default:
			return `${file} was not read whole, see above.`;
	}
}

/** Pods with a figure that cannot be read are left out, which makes every total too small. */
function unreadable({ inventory }: IntakeResult): readonly Problem[] {
	const found = inventory.skipped.find(({ reason }) => reason === 'unreadable');
	if (found === undefined) return [];
	const pods = found.count === 1 ? '1 pod' : `${found.count} pods`;
	return [{ path: '', message: `${pods} could not be read, see above.` }];
}

function choiceLines(plans: readonly EstatePlan[], estate: Estate | undefined): readonly string[] {
	if (plans.length < 2 || estate !== undefined) return [];
	return [
		'Kubernetes and ECS are plans of their own: this one is of Kubernetes, --estate tasks gives the other.'
	];
}
