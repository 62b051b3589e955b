import { createContext } from 'svelte';
import type { CloudId } from '../catalog/cloud-schema.ts';
import type { Parsed, Problem } from '../plan/parsed.ts';
import type { Plan } from '../plan/plan.ts';
import { presets, type PresetId } from '../plan/presets.ts';
import type { Report, Why } from '../report/types.ts';
import type { Answer, Trouble } from './answer.ts';
import { choose, draftOf, emptyDraft, tidied, type, type Draft, type Typed } from './draft.ts';
import type { Estimator, WhyAsked } from './estimator.ts';
import type { Exact } from './exact.ts';
import { emptyHistory, redo, remember, settle, undo, type History } from './history.ts';
import { inForceIn, type InForce } from './in-force.ts';
import { keepState } from './navigation.ts';
import { originOf } from './origin.ts';
import { afterPaint, Pace } from './pace.ts';
import type { Ranges } from './ranges/ranges.svelte.ts';

export interface Start {
	readonly answer: Answer;
	/** Fetches the model: called once, when a reader first needs it. */
	readonly open: () => Promise<Estimator>;
	readonly exact: Exact;
	/** How sure each answer is, once that is known. */
	readonly ranges: Ranges;
}

const CLOUDS: readonly CloudId[] = ['aws', 'gcp', 'azure'];

const NO_MODEL =
	'The model could not be fetched. Is the network there? The figures shown stay as they are.';

export class Planner {
	readonly #open: Start['open'];
	readonly #exact: Exact;
	readonly #pace = new Pace();
	readonly ranges: Ranges;
	#edits = 0;
	#opening: Promise<Estimator> | undefined;
	#mine: Draft | undefined;
	draft: Draft = $state.raw(emptyDraft); // replaced whole, never mutated
	answer: Answer;
	estimator: Estimator | undefined = $state.raw();
	history: History<Draft> = $state.raw(emptyHistory);
	trouble: Trouble | undefined = $state.raw();
	/** Counts plans that came in whole: what was begun in a field was begun in the one before. */
	replaced = $state(0);
	/** A link is being read: what is shown is not its plan yet. */
	opening = $state(false);
	/** The cloud whose prices are on their way; what is shown is still of another. */
	fetching: CloudId | undefined = $state();
	/** Faults that only show with prices: a node type that the region lacks. */
	#late: readonly Problem[] = $state.raw([]);
	readonly #parsed: Parsed<Plan> | undefined = $derived.by(() =>
		this.estimator?.parse(this.draft.plan)
	);
	readonly problems: readonly Problem[] = $derived.by(() =>
		this.#parsed?.ok === false ? this.#parsed.errors : this.#late
	);
	readonly #inForce: InForce = $derived.by(() => inForceIn(this.answer.report));
	/** The answer's report, with its ranges as soon as they are drawn. */
	readonly report: Report = $derived.by(() =>
		this.ranges.over(this.answer.plan, this.answer.report)
	);
	/** The preset that the plan is, or `mine`. */
	readonly origin: PresetId | 'mine' = $derived.by(() => originOf(this.draft));
	readonly canUndo = $derived.by(() => this.history.past.length > 0);
	readonly canRedo = $derived.by(() => this.history.future.length > 0);
	/** The answer is of an earlier plan: what stands in the fields has a fault. */
	readonly stale = $derived.by(() => this.problems.length > 0);

	constructor({ answer, open, exact, ranges }: Start) {
		this.ranges = ranges;
		this.answer = $state.raw(answer);
		this.#open = open;
		this.#exact = exact;
	}

	/** Fetches the model, once; a failure may be tried again. */
	async ready(): Promise<Estimator> {
		this.#opening ??= this.#open();
		try {
			const opened = await this.#opening;
			if (this.estimator === undefined) {
				this.estimator = opened;
				if (this.answer.partial === true) void this.#complete(opened);
			}
			return opened;
		} catch (cause) {
			this.#opening = undefined;
			this.trouble = { message: NO_MODEL };
			throw cause;
		}
	}

	/** A reader is about to choose a cloud: the prices of all are fetched before one is chosen. */
	async foresee(): Promise<void> {
		const estimator = await this.ready();
		const { plan } = this.answer;
		for (const cloud of CLOUDS) {
			const there: Plan = { ...plan, platform: { ...plan.platform, cloud } };
			if (!estimator.has(there)) await estimator.read(there);
		}
	}

	/** The first sentence about a field. */
	problemOf(path: string): string | undefined {
		return this.problems.find((problem) => problem.path === path)?.message;
	}

	/** Low and high of an input in force, where it has a range: decimal text. */
	rangeInForce(input: string): InForce['ranges'][string] | undefined {
		return this.#inForce.ranges[input];
	}

	/** The value of an input that the shown figures were worked out with: decimal text. */
	inForce(input: string): string | undefined {
		return this.#inForce.values[input];
	}

	type(typed: Typed): Promise<void> {
		return this.#edit(type(this.draft, typed), typed.path);
	}

	choose(path: string, value: unknown): Promise<void> {
		return this.change(choose(this.draft, path, value));
	}

	/** A step of its own. */
	change(draft: Draft): Promise<void> {
		return this.#edit(draft, 'change', true);
	}

	/** The field is left: the next edit is a step of its own, a good number is written the common way. */
	settle(path: string): void {
		this.history = settle(this.history);
		this.draft = tidied(this.draft, path);
	}

	/** Another plan whole, from a file or a shelf. */
	open(plan: Plan): Promise<void> {
		this.replaced++;
		return this.change(draftOf(plan));
	}

	/** Another plan whole; what was entered is kept as "mine". */
	preset(id: PresetId): Promise<void> {
		if (this.origin === 'mine') this.#mine = this.draft;
		return this.open(presets[id]);
	}

	/** Back to what was entered before a preset was looked at. */
	async mine(): Promise<void> {
		if (this.#mine === undefined) return;
		this.replaced++;
		await this.change(this.#mine);
	}

	/** A state from the address: shown, or named as unreadable with the link kept. */
	async follow(text: string, link: string): Promise<void> {
		this.opening = true;
		try {
			await this.#follow(text, link);
		} finally {
			this.opening = false;
		}
	}

	async #follow(text: string, link: string): Promise<void> {
		const estimator = await this.ready();
		const read = await estimator.decode(text);
		if (read.ok) {
			this.replaced++;
			await this.#move(draftOf(read.value));
			return;
		}
		const why = read.errors.map((error) => error.message).join(' ');
		this.trouble = {
			message: `This link could not be read, so the default plan is shown. ${why}`,
			link
		};
	}

	async undo(): Promise<void> {
		const moved = undo(this.history, this.draft);
		if (moved) await this.#move(moved.now, moved.history);
	}

	async redo(): Promise<void> {
		const moved = redo(this.history, this.draft);
		if (moved) await this.#move(moved.now, moved.history);
	}

	/** How a figure of a plan comes about, in decimals. */
	async why(asked: WhyAsked): Promise<Why | undefined> {
		return this.#exact.why(await this.ready(), asked);
	}

	/** The decimal figures of what is shown, for files. */
	async exactReport(): Promise<Report> {
		const { exact, partial, plan } = this.answer;
		if (exact && partial !== true) return this.report;
		return this.ranges.over(plan, await this.#exact.report(await this.ready(), plan));
	}

	/** Puts the whole report in place of the first HTML's, unless an edit came before it. */
	async #complete(estimator: Estimator): Promise<void> {
		const { plan } = this.answer;
		const report = await this.#exact.report(estimator, plan).catch(() => undefined);
		if (report === undefined || this.answer.partial !== true) return;
		this.answer = { plan, report, exact: true };
		this.ranges.settle(plan);
	}

	#edit(draft: Draft, key: string, whole = false): Promise<void> {
		const history = remember(this.history, this.draft, key);
		return this.#move(draft, whole ? settle(history) : history);
	}

	async #move(draft: Draft, history: History<Draft> = this.history): Promise<void> {
		this.draft = draft;
		this.history = history;
		const turn = ++this.#edits;
		const estimator = this.estimator ?? (await this.ready());
		await this.#pace.beforeRun();
		const parsed = this.#parsed;
		if (turn !== this.#edits || parsed?.ok !== true) return;
		await this.#answer(estimator, parsed.value, turn);
	}

	/** Doubles at once, decimals when they are there; an older answer never replaces a newer one. */
	async #answer(estimator: Estimator, plan: Plan, turn: number): Promise<void> {
		if (!(await this.#prices(estimator, plan)) || turn !== this.#edits) return;
		const report = this.#pace.run(() => estimator.report(plan, 'doubles'));
		this.#late = report.ok ? [] : report.errors;
		if (!report.ok) return;
		this.answer = { plan, report: report.value, exact: false };
		keepState(() => this.stateText());
		this.ranges.cancel();
		await afterPaint(); // workers at work would take the frame's share of the processor
		if (this.answer.plan !== plan) return;
		this.ranges.follow(plan);
		const exact = await this.#exact.report(estimator, plan);
		if (this.answer.plan === plan) this.answer = { plan, report: exact, exact: true };
	}

	async #prices(estimator: Estimator, plan: Plan): Promise<boolean> {
		if (estimator.has(plan)) return true;
		this.fetching = plan.platform?.cloud ?? 'aws';
		try {
			await estimator.read(plan);
			return true;
		} catch {
			this.trouble = {
				message: 'The prices of this cloud could not be fetched. The last answer stays.'
			};
			return false;
		} finally {
			this.fetching = undefined;
		}
	}

	/** The text of a link to what is shown; none for the default plan. */
	async stateText(): Promise<string | undefined> {
		const { plan } = this.answer;
		return Object.keys(plan).length === 0 ? undefined : (await this.ready()).encode(plan);
	}
}

export const [getPlanner, setPlanner] = createContext<Planner>();
