import type { Why } from '../report/types.ts';
import type { WhyAsked } from './estimator.ts';

export type Figure = Omit<WhyAsked, 'plan'>;

const same = (a: Figure, b: Figure): boolean =>
	a.option === b.option && a.id === b.id && a.month === b.month;

/** How one figure comes about. Of an earlier plan until the answer is there, never of another figure. */
export class Explanation {
	readonly #ask: (asked: WhyAsked) => Promise<Why | undefined>;
	#asked: WhyAsked | undefined;
	#known: { readonly of: Figure; readonly why: Why | undefined } | undefined = $state.raw();

	constructor(ask: (asked: WhyAsked) => Promise<Why | undefined>, first: Why | undefined) {
		this.#ask = ask;
		if (first?.month !== undefined) {
			this.#known = { of: { ...first, month: first.month }, why: first };
		}
	}

	/** Whether it is known how a figure comes about, or that nothing is to be said of it. */
	knows(figure: Figure): boolean {
		return this.#known !== undefined && same(this.#known.of, figure);
	}

	of(figure: Figure): Why | undefined {
		return this.knows(figure) ? this.#known?.why : undefined;
	}

	/** Asks again; what comes for an earlier question is dropped. */
	async about(asked: WhyAsked): Promise<void> {
		this.#asked = asked;
		const why = await this.#ask(asked).catch(() => undefined);
		if (this.#asked === asked) this.#known = { of: asked, why };
	}
}
