import type { Catalog } from '../../catalog/catalog.ts';
import { readRecord } from '../../engine/read-record.ts';
import type { ModelRecord, Parsed } from '../../engine/record.ts';
import { rereadRecord, type Numbers } from '../../engine/reread-record.ts';
import type { RecordDraft } from './draft.ts';

/** The draft of an option as it was read last. */
interface Known {
	readonly draft: RecordDraft;
	readonly record: ModelRecord;
}

/** By catalog and option: a plan is read again at every stroke, with one new number. */
const latest = new WeakMap<Catalog, Map<string, Known>>();
const MOST_KEPT = 48;

/** The record of a draft: read as a whole, or as the last one of this option with other numbers. */
export function readDraft(draft: RecordDraft, id: string, catalog: Catalog): Parsed<ModelRecord> {
	const known = latest.get(catalog) ?? new Map<string, Known>();
	latest.set(catalog, known);
	const before = known.get(id);
	const changed = before && numbersChanged(before.draft, draft);
	const again = before && changed && rereadRecord(before.record, changed);
	const read = again === undefined ? readRecord(draft.json()) : { ok: true as const, value: again };
	if (!read.ok) return read;
	if (known.size >= MOST_KEPT) known.clear();
	known.set(id, { draft, record: read.value });
	return read;
}

/** Numbers in which two drafts differ; nothing where they differ in more than numbers. */
export function numbersChanged(before: RecordDraft, now: RecordDraft): Numbers | undefined {
	if (before.leaves.size !== now.leaves.size || before.choices.size !== now.choices.size) {
		return undefined;
	}
	for (const [path, choice] of now.choices) {
		if (!before.choices.has(path) || before.choices.get(path) !== choice) return undefined;
	}
	const changed = new Map<string, string>();
	for (const [path, leaf] of now.leaves) {
		const known = before.leaves.get(path);
		if (known === leaf) continue;
		if (known === undefined || known.unwritten !== leaf.unwritten) return undefined;
		if (leaf.unwritten === true || known.value === leaf.value) continue;
		if (known.value === undefined || leaf.value === undefined) return undefined;
		changed.set(path, leaf.value);
	}
	return changed;
}
