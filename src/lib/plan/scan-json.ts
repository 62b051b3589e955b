/** What is wrong with a JSON text, and where; counted from 0. */
export interface Flaw {
	readonly at: number;
	readonly kind: 'syntax' | 'duplicate';
	/** The token that is out of place or the key that is there twice; empty at the end of the text. */
	readonly token: string;
}

/** Strings are matched in runs, so that a long one needs no long way back. */
const TOKEN =
	/\s*(?:([{}[\],:])|("[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\uffff]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** What may come next: a value, a key, a colon, or what ends or continues a container. */
type Next = 'value' | 'first' | 'key' | 'first key' | 'colon' | 'more';

interface Level {
	/** Keys so far; absent in a list. */
	readonly keys?: Set<string>;
}

/**
 * The first flaw of a JSON text, or where it is sound the first key written twice: parsers keep the last of
 * those without a word. Linear in the text and without recursion, so that depth costs nothing.
 */
export function flawOf(text: string): Flaw | undefined {
	const levels: Level[] = [];
	let next: Next = 'value';
	let twice: Flaw | undefined;
	TOKEN.lastIndex = 0;
	for (;;) {
		const from = TOKEN.lastIndex;
		const found = TOKEN.exec(text);
		const at = startOf(text, from);
		if (found === null) {
			if (at >= text.length && levels.length === 0 && next === 'more') return twice;
			return { at, kind: 'syntax', token: text.slice(at, at + 1) };
		}
		const [, mark, string, plain] = found;
		const token = mark ?? string ?? plain ?? '';
		const turn: Turn | undefined = step({ levels, next, mark, isString: string !== undefined });
		if (turn === undefined) return { at, kind: 'syntax', token };
		if (turn.isKey) {
			const { keys } = levels.at(-1) ?? {};
			const key = String(JSON.parse(token));
			if (keys?.has(key)) twice ??= { at, kind: 'duplicate', token: key };
			keys?.add(key);
		}
		next = turn.next;
	}
}

function startOf(text: string, from: number): number {
	const blank = /\s*/y;
	blank.lastIndex = from;
	blank.exec(text);
	return blank.lastIndex;
}

interface Turn {
	readonly next: Next;
	readonly isKey?: boolean;
}

interface Read {
	readonly levels: Level[];
	readonly next: Next;
	readonly mark: string | undefined;
	readonly isString: boolean;
}

/** Where a token leads; nothing where it is out of place. */
function step({ levels, next, mark, isString }: Read): Turn | undefined {
	if (next === 'colon') return mark === ':' ? { next: 'value' } : undefined;
	if (next === 'key' || next === 'first key') {
		if (isString) return { next: 'colon', isKey: true };
		return next === 'first key' && mark === '}' ? closed(levels) : undefined;
	}
	if (next === 'more') return more(levels, mark);
	if (mark === '{') return opened(levels, { keys: new Set() }, 'first key');
	if (mark === '[') return opened(levels, {}, 'first');
	if (mark === ']' && next === 'first') return closed(levels);
	return mark === undefined ? { next: 'more' } : undefined;
}

function opened(levels: Level[], level: Level, next: Next): Turn {
	levels.push(level);
	return { next };
}

function closed(levels: Level[]): Turn {
	levels.pop();
	return { next: 'more' };
}

function more(levels: Level[], mark: string | undefined): Turn | undefined {
	const level = levels.at(-1);
	if (level === undefined) return undefined;
	if (mark === ',') return { next: level.keys === undefined ? 'value' : 'key' };
	return mark === (level.keys === undefined ? ']' : '}') ? closed(levels) : undefined;
}
