import {
	CHOICE_FIELDS,
	fieldsAt,
	isRemark,
	LIST_LIMITS,
	OPTIONAL_PARTS,
	type ChoiceField
} from './record-fields.ts';
import { choicesOf, type Raw } from './read-choices.ts';
import { readNumber, readChoice, quoted } from './read-values.ts';
import { INPUT_BY_PATH, INPUTS, isInput, LIST_INPUTS, type Input } from './inputs.ts';
import { nearest } from './nearest.ts';
import { remember } from './reread-record.ts';
import type { Decimal } from './decimal.ts';
import { sourcePath, type Fault, type ModelRecord, type Parsed } from './record.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Walks a record against the tables of its fields and gathers every fault. */
class Reader implements Raw {
	readonly values = new Map<string, Decimal>();
	readonly unset = new Set<string>();
	readonly written = new Set<string>();
	readonly parts = new Set<string>();
	readonly chosen = new Map<string, string | boolean>();
	readonly lists = new Map<string, number>();
	readonly faults: Fault[] = [];

	fault(path: string, message: string): void {
		if (this.faults.length >= MOST_FAULTS) return;
		const shown = path.length > MOST_PATH ? `${path.slice(0, MOST_PATH)}…` : path;
		const sentence = shown === '' ? message : `${shown}: ${message}`;
		this.faults.push({ code: 'INPUT_INVALID', path: shown, message: sentence });
	}

	record(json: unknown): void {
		if (!isObject(json)) return this.fault('', 'a record is an object');
		this.#object(json, '', INPUTS);
		for (const [path, input] of INPUT_BY_PATH) this.#fill(path, input);
	}

	#object(json: Json, path: string, table: Table): void {
		const prefix = path === '' ? '' : `${path}.`;
		for (const [key, value] of Object.entries(json)) {
			if (isName(key)) this.#field(value, `${prefix}${key}`, own(table, key), path, key);
			else this.#unknown(`${prefix}${key}`, path, key);
		}
	}

	#field(
		value: unknown,
		path: string,
		entry: Input | Table | undefined,
		parent: string,
		key: string
	): void {
		if (path === 'support.migration.source') return this.#source(value, path);
		if (Object.hasOwn(CHOICE_FIELDS, path)) return this.#choice(value, path);
		if (Object.hasOwn(LIST_LIMITS, path)) return this.#list(value, path);
		if (entry === undefined) return this.#unknown(path, parent, key);
		if (isInput(entry)) return this.#number(value, path, entry);
		this.#part(value, path, entry);
	}

	/** A field that the record does not have: named, unless it is a remark. */
	#unknown(path: string, parent: string, key: string): void {
		if (isRemark(parent, key) || this.faults.length >= MOST_FAULTS) return;
		const near = nearest(key, fieldsAt(parent));
		const hint = near === undefined ? '' : `; did you mean "${near}"?`;
		this.fault(path, `there is no such field${hint}`);
	}

	#part(value: unknown, path: string, table: Table): void {
		if (value === null && OPTIONAL_PARTS.has(path)) return;
		if (!isObject(value)) return this.fault(path, `${quoted(value)} is not an object`);
		this.parts.add(path);
		this.#object(value, path, table);
	}

	#source(value: unknown, path: string): void {
		if (value === null) return;
		if (!isObject(value)) return this.fault(path, `${quoted(value)} is not an object`);
		this.parts.add(path);
		for (const key of Object.keys(value)) {
			if (key !== 'mesh' && key !== 'licence') this.#unknown(`${path}.${key}`, path, key);
		}
		if (!Object.hasOwn(value, 'mesh')) this.fault(`${path}.mesh`, 'say which mesh is being left');
	}

	#choice(value: unknown, path: string): void {
		const field = CHOICE_FIELDS[path];
		if (field === undefined || (value === null && isNullable(field))) return;
		const read = readChoice(value, field);
		if (!read.ok) return this.fault(path, read.why);
		this.chosen.set(path, read.value);
		this.written.add(path);
	}

	#number(value: unknown, path: string, input: Input): void {
		this.written.add(path);
		if (value === null && input.unset) return void this.unset.add(path);
		if (value === null && input.sourced) return;
		const read = readNumber(value, input);
		if (read.ok) this.values.set(path, read.value);
		else this.fault(path, read.why);
	}

	#list(value: unknown, path: string): void {
		if (value === null && path !== 'workload.groups') return;
		if (!Array.isArray(value)) return this.fault(path, `${quoted(value)} is not a list`);
		const most = LIST_LIMITS[path] ?? 0;
		if (value.length > most) return this.fault(path, `${value.length} entries; at most ${most}`);
		if (path === 'workload.season' && value.length !== 12) {
			return this.fault(path, `${value.length} entries; a season has twelve`);
		}
		this.lists.set(path, value.length);
		const items: readonly unknown[] = value;
		items.forEach((item, at) => this.#item(item, path, at));
	}

	#item(item: unknown, list: string, at: number): void {
		const path = `${list}[${at}]`;
		const table = Object.entries(LIST_INPUTS).find(([name]) => name === list)?.[1];
		const inputs: Readonly<Record<string, Input>> = table ?? {};
		if (list === 'workload.season') {
			const input = inputs['value'];
			return input === undefined ? undefined : this.#number(item, `${path}.value`, input);
		}
		if (!isObject(item)) return this.fault(path, `${quoted(item)} is not an object`);
		for (const [key, value] of Object.entries(item)) {
			const input = Object.hasOwn(inputs, key) ? inputs[key] : undefined;
			if (input !== undefined) this.#number(value, `${path}.${key}`, input);
			else this.#itemChoice(value, list, path, key);
		}
		for (const [key, input] of Object.entries(inputs)) this.#fill(`${path}.${key}`, input);
	}

	#itemChoice(value: unknown, list: string, path: string, key: string): void {
		const field = own(CHOICE_FIELDS, `${list}.${key}`);
		if (field === undefined || !isName(key)) return this.#unknown(`${path}.${key}`, list, key);
		const read = readChoice(value, field);
		if (read.ok) this.chosen.set(`${path}.${key}`, read.value);
		else this.fault(`${path}.${key}`, read.why);
	}

	/** The default of a number that was left out. */
	#fill(path: string, input: Input): void {
		if (this.written.has(path)) return;
		if (input.unset && UNSET_WHEN_ABSENT.has(path.replace(/\[\d+\]/, ''))) {
			this.unset.add(path);
			return;
		}
		const read = readNumber(input.initial, input);
		if (read.ok) this.values.set(path, read.value);
	}
}

/** As many faults as anyone reads; more would only cost time. */
const MOST_FAULTS = 100;
const MOST_PATH = 120;

/** A field name; text with dots would pass for the path of another field. */
const isName = (key: string): boolean => /^\w{1,60}$/.test(key);

/** An entry of a table, never one of every object (`constructor`). */
const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
	Object.hasOwn(table, key) ? table[key] : undefined;

/** Dates may be open; everything else has a default to leave out for. */
const isNullable = (field: ChoiceField): boolean => field.is === 'month' || field.is === 'date';

/** Left out, these mean "not set", as null does; requests mean 0. */
const UNSET_WHEN_ABSENT: ReadonlySet<string> = new Set([
	'workload.visibleServices',
	'support.migration.oldMonthly',
	'mesh.taskProxy.steps.aboveReceivedRps',
	'mesh.taskProxy.steps.aboveServices',
	'mesh.taskProxy.steps.aboveTasks',
	'support.licence.tiers.upTo'
]);

type Table = { readonly [key: string]: Input | Table };

/** Reads one input record. Every fault names its field, quotes it and says what is allowed. */
export function readRecord(json: unknown): Parsed<ModelRecord> {
	const reader = new Reader();
	reader.record(json);
	const source = sourceRecord(json);
	if (source !== undefined && !source.ok) {
		// What both records share is told once.
		const apart = source.errors.map(underSource);
		const known = new Set(reader.faults.map((fault) => fault.path));
		reader.faults.push(...apart.filter((fault) => !known.has(fault.path)));
	}
	const choices = choicesOf(reader);
	for (const [path, message] of choices.faults) reader.fault(path, message);
	if (reader.faults.length > 0) return { ok: false, errors: reader.faults };
	const { values, written } = reader;
	const value = { choices: choices.value, values, written, source: source?.value };
	remember(value, { raw: reader, decisive: choices.decisive });
	return { ok: true, value };
}

const underSource = (fault: Fault): Fault => {
	const path = sourcePath(fault.path);
	return { ...fault, path, message: fault.message.replace(fault.path, path) };
};

type Source =
	{ ok: true; value: ModelRecord } | { ok: false; errors: readonly Fault[]; value?: undefined };

/** The same record with mesh and licence of the mesh being left (`model.md` §12). */
function sourceRecord(json: unknown): Source | undefined {
	if (!isObject(json)) return undefined;
	const support = json['support'];
	const migration = isObject(support) ? support['migration'] : undefined;
	const source = isObject(migration) ? migration['source'] : undefined;
	if (!isObject(support) || !isObject(source)) return undefined;
	const left = { ...support, licence: source['licence'] ?? null, migration: null };
	const read = readRecord({ ...json, mesh: source['mesh'], support: left });
	return read.ok ? { ok: true, value: read.value } : { ok: false, errors: read.errors };
}
