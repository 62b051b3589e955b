import { deflateSync } from 'fflate';

/**
 * Raw deflate that gives the same bytes everywhere. The engines' own `CompressionStream` does not: a
 * browser and Node pack the same text differently, and a file that carries a link would differ too.
 */
export const packed = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
	new Uint8Array(deflateSync(bytes, { level: 9 }));
