/** One piece of a YAML stream: a document, or an element of the list it consists of. */
export interface YamlPiece {
	readonly text: string;
	/** Number of its first line in the file, from 1. */
	readonly line: number;
	/** True when the piece was longer than allowed and only its beginning is here. */
	readonly cut: boolean;
}

/**
 * Cuts a YAML stream into documents, and a kubectl list (`items:` at the margin) into its elements,
 * by lines alone, so that a large list is parsed one object at a time.
 */
export class YamlSplitter {
	readonly #onPiece: (piece: YamlPiece) => void;
	readonly #maxChars: number;
	#lines: string[] = [];
	#chars = 0;
	#cut = false;
	#start = 1;
	#number = 0;
	/** Column of the dashes of the list being read; -1 outside a list, -2 right after `items:`. */
	#dash = -1;

	constructor(onPiece: (piece: YamlPiece) => void, maxChars: number) {
		this.#onPiece = onPiece;
		this.#maxChars = maxChars;
	}

	line(text: string): void {
		this.#number++;
		if (/^(---|\.\.\.)(\s|$)/.test(text)) {
			this.#finish();
			this.#dash = -1;
			return;
		}
		const dash = /^( {0,20})-( |$)/.exec(text)?.[1]?.length;
		if (this.#dash === -1 && /^items:[ \t]*$/.test(text)) {
			this.#finish();
			this.#dash = -2;
		} else if (this.#dash === -2 && dash !== undefined) {
			this.#dash = dash;
			this.#element(text, dash);
		} else if (this.#dash >= 0 && dash === this.#dash) this.#element(text, dash);
		else if (this.#dash >= 0 && /^[A-Za-z]/.test(text)) this.#leaveList(text);
		else this.#keep(text);
	}

	end(): void {
		this.#finish();
	}

	/** A new element; its dash becomes a blank, so that its keys line up. */
	#element(text: string, dash: number): void {
		this.#finish();
		this.#keep(`${text.slice(0, dash)} ${text.slice(dash + 1)}`);
	}

	/** `kind: List` and `metadata:` after the elements: the tail of the document. */
	#leaveList(text: string): void {
		this.#finish();
		this.#dash = -1;
		this.#keep(text);
	}

	#keep(text: string): void {
		if (this.#lines.length === 0) this.#start = this.#number;
		this.#chars += text.length + 1;
		if (this.#chars > this.#maxChars) this.#cut = true;
		else this.#lines.push(text);
	}

	#finish(): void {
		const text = this.#lines.join('\n');
		if (/^[ \t]*[^\s#]/m.test(text)) this.#onPiece({ text, line: this.#start, cut: this.#cut });
		this.#lines = [];
		this.#chars = 0;
		this.#cut = false;
	}
}
