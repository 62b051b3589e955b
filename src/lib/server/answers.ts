import { Recent } from './recent.ts';

/** Which answers are kept; the others are worked out anew for the next who asks. */
export type Keeps<T> = (answer: T) => boolean;

/** Answers by question. One that is being worked out is waited for, and not begun again. */
export class Answers<T> {
	readonly #kept: Recent<Promise<T>>;
	readonly #keeps: Keeps<T>;

	/** Keeps as many answers as `most`, those asked for last. */
	constructor(most: number, keeps: Keeps<T> = () => true) {
		this.#kept = new Recent(most);
		this.#keeps = keeps;
	}

	async ask(question: string, work: () => Promise<T>): Promise<T> {
		const known = this.#kept.get(question);
		if (known !== undefined) return known;
		const asked = work();
		this.#kept.set(question, asked);
		let isKept = false;
		try {
			const answer = await asked;
			isKept = this.#keeps(answer);
			return answer;
		} finally {
			if (!isKept) this.#kept.delete(question);
		}
	}
}
