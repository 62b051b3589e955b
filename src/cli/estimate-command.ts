import { loadCatalog } from '../lib/catalog/catalog.ts';
import { csvMetadata, dataCsv, spreadsheetCsv } from '../lib/export/csv.ts';
import { nearest } from '../lib/engine/nearest.ts';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { quoted } from '../lib/plan/text.ts';
import type { Report } from '../lib/report/types.ts';
import { readArgs, type Args } from './args.ts';
import { EXIT, tellProblems, type ExitCode } from './exit.ts';
import { gateOf, readLimit } from './gate.ts';
import type { Io } from './io.ts';
import { readPlan } from './read-plan.ts';
import {
	POINTS,
	readSimulating,
	reportWith,
	SIMULATE_FLAGS,
	type Simulating
} from './simulate-options.ts';
import { changeTable } from './table/change-table.ts';
import { reportTable } from './table/report-table.ts';

const FORMATS = ['table', 'json', 'csv', 'data-csv'] as const;
type Format = (typeof FORMATS)[number];
/** Named in `design.md` §3, and to come. */
const LATER: readonly string[] = ['focus', 'md', 'xlsx', 'pdf', 'svg', 'png'];
const FLAGS = ['--format', '--out', '--fail-above', '--compare-to', ...SIMULATE_FLAGS];

interface Asked {
	readonly plan: string | undefined;
	readonly format: Format;
	readonly out: string | undefined;
	readonly failAbove: string | undefined;
	readonly compareTo: string | undefined;
	readonly simulating: Simulating;
}

/** `meshup estimate [PLAN|LINK|-]`: the report of a plan. */
export async function estimateCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const args = readArgs(argv, FLAGS, [POINTS]);
	const asked = args.ok ? askedOf(args.value) : args;
	if (!asked.ok) return tellProblems(io, asked.errors);
	const { format, out, failAbove, compareTo } = asked.value;
	const told = await estimated(asked.value.plan, io, asked.value.simulating);
	if (!told.ok) return tellProblems(io, told.errors);
	const before = compareTo === undefined ? undefined : await estimated(compareTo, io);
	if (before !== undefined && !before.ok) return tellProblems(io, before.errors);
	const { plan, report } = told.value;
	for (const { name, content } of rendered(report, before?.value.report, { format, out })) {
		const written = name === undefined ? success(io.out(content)) : await io.write(name, content);
		if (!written.ok) return tellProblems(io, written.errors);
	}
	if (failAbove === undefined) return EXIT.done;
	const gate = gateOf(report, { limit: failAbove, rate: plan.finance?.rate ?? 1 });
	io.say(gate.sentence);
	return gate.trips ? EXIT.gate : EXIT.done;
}

function askedOf({ words, flags }: Args): Parsed<Asked> {
	const [plan, ...more] = words;
	if (more.length > 0) return failure('', `Name one plan; ${quoted(more[0])} is one too many.`);
	const format = formatOf(flags.get('--format') ?? 'table');
	if (!format.ok) return format;
	const limit = flags.get('--fail-above');
	const failAbove = limit === undefined ? success(undefined) : readLimit(limit);
	if (!failAbove.ok) return failAbove;
	const compareTo = flags.get('--compare-to');
	if (compareTo !== undefined && format.value !== 'table') {
		return failure('--compare-to', `Changes are shown as a table, not as ${format.value}.`);
	}
	if (plan === '-' && compareTo === '-') {
		return failure('--compare-to', 'Only one of the two plans can come from standard input.');
	}
	const simulating = readSimulating(flags);
	if (!simulating.ok) return simulating;
	return success({
		plan,
		format: format.value,
		out: flags.get('--out'),
		failAbove: failAbove.value,
		compareTo,
		// CSV holds the ledger, which no draw changes.
		simulating: format.value.includes('csv') ? undefined : simulating.value
	});
}

function formatOf(written: string): Parsed<Format> {
	const format = FORMATS.find((known) => known === written);
	if (format !== undefined) return success(format);
	if (LATER.includes(written)) return failure('--format', `${written} is not available yet.`);
	const near = nearest(written, FORMATS);
	const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
	return failure('--format', `${quoted(written)} is not one of ${FORMATS.join(', ')}${hint}.`);
}

interface Estimated {
	readonly plan: Plan;
	readonly report: Report;
}

/** No word means the default plan. */
async function estimated(
	word: string | undefined,
	io: Io,
	simulating?: Simulating
): Promise<Parsed<Estimated>> {
	const plan: Parsed<Plan> = word === undefined ? success({}) : await readPlan(word, io);
	if (!plan.ok) return plan;
	const { platform, data } = plan.value;
	const catalog = await loadCatalog(platform?.cloud ?? 'aws', data?.pinned);
	const asked = { plan: plan.value, catalog, generatedAt: io.now(), reading: 'exact' as const };
	const report = reportWith(asked, simulating);
	return report.ok ? success({ plan: plan.value, report: report.value }) : report;
}

interface OutFile {
	/** `undefined`: standard output. */
	readonly name: string | undefined;
	readonly content: string;
}

function rendered(
	report: Report,
	before: Report | undefined,
	{ format, out }: Pick<Asked, 'format' | 'out'>
): readonly OutFile[] {
	const answer = { name: out, content: contentOf(report, before, format) };
	if (format !== 'data-csv' || out === undefined) return [answer];
	const fileName = out.replace(/^.*[/\\]/, '');
	return [answer, { name: `${out}-metadata.json`, content: csvMetadata(fileName) }];
}

function contentOf(report: Report, before: Report | undefined, format: Format): string {
	switch (format) {
		case 'json':
			return `${JSON.stringify(report, undefined, 2)}\n`;
		case 'csv':
			return spreadsheetCsv(report);
		case 'data-csv':
			return dataCsv(report);
		case 'table':
			return reportTable(report) + (before === undefined ? '' : `\n${changeTable(before, report)}`);
	}
}
