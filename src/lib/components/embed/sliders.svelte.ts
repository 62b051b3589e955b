import { viewOf, type EmbedView, type Standing } from '../../charts/specs/embed-view.ts';
import type { Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Report } from '../../report/types.ts';
import { withAt, type Tree } from '../../state/plan-path.ts';
import { valueOfText } from '../../state/typed-text.ts';

/** The model, fetched when a reader first touches a slider: until then the page has its figures. */
export interface EmbedModel {
	/** At once, from doubles and without ranges: what a slider shows while it moves. */
	readonly quick: (written: unknown) => Parsed<Report>;
	/** From decimals, with ranges, in slices that let input through. */
	readonly settled: (written: unknown) => Promise<Parsed<Report>>;
	/** State of a link to what is shown. */
	readonly stateOf: (written: unknown) => Promise<string | undefined>;
}

interface Setting {
	readonly plan: Plan;
	readonly view: EmbedView;
	/** State of the plan as it came. */
	readonly state: string | undefined;
	readonly open: () => Promise<EmbedModel>;
}

export interface Moved {
	readonly path: string;
	readonly text: string;
	/** Moves the point from the field to the plan: 2 for per cent. */
	readonly shift: number;
}

/** Decimal figures and the link follow this long after the last movement, ms. */
const SETTLE_MS = 150;

const stillOf = (standing: Standing): Standing =>
	standing.kind === 'live' ? { kind: 'live', day: standing.day } : standing;

/** What a reader moves, and the answer to it. The plan that came with the page is never changed. */
export class Sliders {
	readonly #plan: Tree;
	readonly #standing: Standing;
	readonly #open: () => Promise<EmbedModel>;
	#model: Promise<EmbedModel> | undefined;
	#moved: Readonly<Record<string, Moved>> = {};
	#timer: ReturnType<typeof setTimeout> | undefined;
	#edits = 0;
	view: EmbedView;
	state: string | undefined;
	texts: Readonly<Record<string, string>>;
	/** Faults by plan path; the last good answer stays on the page. */
	problems: Readonly<Record<string, string>>;
	/** The figures are those of the reader's own values. */
	changed: boolean;

	constructor({ plan, view, state, open }: Setting) {
		this.#plan = { ...plan };
		this.#standing = view.standing;
		this.#open = open;
		this.view = $state.raw(view);
		this.state = $state.raw(state);
		this.texts = $state.raw({});
		this.problems = $state.raw({});
		this.changed = $state.raw(false);
	}

	/** Begins to fetch the model: called as soon as a reader comes near. */
	ready(): Promise<EmbedModel> {
		this.#model ??= this.#open();
		return this.#model;
	}

	async move(moved: Moved): Promise<void> {
		this.texts = { ...this.texts, [moved.path]: moved.text };
		this.#moved = { ...this.#moved, [moved.path]: moved };
		const turn = ++this.#edits;
		const model = await this.ready();
		if (turn !== this.#edits) return; // a later movement answers for this one
		this.#show(model.quick(this.#written()));
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#settle(model), SETTLE_MS);
	}

	#written(): Tree {
		return Object.values(this.#moved).reduce(
			(tree, { path, text, shift }) => withAt(tree, path, valueOfText(text, -shift)),
			this.#plan
		);
	}

	#show(report: Parsed<Report>): void {
		if (!report.ok) {
			this.problems = Object.fromEntries(report.errors.map(({ path, message }) => [path, message]));
			return;
		}
		this.problems = {};
		this.changed = true;
		this.view = viewOf(report.value, stillOf(this.#standing));
	}

	async #settle(model: EmbedModel): Promise<void> {
		const turn = this.#edits;
		const written = this.#written();
		const [report, state] = await Promise.all([model.settled(written), model.stateOf(written)]);
		if (turn !== this.#edits) return;
		this.#show(report);
		if (report.ok) this.state = state;
	}
}
