import { unzlibSync } from 'fflate';

/** Bytes of the head of a WOFF, of an entry of its directory, and of the same in a plain font. */
const WOFF = { head: 44, entry: 20 } as const;
const PLAIN = { head: 12, entry: 16 } as const;

interface Table {
	readonly tag: number;
	readonly checksum: number;
	readonly bytes: Uint8Array;
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
	new DataView(buffer, byteOffset, byteLength);

function tablesOf(woff: Uint8Array): readonly Table[] {
	const view = viewOf(woff);
	return Array.from({ length: view.getUint16(12) }, (_, at) => {
		const entry = WOFF.head + at * WOFF.entry;
		const [from, packed] = [view.getUint32(entry + 4), view.getUint32(entry + 8)];
		const bytes = woff.subarray(from, from + packed);
		return {
			tag: view.getUint32(entry),
			checksum: view.getUint32(entry + 16),
			bytes: packed < view.getUint32(entry + 12) ? unzlibSync(bytes) : bytes
		};
	});
}

/**
 * A WOFF 1.0 font as the plain font that it wraps. The rasteriser reads no other, and the writer of
 * PDF would unpack a whole table for every letter.
 */
export function plainFont(woff: Uint8Array): Uint8Array<ArrayBuffer> {
	const tables = tablesOf(woff);
	const padded = (length: number): number => Math.ceil(length / 4) * 4;
	const bodies = tables.reduce((sum, { bytes }) => sum + padded(bytes.length), 0);
	const power = 2 ** Math.floor(Math.log2(tables.length));
	let offset = PLAIN.head + PLAIN.entry * tables.length;
	const font = new Uint8Array(offset + bodies);
	const view = viewOf(font);
	view.setUint32(0, viewOf(woff).getUint32(4));
	view.setUint16(4, tables.length);
	view.setUint16(6, power * PLAIN.entry);
	view.setUint16(8, Math.log2(power));
	view.setUint16(10, (tables.length - power) * PLAIN.entry);
	tables.forEach(({ tag, checksum, bytes }, at) => {
		const entry = PLAIN.head + at * PLAIN.entry;
		view.setUint32(entry, tag);
		view.setUint32(entry + 4, checksum);
		view.setUint32(entry + 8, offset);
		view.setUint32(entry + 12, bytes.length);
		font.set(bytes, offset);
		offset += padded(bytes.length);
	});
	return font;
}
