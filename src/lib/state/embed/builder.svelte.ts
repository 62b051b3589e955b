import {
	embedAddress,
	pictureAddress,
	SLIDERS,
	type EmbedAsk,
	type Form,
	type PresetId
} from '../../embed/address.ts';
import type { Theme } from '../../embed/protocol.ts';
import { FRAMES } from '../../embed/sizes.ts';
import type { SnippetParts } from '../../embed/snippet.ts';
import type { Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import type * as links from '../../plan/link.ts';
import { PRESETS } from '../../plan/presets.ts';
import { pastedState } from './pasted-link.ts';

/** What the page of the builder is made with. */
export interface BuilderSetting {
	/** ISO day. */
	readonly today: string;
	readonly modelVersion: string;
}

export type PlanChoice = 'default' | PresetId | 'link';

/** Reads and writes links: fetched when a plan other than the default one is chosen. */
type Links = typeof links;

const NO_LINK =
	'Paste the link of a plan: the planner’s Share button gives it. It holds #s= and the plan after it.';
const PREVIEW = 'preview';

/** What an author chooses for a wiki, and the texts that follow from it. */
export class Builder {
	readonly #setting: BuilderSetting;
	readonly #open: () => Promise<Links>;
	#turn = 0;
	form: Form = $state('card');
	theme: Theme = $state('auto');
	/** Plan paths of the inputs that a reader may move. */
	open: readonly string[] = $state.raw(['workload.pods', 'workload.edgeRps']);
	choice: PlanChoice = $state('default');
	pasted = $state('');
	time: 'live' | 'pinned' = $state('live');
	/** Of this site; empty until the script knows it. */
	origin = $state('');
	/** Why there is no plan to show. */
	trouble: string | undefined = $state();
	/** Plan in words, and the state of a link to it. */
	#named = $state.raw({ name: 'default plan', state: '' });

	readonly #link = $derived(this.choice === 'link' ? pastedState(this.pasted) : undefined);
	readonly #ask = $derived.by<EmbedAsk>(() => {
		const { today, modelVersion } = this.#setting;
		return {
			form: this.form,
			theme: this.theme,
			inputs: this.form === 'sliders' ? this.open : [],
			...(this.#link === undefined ? {} : { state: this.#link }),
			...(this.choice === 'default' || this.choice === 'link' ? {} : { preset: this.choice }),
			...(this.time === 'pinned' ? { pinned: today, model: modelVersion } : { since: today })
		};
	});
	/** Of the preview, which tells its height. */
	readonly preview = $derived(embedAddress({ ...this.#ask, frame: PREVIEW }));
	readonly parts = $derived.by<SnippetParts>(() => ({
		origin: this.origin,
		embed: embedAddress(this.#ask),
		plan: this.#named.state === '' ? '/' : `/#s=${this.#named.state}`,
		svg: pictureAddress(this.#ask, 'svg'),
		png: pictureAddress(this.#ask, 'png'),
		title: `Service mesh cost estimate, ${this.#named.name}`,
		height: FRAMES[this.form].height
	}));

	constructor(setting: BuilderSetting, open: () => Promise<Links>) {
		this.#setting = setting;
		this.#open = open;
	}

	/** The address that the builder was opened with: it may hand on a plan that somebody had open. */
	takeOver({ origin, href }: Pick<Location, 'origin' | 'href'>): void {
		this.origin = origin;
		if (pastedState(href) === undefined) return;
		this.pasted = href;
		void this.choose('link');
	}

	async choose(choice: PlanChoice): Promise<void> {
		this.choice = choice;
		await this.#read();
	}

	async paste(text: string): Promise<void> {
		this.pasted = text;
		await this.#read();
	}

	async during(time: 'live' | 'pinned'): Promise<void> {
		this.time = time;
		await this.#read();
	}

	/** Two to four inputs are open: one more or one less than that is not taken. */
	toggle(path: string): void {
		const has = this.open.includes(path);
		if (has && this.open.length > SLIDERS.least) {
			this.open = this.open.filter((it) => it !== path);
		} else if (!has && this.open.length < SLIDERS.most) this.open = [...this.open, path];
	}

	async #read(): Promise<void> {
		const turn = ++this.#turn;
		const links = await this.#open();
		const read = await this.#plan(links);
		const named = read?.ok ? await this.#name(read.value, links) : undefined;
		if (turn !== this.#turn) return; // a later choice answers for this one
		this.trouble =
			read === undefined ? NO_LINK : read.ok ? undefined : (read.errors[0]?.message ?? NO_LINK);
		if (named !== undefined) this.#named = named;
	}

	async #plan({ decodePlan }: Links): Promise<Parsed<Plan> | undefined> {
		if (this.choice !== 'link') {
			return { ok: true, value: this.choice === 'default' ? {} : PRESETS[this.choice].plan };
		}
		return this.#link === undefined ? undefined : decodePlan(this.#link);
	}

	async #name(plan: Plan, { encodePlan }: Links): Promise<{ name: string; state: string }> {
		const { today } = this.#setting;
		const shown =
			this.time === 'pinned' ? { ...plan, data: { pinned: today, ...plan.data } } : plan;
		const isEmpty = Object.keys(shown).length === 0;
		return {
			name:
				plan.name ??
				(this.choice === 'default'
					? 'default plan'
					: this.choice === 'link'
						? 'a plan without a name'
						: `preset “${PRESETS[this.choice].label}”`),
			state: isEmpty ? '' : await encodePlan(shown)
		};
	}
}
