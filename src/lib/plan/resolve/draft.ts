import type { Leaf } from './leaf.ts';

type Json = string | number | boolean | null | JsonObject | Json[];
interface JsonObject {
	[key: string]: Json;
}

/** Gathers the leaves and choices of one record and writes it as JSON. */
export class RecordDraft {
	readonly leaves = new Map<string, Leaf>();
	readonly choices = new Map<string, string | boolean | null>();

	set(path: string, leaf: Leaf): void {
		this.leaves.set(isBareSeason(path) ? `${path}.value` : path, leaf);
	}

	/** Sets what is given, nothing for what is not. */
	setAll(entries: Readonly<Record<string, Leaf | undefined>>): void {
		for (const [path, leaf] of Object.entries(entries)) {
			if (leaf !== undefined) this.set(path, leaf);
		}
	}

	choose(path: string, value: string | boolean | null): void {
		this.choices.set(path, value);
	}

	get(path: string): Leaf | undefined {
		return this.leaves.get(path);
	}

	/** Whether anything stands below a path, such as `mesh.gateway`. */
	hasPart(part: string): boolean {
		for (const path of this.leaves.keys()) {
			if (path.startsWith(part) && path[part.length] === '.') return true;
		}
		return false;
	}

	/** A value as a number, for what is counted while the record is put together. */
	number(path: string): number {
		return Number(this.leaves.get(path)?.value ?? 0);
	}

	json(): JsonObject {
		const record: JsonObject = {};
		for (const [path, value] of this.choices) place(record, path, value);
		for (const [path, leaf] of this.leaves) {
			if (leaf.unwritten === true) continue;
			place(record, path.startsWith(SEASON) ? bareSeason(path) : path, leaf.value ?? null);
		}
		return record;
	}
}

/** Months of a season are plain numbers in the record, and `….value` where a formula names them. */
const SEASON = 'workload.season[';
const isBareSeason = (path: string): boolean => path.startsWith(SEASON) && path.endsWith(']');
const bareSeason = (path: string): string => path.replace(/\.value$/, '');

/** Puts a value at a path such as `workload.groups[0].pods`. */
function place(record: JsonObject, path: string, value: string | boolean | null): void {
	const keys = keysOf(path);
	let at: JsonObject | Json[] = record;
	for (const [position, key] of keys.entries()) {
		const last = position === keys.length - 1;
		const below: Json = last ? value : keys[position + 1]?.startsWith('[') === true ? [] : {};
		const next = child(at, key, below);
		if (next === undefined) return;
		at = next;
	}
}

const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 5000;

/** Paths are few and come again at every stroke: each is taken apart once. */
function keysOf(path: string): readonly string[] {
	const before = known.get(path);
	if (before !== undefined) return before;
	if (known.size >= MOST_KNOWN) known.clear();
	const keys = path.replaceAll('[', '.[').split('.');
	known.set(path, keys);
	return keys;
}

/** The child at a key, made where there is none; nothing where it is a plain value. */
function child(at: JsonObject | Json[], key: string, made: Json): JsonObject | Json[] | undefined {
	const existing = read(at, key);
	const plain = made === null || typeof made !== 'object';
	if (existing === undefined || existing === null || plain) write(at, key, made);
	const found = read(at, key);
	return typeof found === 'object' && found !== null ? found : undefined;
}

const index = (key: string): number => Number(key.slice(1, -1));

function read(at: JsonObject | Json[], key: string): Json | undefined {
	return Array.isArray(at) ? at[index(key)] : at[key];
}

function write(at: JsonObject | Json[], key: string, value: Json): void {
	if (!Array.isArray(at)) at[key] = value;
	else {
		// A place that is skipped is told like any other that holds no object.
		while (at.length < index(key)) at.push(null);
		at[index(key)] = value;
	}
}
