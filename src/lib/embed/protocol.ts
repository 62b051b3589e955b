/**
 * Messages between an embed and the page around it (`conventions.md` §1.3). None carries a plan.
 *
 * `static/embed.js` and `static/embed-frame.js` speak the same words; they are written by hand to
 * stay under a kilobyte each, and `tests/e2e/once/embed-messages.spec.ts` holds them to these.
 */
export const PROTOCOL_VERSION = 1;

/** Heights outside are neither sent nor taken, CSS px. */
export const HEIGHT = { least: 120, most: 4000 } as const;

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Embed → host: how tall its content is. */
export interface HeightMessage {
	readonly type: 'meshup:height';
	readonly v: 1;
	/** What the loader called the frame; empty where there is none. */
	readonly id: string;
	/** Whole CSS px. */
	readonly height: number;
}

/** Host → embed. */
export type HostMessage =
	| { readonly type: 'meshup:theme'; readonly v: 1; readonly theme: Theme }
	| { readonly type: 'meshup:ping'; readonly v: 1 };

/** Asks an embed for its height. */
export const PING: HostMessage = { type: 'meshup:ping', v: PROTOCOL_VERSION };

const ID = /^[\w-]{0,40}$/;

type Fields = ReadonlyMap<string, unknown>;

/** The fields of a plain object that has exactly the keys named, in any order. */
function fieldsOf(message: unknown, keys: readonly string[]): Fields | undefined {
	if (typeof message !== 'object' || message === null || Array.isArray(message)) return undefined;
	const fields = new Map<string, unknown>(Object.entries(message));
	const isExact = fields.size === keys.length && keys.every((key) => fields.has(key));
	return isExact && fields.get('v') === PROTOCOL_VERSION ? fields : undefined;
}

export const clampHeight = (px: number): number =>
	Math.min(Math.max(Math.ceil(px), HEIGHT.least), HEIGHT.most);

export const heightMessage = (id: string, px: number): HeightMessage => ({
	type: 'meshup:height',
	v: PROTOCOL_VERSION,
	id: ID.test(id) ? id : '',
	height: clampHeight(px)
});

/** The same in the words of AMP, which other loaders know. */
export const ampMessage = (px: number) => ({
	sentinel: 'amp',
	type: 'embed-size',
	height: clampHeight(px)
});

/** A height, where the message is one to the letter; everything else is nobody's business. */
export function readHeight(message: unknown): HeightMessage | undefined {
	const fields = fieldsOf(message, ['type', 'v', 'id', 'height']);
	const [id, height] = [fields?.get('id'), fields?.get('height')];
	if (fields?.get('type') !== 'meshup:height') return undefined;
	if (typeof id !== 'string' || !ID.test(id)) return undefined;
	if (typeof height !== 'number' || !Number.isInteger(height)) return undefined;
	if (height < HEIGHT.least || height > HEIGHT.most) return undefined;
	return { type: 'meshup:height', v: 1, id, height };
}

/** What a host may tell an embed: a theme, or that it wants to know the height. */
export function readHostMessage(message: unknown): HostMessage | undefined {
	const ping = fieldsOf(message, ['type', 'v']);
	if (ping?.get('type') === 'meshup:ping') return { type: 'meshup:ping', v: 1 };
	const fields = fieldsOf(message, ['type', 'v', 'theme']);
	if (fields?.get('type') !== 'meshup:theme') return undefined;
	const theme = THEMES.find((known) => known === fields.get('theme'));
	return theme === undefined ? undefined : { type: 'meshup:theme', v: 1, theme };
}
