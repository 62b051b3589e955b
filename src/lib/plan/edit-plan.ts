import { PLAN_DEFAULTS } from './defaults.ts';
import { parsePlan } from './parse-plan.ts';
import type { Parsed } from './parsed.ts';
import type { Plan } from './plan.ts';

type Tree = Readonly<Record<string, unknown>>;

const isTree = (it: unknown): it is Tree =>
	typeof it === 'object' && it !== null && !Array.isArray(it);

/** A number with its range is one thing, not a group. */
const isGroup = (it: unknown): it is Tree => isTree(it) && !Object.hasOwn(it, 'value');

/** Patch over base: groups are merged, lists and numbers replaced. The result is checked as a whole. */
export function mergePlan(base: Plan, patch: Plan): Parsed<Plan> {
	return parsePlan(merged(fittingTo(base, patch), patch));
}

/** Sizes stand in groups or beside them, never both: the patch decides. */
function fittingTo({ workload, ...rest }: Plan, patch: Plan): Plan {
	if (workload === undefined || patch.workload === undefined) return { ...rest, ...kept(workload) };
	const { groups, ...one } = workload;
	const { pods, appCpu, appMemMiB, ...others } = workload;
	if (patch.workload.groups !== undefined) return { ...rest, workload: others };
	const single = [patch.workload.pods, patch.workload.appCpu, patch.workload.appMemMiB];
	const isSingle = single.some((size) => size !== undefined);
	return { ...rest, workload: isSingle ? one : workload };
}

const kept = (workload: Plan['workload']): Pick<Plan, 'workload'> =>
	workload === undefined ? {} : { workload };

function merged(base: unknown, patch: unknown): unknown {
	if (!isGroup(base) || !isGroup(patch)) return patch;
	const keys = new Set([...Object.keys(base), ...Object.keys(patch)]);
	return Object.fromEntries(
		[...keys].map((key) => {
			const [under, over] = [base[key], patch[key]];
			return [key, over === undefined ? under : merged(under, over)];
		})
	);
}

/**
 * The plan with a value at a path such as `workload.pods`, `workload.groups[0].pods` or
 * `overrides.linkerd.mesh.proxy.c1`; `undefined` takes it out, and groups that it empties.
 */
export function setAt(plan: Plan, path: string, value: unknown): Parsed<Plan> {
	return parsePlan(written(plan, keysOf(path), value) ?? {});
}

/** Keys of a plan path; input paths under `overrides` are one key, dots and all. */
export function keysOf(path: string): readonly string[] {
	const [, option, input] = /^overrides\.([^.]+)\.(.+)$/.exec(path) ?? [];
	if (option !== undefined && input !== undefined) return ['overrides', option, input];
	return path.replaceAll(/\[(\d+)\]/g, '.$1').split('.');
}

function written(tree: unknown, path: readonly string[], value: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(tree)) return inList(tree, Number(key), rest, value);
	const fields = new Map(isTree(tree) ? Object.entries(tree) : []);
	const next = written(fields.get(key), rest, value);
	if (next === undefined) fields.delete(key);
	else fields.set(key, next);
	return fields.size === 0 ? undefined : Object.fromEntries(fields);
}

function inList(
	list: readonly unknown[],
	at: number,
	rest: readonly string[],
	value: unknown
): unknown {
	const next = written(list[at], rest, value);
	if (next === undefined) return list.filter((_, index) => index !== at);
	return at >= list.length
		? [...list, next]
		: list.map((item, index) => (index === at ? next : item));
}

/** Nulls that say no more than leaving the field out. */
const EMPTY: ReadonlySet<string> = new Set([
	'workload.season',
	'finance.startMonth',
	'migration.from'
]);

/**
 * The plan without what an empty plan says anyway: fields equal to their default, and groups that
 * hold nothing. A number whose default has a range stays, for it says "exactly this".
 */
export function withoutDefaults(plan: Plan): Plan {
	const read = parsePlan(stripped(plan, '') ?? {});
	return read.ok ? read.value : plan;
}

function stripped(value: unknown, path: string): unknown {
	if (path === 'version' || (value === null && EMPTY.has(path))) return undefined;
	if (isGroup(value) && !path.startsWith('overrides.')) {
		const fields = Object.entries(value).flatMap(([key, child]) => {
			const left = stripped(child, path === '' ? key : `${path}.${key}`);
			return left === undefined ? [] : [[key, left] as const];
		});
		return fields.length === 0 ? undefined : Object.fromEntries(fields);
	}
	return isDefault(value, path) ? undefined : value;
}

function isDefault(value: unknown, path: string): boolean {
	const known = PLAN_DEFAULTS[path];
	if (known === undefined || known.low !== undefined) return false;
	return typeof value === 'number' ? Number(known.value) === value : known.value === value;
}
