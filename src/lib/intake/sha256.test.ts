import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashNames, sha256, Sha256 } from './sha256.ts';

describe('SHA-256', () => {
	it('gives the digests of FIPS 180-4 for "abc" and for 56 letters', () => {
		expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
		expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
			'248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1'
		);
	});

	it('equals the digest of Node for any bytes in any pieces', () => {
		fc.assert(
			fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 6 }), (parts) => {
				const ours = new Sha256();
				const theirs = createHash('sha256');
				for (const part of parts) {
					ours.update(part);
					theirs.update(part);
				}
				expect(ours.hex()).toBe(theirs.digest('hex'));
			})
		);
	});
});

describe('hashNames', () => {
	it('maps one name to one 12-character stand-in, another with another salt', () => {
		const map = hashNames('a');
		expect(map('checkout')).toBe(map('checkout'));
		expect(map('checkout')).toMatch(/^n-[0-9a-f]{10}$/);
		expect(map('checkout')).not.toBe(hashNames('b')('checkout'));
	});
});
