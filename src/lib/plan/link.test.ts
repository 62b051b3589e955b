import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import golden from '../../../tests/cases/links-v1.json' with { type: 'json' };
import { toBase64url } from './link/base64url.ts';
import { plans } from './link/arbitrary-plan.ts';
import { crc32 } from './link/crc32.ts';
import { packed as packedBytes } from './link/pack.ts';
import { decodePlan, encodePlan, isLink, linkAdvice, readPlanLink, stateIn } from './link.ts';

const sentence = async (encoded: string): Promise<string | undefined> => {
	const read = await decodePlan(encoded);
	return read.ok ? undefined : read.errors[0]?.message;
};

/** A link by hand: version, length, checksum, payload. */
async function linkOf(text: string, version = 1): Promise<string> {
	const packed = packedBytes(new TextEncoder().encode(text));
	const bytes = new Uint8Array(7 + packed.length);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, version);
	view.setUint16(1, packed.length);
	view.setUint32(3, crc32(packed));
	bytes.set(packed, 7);
	return toBase64url(bytes);
}

describe('a link', () => {
	it('gives the plan back that it was made of', async () => {
		await fc.assert(
			fc.asyncProperty(plans, async (plan) => {
				expect(await decodePlan(await encodePlan(plan))).toEqual({ ok: true, value: plan });
			}),
			{ numRuns: 200 }
		);
	});

	it('is the same for equal plans, however their keys are ordered', async () => {
		const one = { name: 'a', workload: { pods: 1, azs: 2 } };
		const other = { workload: { azs: 2, pods: 1 }, name: 'a' };
		expect(await encodePlan(one)).toBe(await encodePlan(other));
	});

	it.each(golden)('of version 1 loads for ever: $name', async ({ link, plan }) => {
		expect(await readPlanLink(link)).toEqual({ ok: true, value: plan });
	});

	it('stays far below 2000 characters with ten numbers', async () => {
		const workload = { pods: 120, services: 31, edgeRps: 4200, payloadKiB: 12, azs: 2 };
		const finance = { months: 24, discountAnnual: 0.08, startMonth: '2027-04' };
		const encoded = await encodePlan({ name: 'Checkout platform', workload, finance });
		expect(encoded.length).toBeLessThan(300);
		expect(linkAdvice(encoded)).toBeUndefined();
	});
});

describe('a link that is wrong', () => {
	it('cut off anywhere is told from one that was changed', async () => {
		const encoded = await encodePlan({ name: 'Checkout', workload: { pods: 123 } });
		for (let length = 1; length < encoded.length; length++) {
			expect(await sentence(encoded.slice(0, length))).toBe(
				'This link is cut off: its end is missing.'
			);
		}
	});

	it('with any one character of its payload changed fails its checksum', async () => {
		const encoded = await encodePlan({ workload: { pods: 123 } });
		for (let at = 10; at < encoded.length - 1; at++) {
			const other = encoded[at] === 'A' ? 'B' : 'A';
			expect(await sentence(encoded.slice(0, at) + other + encoded.slice(at + 1))).toBe(
				'This link was changed on its way: its checksum does not match.'
			);
		}
	});

	it.each([
		['', 'This link holds no plan.'],
		['AAAA', 'This link is cut off: its end is missing.'],
		['AAAAAAAAAAAAAAAA', 'This link was not made by MeshUp.'],
		['AQ<script>', 'This link holds characters that do not belong there.'],
		['A'.repeat(16_385), 'This link is too long: 16385 characters, at most 16384 are read.']
	])('%.20j: one sentence', async (encoded, words) => {
		expect(await sentence(encoded)).toBe(words);
	});

	it('of version 2 was made by a newer version', async () => {
		expect(await sentence(await linkOf('{}', 2))).toBe(
			'This link was made by a newer version of MeshUp (2; this one reads 1).'
		);
	});

	it('that unpacks to 10 MB is not unpacked', async () => {
		const bomb = await linkOf(' '.repeat(10_000_000));
		expect(bomb.length).toBeLessThan(16_384);
		expect(await sentence(bomb)).toBe('This link does not unpack to a plan.');
	});

	it('with a plan out of range loads nothing of it', async () => {
		const read = await decodePlan(await linkOf('{"workload":{"pods":5,"azs":0}}'));
		expect(read).toMatchObject({ ok: false, errors: [{ path: 'workload.azs' }] });
	});

	it('above 8000 characters is not made, above 2000 is warned of', () => {
		expect(linkAdvice('x'.repeat(8001))).toContain('save it as a file');
		expect(linkAdvice('x'.repeat(2001))).toContain('2001 characters');
	});
});

describe('an address', () => {
	it.each([
		['https://example.org/#s=abc', 'abc'],
		['https://example.org/embed?theme=dark&s=abc', 'abc'],
		['https://example.org/?s=query#s=fragment', 'fragment'],
		['#s=abc&v=cost', 'abc']
	])('%s holds the state %s', (address, state) => {
		expect(stateIn(address)).toBe(state);
		expect(isLink(address)).toBe(true);
	});

	it.each(['plan.json', '-', './s=1.yaml', 'C:\\plan.yaml'])('%s is no link', (word) => {
		expect(isLink(word)).toBe(false);
	});

	it('without a plan says so', async () => {
		expect(await readPlanLink('https://example.org/')).toMatchObject({
			ok: false,
			errors: [{ message: 'This link holds no plan: it has no part "#s=…".' }]
		});
	});
});
