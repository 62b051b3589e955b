import { LineCounter, parseDocument } from 'yaml';
import { checkTree } from '../plan/tree.ts';
import type { Limits } from './limits.ts';
import { failure, type Parsed } from './parsed.ts';

/** Aliases a document may resolve; manifests have a handful, and a bomb needs many. */
const MAX_ALIASES = 50;

/**
 * The parser's own niceties are quadratic in the number of faults and of keys: no excerpts are made
 * and keys are not compared (of two equal keys the later holds, as in JSON).
 */
const QUICK = { logLevel: 'silent', strict: true, prettyErrors: false, uniqueKeys: false } as const;

/** Parses one YAML document within `limits`; a second document in it is an error. */
export function parseYaml(text: string, limits: Limits): Parsed<unknown> {
	if (text.length > limits.itemBytes)
		return failure('', `This YAML has more than ${limits.itemBytes} characters.`);
	if (bracketDepth(text) > limits.depth || dashDepth(text) > limits.depth)
		return failure('', `Nested deeper than ${limits.depth} levels.`);
	try {
		const lineCounter = new LineCounter();
		const document = parseDocument(text, { ...QUICK, lineCounter });
		const fault = document.errors[0];
		if (fault) {
			const line = lineCounter.linePos(fault.pos[0]).line;
			return failure(`line ${line}`, `This is not valid YAML (${fault.code}).`);
		}
		return checkTree(document.toJS({ maxAliasCount: MAX_ALIASES }), 'This file', limits);
	} catch {
		// The parser recurses and refuses alias bombs by throwing; both are faults of the file.
		return failure('', 'This YAML nests too deep or repeats itself by too many aliases.');
	}
}

/** Deepest nesting of flow brackets, quotes ignored: an upper bound. */
function bracketDepth(text: string): number {
	let depth = 0;
	let deepest = 0;
	for (const char of text) {
		if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
		else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
	}
	return deepest;
}

/** Most dashes or question marks in front of one another on a line: "- - - a" nests three lists. */
function dashDepth(text: string): number {
	let deepest = 0;
	for (const [run] of text.matchAll(/^ *(?:[-?] +)+/gm))
		deepest = Math.max(deepest, run.replaceAll(' ', '').length);
	return deepest;
}
