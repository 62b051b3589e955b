const QUIET_MS = 500;

/** Says the latest of many texts, once nothing has changed for half a second. */
export class LiveWords {
	said = $state('');
	#timer: ReturnType<typeof setTimeout> | undefined;

	say(words: string): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.said = words;
		}, QUIET_MS);
	}
}
