import { failure, success, type Parsed } from '../plan/parsed.ts';

/** How much of a file is accepted; checked before or while it is read, never after. */
export interface Limits {
	/** Whole file, in bytes. */
	readonly bytes: number;
	/** One element of a streamed list, in bytes. */
	readonly itemBytes: number;
	/** Nesting of what is parsed at once. */
	readonly depth: number;
	/** Objects, lists and scalars of what is parsed at once. */
	readonly nodes: number;
}

const KIB = 1024;
const MIB = 1024 * KIB;

/** One result or one definition: the JSON import limits of `conventions.md` §5. */
export const SMALL: Limits = { bytes: 256 * KIB, itemBytes: 256 * KIB, depth: 16, nodes: 20_000 };

/**
 * Lists of a cluster's objects, read one element at a time. An object of the Kubernetes API cannot
 * pass 1.5 MiB; managed fields nest deeper than 16, so 64 holds for what is skipped and
 * `SMALL.depth` for what is kept.
 */
export const LISTS: Limits = { bytes: 256 * MIB, itemBytes: 1536 * KIB, depth: 64, nodes: 20_000 };

/** One YAML document or list element; its parser is a hundred times slower than that of JSON. */
export const YAML_PIECE: Limits = { ...LISTS, itemBytes: 256 * KIB };

/** Prometheus answers: the server allows 11,000 points a series, two scalars and a list each. */
export const SERIES: Limits = { bytes: 64 * MIB, itemBytes: 2 * MIB, depth: 16, nodes: 40_000 };

/** Line-oriented text: a row a request (hey) or a row a container (kubectl top). */
export const LINES: Limits = { bytes: 64 * MIB, itemBytes: 4 * KIB, depth: 1, nodes: 1_000_000 };

/** Files taken in one go. */
export const FILES_AT_ONCE = 200;

/** Refuses text above `limits.bytes`, counted as UTF-8. */
export function checkBytes(text: string, limits: Limits): Parsed<string> {
	// A unit of text is 3 bytes at most, so most texts need no count.
	if (text.length * 3 <= limits.bytes) return success(text);
	const bytes = text.length > limits.bytes ? text.length : utf8Bytes(text);
	if (bytes <= limits.bytes) return success(text);
	return failure('', `The file has ${bytes} bytes; at most ${limits.bytes} are read.`);
}

function utf8Bytes(text: string): number {
	let bytes = text.length;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		// A surrogate pair is 4 bytes in 2 units, so each half adds 1 to the unit already counted.
		if (code >= 0xd800 && code <= 0xdfff) bytes += 1;
		else if (code > 0x7ff) bytes += 2;
		else if (code > 0x7f) bytes += 1;
	}
	return bytes;
}
