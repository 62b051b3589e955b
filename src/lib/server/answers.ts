import { Recent } from './recent.ts';

/** How much of the room an answer takes; none of it where it is not to be kept. */
export type Weighs<T> = (answer: T, question: string) => number | undefined;

/** Answers by question. One that is being worked out is waited for, and not begun again. */
export class Answers<T> {
	readonly #kept: Recent<T>;
	readonly #weighs: Weighs<T>;
	readonly #underway = new Map<string, Promise<T>>();

	/** Keeps as many answers as there is room for, those asked for last. */
	constructor(room: number, weighs: Weighs<T> = () => 1) {
		this.#kept = new Recent(room);
		this.#weighs = weighs;
	}

	async ask(question: string, work: () => Promise<T>): Promise<T> {
		const known = this.#kept.get(question) ?? this.#underway.get(question);
		if (known !== undefined) return known;
		const asked = work();
		this.#underway.set(question, asked);
		try {
			const answer = await asked;
			const weight = this.#weighs(answer, question);
			if (weight !== undefined) this.#kept.set(question, answer, weight);
			return answer;
		} finally {
			this.#underway.delete(question);
		}
	}
}
