import type { CrossingAnswer, CrossingQuestion, Desk } from './questions.ts';

export type PairAsked = Omit<CrossingQuestion, 'kind'>;

/** Answers about two options over one axis; what comes for an earlier question is dropped. */
export class Crossings {
	readonly #desk: Desk;
	#asked: PairAsked | undefined;
	/** The latest answer and what it is about. */
	answer: { readonly asked: PairAsked; readonly found: CrossingAnswer } | undefined = $state.raw();
	failed = $state(false);

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	ask(asked: PairAsked): void {
		this.#asked = asked;
		const isWanted = (): boolean => this.#asked === asked;
		this.#desk.ask(
			{ kind: 'crossing', ...asked },
			{
				progress: () => undefined,
				answer: (found) => {
					if (!isWanted() || found.kind !== 'crossing') return;
					this.failed = false;
					this.answer = { asked, found };
				},
				failed: () => {
					if (isWanted()) this.failed = true;
				}
			}
		);
	}
}
