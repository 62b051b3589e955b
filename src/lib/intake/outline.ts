/**
 * The upper levels of a JSON text: path → first scalar found there ('' for an object or list).
 * List elements share the path `name[]`. Works on the beginning of a file and on a broken one.
 */
export type Outline = ReadonlyMap<string, string>;

const MAX_DEPTH = 6;
const MAX_PATHS = 4000;
const MAX_OPEN = 200;
const BREAKS = new Set([...' \t\r\n{}[]:,"']);

interface Level {
	readonly path: string;
	readonly list: boolean;
	key: string;
}

/** Reads the outline of `head`, without parsing it and without recursion. */
export function outline(head: string): Outline {
	const found = new Map<string, string>();
	const levels: Level[] = [];
	let last = '';
	let from = 0;
	while (from < head.length && found.size <= MAX_PATHS && levels.length <= MAX_OPEN) {
		const token = tokenAt(head, from);
		if (token === undefined) break;
		from += Math.max(1, token.length);
		if (token !== '') last = take(token, last, levels, found);
	}
	return found;
}

/** One step; returns the scalar that a following colon would make a key. */
function take(token: string, last: string, levels: Level[], found: Map<string, string>): string {
	const top = levels.at(-1);
	if (token === '{' || token === '[') open(levels, found, token === '[');
	else if (token === '}' || token === ']') levels.pop();
	else if (token === ':') {
		if (top && !top.list) top.key = last;
	} else if (token === ',') {
		if (top) top.key = '';
	} else {
		const scalar = token.startsWith('"') ? token.slice(1, -1) : token;
		if (top) note(levels, found, scalar.slice(0, 200));
		return scalar;
	}
	return '';
}

/** The token that starts at `from`: '' for white space, undefined where a string never ends. */
function tokenAt(text: string, from: number): string | undefined {
	const first = text.charAt(from);
	if (first === '"') {
		const end = stringEnd(text, from + 1);
		return end === -1 ? undefined : text.slice(from, end + 1);
	}
	if (BREAKS.has(first)) return first.trim();
	let end = from + 1;
	while (end < text.length && !BREAKS.has(text.charAt(end))) end++;
	return text.slice(from, end);
}

function stringEnd(text: string, from: number): number {
	for (let at = from; at < text.length; at++) {
		const char = text.charAt(at);
		if (char === '\\') at++;
		else if (char === '"') return at;
	}
	return -1;
}

function open(levels: Level[], found: Map<string, string>, list: boolean): void {
	const top = levels.at(-1);
	const path = top ? pathOf(top) : '';
	if (levels.length < MAX_DEPTH && !found.has(path)) found.set(path, '');
	levels.push({ path, list, key: '' });
}

function note(levels: readonly Level[], found: Map<string, string>, scalar: string): void {
	const top = levels.at(-1);
	if (!top || levels.length > MAX_DEPTH || (!top.list && top.key === '')) return;
	const path = pathOf(top);
	if ((found.get(path) ?? '') === '') found.set(path, scalar);
}

function pathOf(level: Level): string {
	if (level.list) return `${level.path}[]`;
	return level.path === '' ? level.key : `${level.path}.${level.key}`;
}
