import { crossChecks } from './cross-checks.ts';
import { DOCUMENT_WORDS, documentKindOf } from './document.ts';
import { failure, success, type Parsed } from './parsed.ts';
import type { Plan } from './plan.ts';
import { problemsOf } from './problems.ts';
import { flawOf, type Flaw } from './scan-json.ts';
import { planSchema } from './schema.ts';
import { quoted } from './text.ts';
import { checkSize, checkTree } from './tree.ts';

/**
 * A plan from anything: every fault with its path and a sentence, or what the user wrote, built anew
 * field by field. Nothing is filled in.
 */
export function parsePlan(written: unknown): Parsed<Plan> {
	const tree = checkTree(written);
	if (!tree.ok) return tree;
	const kind = documentKindOf(written);
	if (kind !== undefined && kind !== 'plan') {
		return failure('', `This is ${DOCUMENT_WORDS[kind]}. A plan is expected here.`);
	}
	const read = planSchema.safeParse(written);
	if (!read.success) {
		return { ok: false, errors: problemsOf(planSchema, written, read.error.issues) };
	}
	const plan: Plan = read.data;
	const faults = crossChecks(plan);
	return faults.length > 0 ? { ok: false, errors: faults } : success(plan);
}

/** A plan from JSON text of at most 256 KiB. */
export function readPlanText(text: string): Parsed<Plan> {
	const json = readJson(text);
	return json.ok ? parsePlan(json.value) : json;
}

/** Whatever the JSON says, bounded; a byte-order mark in front is passed over. */
export function readJson(text: string): Parsed<unknown> {
	const sized = checkSize(text);
	if (!sized.ok) return sized;
	const json = parsedJson(text);
	if (!json.ok) return json;
	const flaw = flawOf(plain(text));
	return flaw === undefined ? checkTree(json.value) : failure('', sentenceOf(flaw, text));
}

/** JSON whose size was checked already. */
export function parsedJson(text: string): Parsed<unknown> {
	try {
		return success<unknown>(JSON.parse(plain(text)));
	} catch {
		const flaw = flawOf(plain(text));
		return failure('', flaw === undefined ? 'This is not valid JSON.' : sentenceOf(flaw, text));
	}
}

const plain = (text: string): string => text.replace(/^\uFEFF/, '');

function sentenceOf({ at, kind, token }: Flaw, text: string): string {
	const before = plain(text).slice(0, at).split('\n');
	const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
	if (kind === 'duplicate') return `The key ${quoted(token)} is there twice (${place}): keep one.`;
	if (token === '') return `This is not valid JSON: it ends too early (${place}).`;
	return `This is not valid JSON: ${quoted(token)} is out of place (${place}).`;
}
