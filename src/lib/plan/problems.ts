import * as z from 'zod/mini';
import { nearest } from '../engine/nearest.ts';
import type { Problem } from './parsed.ts';
import { listed, quoted } from './text.ts';

type Path = readonly PropertyKey[];

/** `workload.groups[0].pods`. */
export const pathText = (path: Path): string =>
	path.reduce<string>((text, key) => {
		if (typeof key === 'number') return `${text}[${key}]`;
		return text === '' ? String(key) : `${text}.${String(key)}`;
	}, '');

const valueAt = (root: unknown, path: Path): unknown => {
	let here = root;
	for (const key of path) {
		if (typeof here !== 'object' || here === null) return undefined;
		here = Object.entries(here).find(([name]) => name === String(key))?.[1];
	}
	return here;
};

type Schema = z.core.$ZodType;

/** The schema of what stands at a path, without "optional" and "or null". */
function schemaAt(schema: Schema | undefined, path: Path): Schema | undefined {
	let here = bare(schema);
	for (const key of path) {
		if (here instanceof z.ZodMiniObject) here = bare(childOf(here.shape, String(key)));
		else if (here instanceof z.ZodMiniArray) here = bare(here.def.element);
		else return undefined;
	}
	return here;
}

const childOf = (shape: Readonly<Record<string, Schema>>, key: string): Schema | undefined =>
	Object.entries(shape).find(([name]) => name === key)?.[1];

function bare(schema: Schema | undefined): Schema | undefined {
	let here = schema;
	while (here instanceof z.ZodMiniExactOptional || here instanceof z.ZodMiniNullable) {
		here = here.def.innerType;
	}
	return here;
}

/** What zod found, in our sentences: each quotes the input and says what is allowed. */
export function problemsOf(
	schema: Schema,
	root: unknown,
	issues: readonly z.core.$ZodIssue[]
): readonly Problem[] {
	return issues.flatMap((issue) => {
		if (issue.code === 'unrecognized_keys') return unknownKeys(schema, issue.path, issue.keys);
		const path = pathText(issue.path);
		const value = valueAt(root, issue.path);
		if (issue.code === 'invalid_value' && path === 'version') {
			return [{ path, message: versionFault(value) }];
		}
		if (issue.code !== 'invalid_type') return [{ path, message: issue.message }];
		if (value === undefined) return [{ path, message: 'This field is missing.' }];
		const wanted = issue.expected === 'array' ? 'a list' : 'an object with fields';
		return [{ path, message: `${quoted(value)} is not ${wanted}.` }];
	});
}

/** Plans of later versions are refused, not half read. */
function versionFault(value: unknown): string {
	return typeof value === 'number' && value > 1
		? `Version ${value} was made by a newer version of MeshUp; this one reads version 1.`
		: `${quoted(value)} is not a version of the plan file; this one reads version 1.`;
}

function unknownKeys(schema: Schema, path: Path, keys: readonly string[]): readonly Problem[] {
	const found = schemaAt(schema, path);
	const known = found instanceof z.ZodMiniObject ? Object.keys(found.shape) : [];
	const place = path.length === 0 ? 'a plan' : pathText(path);
	return keys.map((key) => {
		const near = nearest(key, known);
		const hint = near === undefined ? `; it has ${listed(known, 8)}.` : `; did you mean "${near}"?`;
		const message = `There is no field ${quoted(key)} in ${place}${hint}`;
		return { path: pathText([...path, key]), message };
	});
}
