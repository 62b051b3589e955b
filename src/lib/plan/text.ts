/** Longest name, label or note that a plan keeps (`conventions.md` §5). */
export const NAME_CHARS = 120;

/**
 * Text without control characters, bidirectional overrides and zero-width characters
 * (`conventions.md` §5), so that a name cannot disguise what is shown.
 */
export function cleaned(text: string): string {
	if (PLAIN.test(text)) return text.trim();
	let out = '';
	for (const char of text) if (!isHidden(char.codePointAt(0) ?? 0)) out += char;
	return out.trim();
}

/** Nearly every name of a cluster is of this kind, and a cluster has many. */
const PLAIN = /^[ -~]*$/;

const HIDDEN: readonly (readonly [first: number, last: number])[] = [
	[0x00, 0x1f],
	[0x7f, 0x9f],
	[0xad, 0xad],
	[0x061c, 0x061c],
	[0x180e, 0x180e],
	[0x200b, 0x200f],
	[0x2028, 0x202e],
	[0x2060, 0x206f],
	[0xd800, 0xdfff],
	[0xfeff, 0xfeff],
	[0xfff9, 0xfffb],
	[0xe0000, 0xe007f]
];

const isHidden = (code: number): boolean =>
	HIDDEN.some(([first, last]) => code >= first && code <= last);

const QUOTED_CHARS = 40;

/** What was written, short and on one line, for a message. */
export function quoted(value: unknown, most = QUOTED_CHARS): string {
	if (typeof value === 'string') {
		const shown = cleaned(value.slice(0, 4 * most));
		const cut = shown.length > most || value.length > 4 * most;
		return `"${shown.slice(0, most)}${cut ? '…' : ''}"`;
	}
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** `a, b and c`, shortened when there are many. */
export function listed(names: readonly string[], most = 12): string {
	const shown = names.slice(0, most);
	const more = names.length - shown.length;
	if (more > 0) return `${shown.join(', ')} and ${more} more`;
	const last = shown.pop();
	if (last === undefined) return 'nothing';
	return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}
