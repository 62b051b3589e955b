/** Cuts bytes into lines while they arrive; a longer line than `maxBytes` is cut there. */
export class LineSplitter {
	readonly #decoder = new TextDecoder();
	readonly #onLine: (line: string) => void;
	readonly #maxChars: number;
	#rest = '';

	constructor(onLine: (line: string) => void, maxChars: number) {
		this.#onLine = onLine;
		this.#maxChars = maxChars;
	}

	push(chunk: Uint8Array): void {
		this.#take(this.#decoder.decode(chunk, { stream: true }));
	}

	end(): void {
		this.#take(this.#decoder.decode());
		if (this.#rest !== '') this.#line(this.#rest);
		this.#rest = '';
	}

	#take(text: string): void {
		const lines = text.split('\n');
		const last = lines.pop() ?? '';
		lines.forEach((line, index) => this.#line(index === 0 ? this.#rest + line : line));
		this.#rest = lines.length > 0 ? last : (this.#rest + last).slice(0, this.#maxChars);
	}

	#line(line: string): void {
		const whole = line.endsWith('\r') ? line.slice(0, -1) : line;
		this.#onLine(whole.slice(0, this.#maxChars));
	}
}
