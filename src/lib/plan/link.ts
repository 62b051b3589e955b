import { canonicalJson } from './canonical.ts';
import { fromBase64url, toBase64url } from './link/base64url.ts';
import { crc32 } from './link/crc32.ts';
import { inflated } from './link/inflate.ts';
import { packed as packedBytes } from './link/pack.ts';
import { readJson, parsePlan } from './parse-plan.ts';
import { failure, type Parsed } from './parsed.ts';
import type { Plan } from './plan.ts';
import { LIMITS } from './tree.ts';

/**
 * State of a link (`conventions.md` §2): one byte of version, two of length, four of checksum, then
 * the plan as canonical JSON in raw deflate; all of it in base64url. Defaults are not in it.
 */
export const LINK_VERSION = 1;

/** Characters of an encoded plan. */
export const LINK_LIMITS = { aim: 2000, make: 8000, read: 16 * 1024 } as const;

const HEAD = 7;

/** What a later version did to plans: version n → n + 1. Entries are never removed. */
const MIGRATIONS: ReadonlyMap<number, (plan: unknown) => unknown> = new Map();

export async function encodePlan(plan: Plan): Promise<string> {
	const packed = packedBytes(new TextEncoder().encode(canonicalJson(plan)));
	const bytes = new Uint8Array(HEAD + packed.length);
	const view = new DataView(bytes.buffer);
	view.setUint8(0, LINK_VERSION);
	view.setUint16(1, Math.min(packed.length, 0xffff));
	view.setUint32(3, crc32(packed));
	bytes.set(packed, HEAD);
	return toBase64url(bytes);
}

/** Why a link should not be made of it, or what to say beside it. */
export function linkAdvice(encoded: string): string | undefined {
	const { aim, make } = LINK_LIMITS;
	if (encoded.length > make) {
		return `This plan is too long for a link (${encoded.length} characters, at most ${make}): save it as a file.`;
	}
	return encoded.length > aim
		? `This link has ${encoded.length} characters; some programs cut links above ${aim}.`
		: undefined;
}

/** The plan, or one sentence that names the fault. Nothing is half applied. */
export async function decodePlan(encoded: string): Promise<Parsed<Plan>> {
	if (encoded === '') return failure('', 'This link holds no plan.');
	if (encoded.length > LINK_LIMITS.read) {
		return failure(
			'',
			`This link is too long: ${encoded.length} characters, at most ${LINK_LIMITS.read} are read.`
		);
	}
	const bytes = fromBase64url(encoded);
	if (bytes === undefined) {
		return /^[\w-]*$/.test(encoded)
			? failure('', CUT_OFF)
			: failure('', 'This link holds characters that do not belong there.');
	}
	return unpacked(bytes);
}

const CUT_OFF = 'This link is cut off: its end is missing.';

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<Parsed<Plan>> {
	if (bytes.length < HEAD) return failure('', CUT_OFF);
	const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD);
	const version = head.getUint8(0);
	if (version > LINK_VERSION) {
		return failure(
			'',
			`This link was made by a newer version of MeshUp (${version}; this one reads ${LINK_VERSION}).`
		);
	}
	if (version === 0) return failure('', 'This link was not made by MeshUp.');
	const packed = bytes.slice(HEAD);
	if (packed.length < head.getUint16(1)) return failure('', CUT_OFF);
	if (packed.length > head.getUint16(1) || crc32(packed) !== head.getUint32(3)) {
		return failure('', 'This link was changed on its way: its checksum does not match.');
	}
	const text = await inflated(packed, LIMITS.bytes);
	if (text === undefined) return failure('', 'This link does not unpack to a plan.');
	const json = readJson(new TextDecoder().decode(text));
	return json.ok ? parsePlan(migrated(json.value, version)) : json;
}

function migrated(plan: unknown, from: number): unknown {
	let now = plan;
	for (let version = from; version < LINK_VERSION; version++) {
		now = MIGRATIONS.get(version)?.(now) ?? now;
	}
	return now;
}

/** The encoded plan in an address: after `#s=`, or else in `?s=`. */
export function stateIn(address: string): string | undefined {
	const [, fragment = ''] = address.split('#', 2);
	const [, query = ''] = (address.split('#', 1)[0] ?? '').split('?', 2);
	return new URLSearchParams(fragment).get('s') ?? new URLSearchParams(query).get('s') ?? undefined;
}

/** Whether a word on the command line is a link and not the name of a file. */
export const isLink = (text: string): boolean =>
	/^https?:\/\//i.test(text) || /^[#?](?:.{0,200}&)?s=/.test(text);

/** The plan of a whole link, or of the part from `#s=` on. */
export function readPlanLink(address: string): Promise<Parsed<Plan>> {
	const state = stateIn(address.trim());
	return state === undefined
		? Promise.resolve(failure('', 'This link holds no plan: it has no part "#s=…".'))
		: decodePlan(state);
}
