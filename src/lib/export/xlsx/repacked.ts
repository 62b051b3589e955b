import { unzipSync, zipSync, type Zippable } from 'fflate';

/** Earliest day that a zip can name. */
const DAY = '1980-01-01T00:00:00';

/**
 * The same workbook, packed so that its bytes are the same everywhere: engines deflate the same text
 * differently, and a zip holds the hour at which it was made, in the zone of its maker.
 */
export function repacked(xlsx: Uint8Array): Uint8Array<ArrayBuffer> {
	const entries = Object.entries(unzipSync(xlsx));
	const files: Zippable = Object.fromEntries(
		entries.map(([name, bytes]) => [name, [bytes, { level: 6, mtime: DAY }]])
	);
	return new Uint8Array(zipSync(files));
}
