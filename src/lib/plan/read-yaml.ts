import { LineCounter, parseDocument } from 'yaml';
import { failure, type Parsed } from './parsed.ts';
import { parsePlan } from './parse-plan.ts';
import type { Plan } from './plan.ts';
import { checkSize, checkTree, LIMITS } from './tree.ts';

/** Aliases that may be resolved: a bomb needs many, a plan none. */
const MOST_ALIASES = 20;

/**
 * A plan from YAML of at most 256 KiB. Import it lazily: the parser is for the command line and must
 * not reach the page.
 */
export function readPlanYaml(text: string): Parsed<Plan> {
	const tree = readYaml(text);
	return tree.ok ? parsePlan(tree.value) : tree;
}

/** One document of the YAML 1.2 core schema; numbers become numbers, and keys stay text. */
export function readYaml(text: string): Parsed<unknown> {
	const sized = checkSize(text);
	if (!sized.ok) return sized;
	if (deepest(text) > 4 * LIMITS.depth) {
		return failure('', `This plan nests deeper than ${LIMITS.depth} levels.`);
	}
	try {
		const lineCounter = new LineCounter();
		const document = parseDocument(text, { lineCounter, logLevel: 'error', strict: true });
		const fault = document.errors[0];
		if (fault !== undefined) {
			const { line, col } = lineCounter.linePos(fault.pos[0]);
			return failure('', `This is not valid YAML (line ${line}, column ${col}).`);
		}
		return checkTree(document.toJS({ maxAliasCount: MOST_ALIASES }));
	} catch {
		// Resolving recurses and refuses alias bombs by throwing; both are faults of the text.
		return failure('', 'This YAML nests too deep or repeats itself by too many aliases.');
	}
}

/** An upper bound of the nesting, before the parser recurses: open brackets, and dashes in a row. */
function deepest(text: string): number {
	let depth = 0;
	let most = 0;
	for (const char of text) {
		if (char === '[' || char === '{') most = Math.max(most, ++depth);
		else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
	}
	for (const [run] of text.matchAll(/^[ \t]*(?:[-?][ \t]+)+/gm)) {
		most = Math.max(most, run.replace(/[ \t]/g, '').length);
	}
	return most;
}
