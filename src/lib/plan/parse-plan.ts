import { crossChecks } from './cross-checks.ts';
import { failure, success, type Parsed } from './parsed.ts';
import type { Plan } from './plan.ts';
import { problemsOf } from './problems.ts';
import { planSchema } from './schema.ts';
import { checkSize, checkTree } from './tree.ts';

/**
 * A plan from anything: every fault with its path and a sentence, or what the user wrote, built anew
 * field by field. Nothing is filled in.
 */
export function parsePlan(written: unknown): Parsed<Plan> {
	const tree = checkTree(written);
	if (!tree.ok) return tree;
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
	return json.ok ? checkTree(json.value) : json;
}

/** JSON whose size was checked already. */
export function parsedJson(text: string): Parsed<unknown> {
	try {
		return success<unknown>(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch (cause) {
		return failure('', `This is not valid JSON${placeOf(cause, text)}.`);
	}
}

/** Line and column, where the engine says a position. */
function placeOf(cause: unknown, text: string): string {
	const message = cause instanceof Error ? cause.message : '';
	const position = /at position (\d+)/.exec(message)?.[1];
	if (position === undefined) return /end of JSON/i.test(message) ? ': it ends too early' : '';
	const before = text.slice(0, Number(position)).split('\n');
	return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}
