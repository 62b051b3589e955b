import { loadCatalog } from '../lib/catalog/catalog.ts';
import { success, type Parsed } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import type { Report } from '../lib/report/types.ts';
import type { Worked } from '../lib/report/work-out.ts';
import type { Beside } from './beside.ts';
import { readEstimateArgs, type EstimateAsked } from './estimate-args.ts';
import { outFiles } from './estimate-files.ts';
import { EXIT, tellProblems, type ExitCode } from './exit.ts';
import { gateOf } from './gate.ts';
import type { Io } from './io.ts';
import { reportWith } from './report-with.ts';
import type { Simulating } from './simulate-options.ts';

/** `meshup estimate [PLAN|LINK|-]`: the report of a plan. */
export async function estimateCommand(
	argv: readonly string[],
	io: Io,
	beside?: Beside
): Promise<ExitCode> {
	const args = readEstimateArgs(argv);
	if (!args.ok) return tellProblems(io, args.errors);
	const asked = args.value;
	const told = await estimated(asked.plan, io, { ...asked, beside });
	if (!told.ok) return tellProblems(io, told.errors);
	const other = { ...asked, simulating: undefined, beside: undefined };
	const before =
		asked.compareTo === undefined ? undefined : await estimated(asked.compareTo, io, other);
	if (before !== undefined && !before.ok) return tellProblems(io, before.errors);
	const files = await outFiles({ asked, ...told.value, before: before?.value.report });
	for (const { name, content } of files) {
		const written = await (name === undefined ? io.out(content) : io.write(name, content));
		if (!written.ok) return tellProblems(io, written.errors);
	}
	if (asked.failAbove === undefined) return EXIT.done;
	const { plan, report } = told.value;
	const gate = gateOf(report, { limit: asked.failAbove, rate: plan.finance?.rate ?? 1 });
	io.say(gate.sentence);
	return gate.trips ? EXIT.gate : EXIT.done;
}

export interface Estimated {
	readonly plan: Plan;
	readonly worked: Worked;
	readonly report: Report;
}

interface When {
	readonly date: EstimateAsked['date'];
	readonly simulating: Simulating;
	readonly wish: EstimateAsked['wish'];
	readonly currency: EstimateAsked['currency'];
	readonly rates: EstimateAsked['rates'];
	readonly beside: Beside | undefined;
}

/** No word means the default plan. A report is of a day: what is made twice on one is the same. */
async function estimated(
	word: string | undefined,
	io: Io,
	{ date, simulating, wish, currency, rates, beside }: When
): Promise<Parsed<Estimated>> {
	const written: Parsed<Plan> = word === undefined ? success({}) : await planOf(word, io);
	if (!written.ok) return written;
	const plan = await inCurrency(written.value, io, { currency, rates });
	if (!plan.ok) return plan;
	const { platform, data } = plan.value;
	const catalog = await loadCatalog(platform?.cloud ?? 'aws', data?.pinned);
	const generatedAt = startOfDay(date ?? io.now());
	const asked = { plan: plan.value, catalog, generatedAt };
	const made = await reportWith(asked, { simulating, brief: wish === undefined, beside });
	return made.ok ? success({ plan: plan.value, ...made.value }) : made;
}

/** What reads plans is loaded for one: the default plan needs none of it. */
async function planOf(word: string, io: Io): Promise<Parsed<Plan>> {
	const { readPlan } = await import('./read-plan.ts');
	return readPlan(word, io);
}

/** The plan in the currency that was asked for, at the rate of the file. */
async function inCurrency(
	plan: Plan,
	io: Io,
	{ currency, rates }: Pick<EstimateAsked, 'currency' | 'rates'>
): Promise<Parsed<Plan>> {
	if (currency === undefined || rates === undefined) return success(plan);
	const { RATES_LIMITS } = await import('../lib/plan/rates/rates.ts');
	const text = await io.read(rates, RATES_LIMITS.bytes);
	if (!text.ok) return text;
	const { readRates } = await import('../lib/plan/rates/read-rates.ts');
	const file = readRates(text.value);
	if (!file.ok) {
		const errors = file.errors.map(({ path, message }) => ({
			path: ['--rates', path].filter((part) => part !== '').join(' '),
			message
		}));
		return { ok: false, errors };
	}
	const { withRate } = await import('../lib/plan/rates/with-rate.ts');
	return withRate(plan, file.value, currency);
}

const startOfDay = (iso: string): string => `${iso.slice(0, 10)}T00:00:00.000Z`;
