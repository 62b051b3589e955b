import { INPUT_BY_PATH, inputAt, LIST_INPUTS } from '../engine/inputs.ts';
import { nearest } from '../engine/nearest.ts';
import { CHOICE_FIELDS, LIST_LIMITS } from '../engine/record-fields.ts';
import type { Overrides, PlanNumber } from './plan.ts';
import type { Problem } from './parsed.ts';
import { readPlanNumber } from './plan-number.ts';
import { quoted } from './text.ts';

/** Most overrides of one option: more is not a plan but a catalog of its own. */
const MOST = 200;

type Read = { readonly value: Overrides } | { readonly problems: readonly Problem[] };

/** Numbers by input path (`model.md` §2), in the order in which they were written. */
export function readOverrides(written: unknown): Read {
	if (typeof written !== 'object' || written === null || Array.isArray(written)) {
		const message = `${quoted(written)} is not an object of input paths and numbers.`;
		return { problems: [{ path: '', message }] };
	}
	const entries: readonly (readonly [string, unknown])[] = Object.entries(written);
	if (entries.length > MOST) {
		const message = `${entries.length} entries; at most ${MOST} are read.`;
		return { problems: [{ path: '', message }] };
	}
	const problems: Problem[] = [];
	const numbers: (readonly [string, PlanNumber])[] = [];
	for (const [path, value] of entries) {
		const why = refusal(path);
		const input = inputAt(path);
		if (why !== undefined || input === undefined) {
			problems.push({ path, message: why ?? 'There is no such input.' });
			continue;
		}
		const read = readPlanNumber(value, input);
		if ('value' in read) numbers.push([path, read.value]);
		else problems.push(...read.problems.map((problem) => under(path, problem)));
	}
	return problems.length > 0 ? { problems } : { value: Object.fromEntries(numbers) };
}

const under = (path: string, problem: Problem): Problem => ({
	path: problem.path === '' ? path : `${path}.${problem.path}`,
	message: problem.message
});

/** Why a path cannot be overridden, if it cannot. */
function refusal(path: string): string | undefined {
	if (path === 'time.months') return 'All options share one horizon: set finance.months.';
	if (Object.hasOwn(CHOICE_FIELDS, path))
		return `${quoted(path)} is a choice; only numbers are overridden.`;
	const [, list, at] = /^(.{1,60})\[(\d{1,4})\]/.exec(path) ?? [];
	if (list !== undefined && Number(at) >= (LIST_LIMITS[list] ?? 0)) {
		return `${quoted(path)} is beyond the end of that list.`;
	}
	if (inputAt(path) !== undefined) return undefined;
	const near = nearest(path, overridable);
	const hint = near === undefined ? '' : `; did you mean "${near}"?`;
	return `There is no input ${quoted(path)}${hint === '' ? '.' : hint}`;
}

const overridable: readonly string[] = [
	...INPUT_BY_PATH.keys(),
	...Object.entries(LIST_INPUTS).flatMap(([list, item]) =>
		Object.keys(item).map((key) => `${list}[0].${key}`)
	)
];
