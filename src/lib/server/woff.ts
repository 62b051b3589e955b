import { inflateSync } from 'node:zlib';

const HEAD = 44;
const ENTRY = 20;

interface Table {
	readonly tag: number;
	readonly checksum: number;
	readonly bytes: Uint8Array;
}

function tablesOf(woff: Buffer): readonly Table[] {
	return Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
		const entry = HEAD + at * ENTRY;
		const [from, packed] = [woff.readUInt32BE(entry + 4), woff.readUInt32BE(entry + 8)];
		const length = woff.readUInt32BE(entry + 12);
		const bytes = woff.subarray(from, from + packed);
		return {
			tag: woff.readUInt32BE(entry),
			checksum: woff.readUInt32BE(entry + 16),
			bytes: packed < length ? inflateSync(bytes) : bytes
		};
	});
}

/** A WOFF 1.0 font as the plain font that it wraps: the rasteriser reads no other. */
export function plainFont(woff: Buffer): Buffer {
	const tables = tablesOf(woff);
	const power = 2 ** Math.floor(Math.log2(tables.length));
	const head = Buffer.alloc(12 + 16 * tables.length);
	head.writeUInt32BE(woff.readUInt32BE(4), 0);
	head.writeUInt16BE(tables.length, 4);
	head.writeUInt16BE(power * 16, 6);
	head.writeUInt16BE(Math.log2(power), 8);
	head.writeUInt16BE((tables.length - power) * 16, 10);
	let offset = head.length;
	const bodies = tables.map(({ tag, checksum, bytes }, at) => {
		const entry = 12 + at * 16;
		head.writeUInt32BE(tag, entry);
		head.writeUInt32BE(checksum, entry + 4);
		head.writeUInt32BE(offset, entry + 8);
		head.writeUInt32BE(bytes.length, entry + 12);
		const padded = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
		padded.set(bytes);
		offset += padded.length;
		return padded;
	});
	return Buffer.concat([head, ...bodies]);
}
