import { failure, success, type Parsed } from './parsed.ts';
import { DOCUMENT_WORDS, documentKindOf, isPlanOnly } from './document.ts';
import { parsedJson } from './parse-plan.ts';
import { checkTree } from './tree.ts';

/** Input records of `model.md` §2, as somebody wrote them. */
export interface WrittenRecords {
	/** They came as a list, and answers go out as one. */
	readonly isList: boolean;
	/** Each bounded on its own: one that is not leaves the others alone. */
	readonly records: readonly Parsed<unknown>[];
}

/** JSON text of one record or a list of them. The reader of the file bounds its size. */
export function readRecords(text: string): Parsed<WrittenRecords> {
	if (text.trim() === '') return failure('', 'There is nothing in it; a record is an object.');
	const json = parsedJson(text);
	if (!json.ok) return json;
	const written: readonly unknown[] = Array.isArray(json.value) ? json.value : [json.value];
	const records = written.map((record) => misplaced(record) ?? checkTree(record, 'This record'));
	return success({ isList: Array.isArray(json.value), records });
}

/** Another document of MeshUp where a record is expected: told as a whole, not field by field. */
function misplaced(written: unknown): Parsed<unknown> | undefined {
	const kind = documentKindOf(written);
	if (kind === undefined || kind === 'record') return undefined;
	if (kind === 'plan' && !isPlanOnly(written)) return undefined;
	return failure('', `This is ${DOCUMENT_WORDS[kind]}. An input record is expected here.`);
}
