/** A whole number from 0 to `below` − 1. */
export type Random = (below: number) => number;

/** What readers stumble over: extremes, keys of the prototype, other types, brackets, other scripts. */
const TOKENS = [
	'"__proto__":{"polluted":1},',
	'"constructor":{"prototype":{"polluted":1}},',
	'null',
	'true',
	'[]',
	'{}',
	'-1',
	'1e308',
	'1e999',
	'-0',
	'NaN',
	'99999999999999999999',
	'0.0000000000000000000001',
	'""',
	'"1e3"',
	'"-5m"',
	'"100mc"',
	'\\u0000',
	'\u202e',
	'🙂',
	'\r\n',
	'\t',
	'---\n',
	'- - - - ',
	'&a [*a, *a]',
	'!!js/function ',
	'[[[[[[[[[[[[[[[[[[[[',
	'{"a":{"a":{"a":{"a":{"a":{"a":{"a":',
	'items:\n- ',
	'"items":[',
	',,,,',
	'%'
] as const;

/** One to four edits of a text: cut, repeat, replace, swap, insert, truncate. */
export function mutate(text: string, random: Random): string {
	let out = text;
	for (let edits = 1 + random(4); edits > 0; edits--) out = edit(out, random);
	return out;
}

function edit(text: string, random: Random): string {
	const from = random(text.length + 1);
	const to = Math.min(text.length, from + random(40));
	const token = TOKENS[random(TOKENS.length)] ?? '';
	switch (random(7)) {
		case 0:
			return text.slice(0, from) + text.slice(to);
		case 1:
			return text.slice(0, to) + text.slice(from);
		case 2:
			return text.slice(0, from) + token + text.slice(to);
		case 3:
			return text.slice(0, from) + token + text.slice(from);
		case 4:
			return text.slice(0, from) + String.fromCharCode(32 + random(95)) + text.slice(from + 1);
		case 5:
			return random(4) === 0 ? text.slice(0, from) : swapScalar(text, from, token);
		default:
			return swapScalar(text, from, token);
	}
}

/** Puts a token where the next value stands, so that the text stays well formed more often. */
function swapScalar(text: string, from: number, token: string): string {
	const rest = text.slice(from);
	const value = /(: ?|, ?|\[)("[^"]*"|-?[\d.]+|true|false|null)/.exec(rest);
	if (!value) return text;
	const start = from + value.index + (value[1]?.length ?? 0);
	return text.slice(0, start) + token + text.slice(start + (value[2]?.length ?? 0));
}
