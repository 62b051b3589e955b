import { nearest } from '../lib/engine/nearest.ts';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';
import { quoted } from '../lib/plan/text.ts';

export interface Args {
	readonly words: readonly string[];
	readonly flags: ReadonlyMap<string, string>;
}

/** Words and `--flag value` or `--flag=value`; a switch has no value; after `--` all are words. */
export function readArgs(
	argv: readonly string[],
	known: readonly string[],
	switches: readonly string[] = []
): Parsed<Args> {
	const words: string[] = [];
	const flags = new Map<string, string>();
	const rest = [...argv];
	for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
		if (word === '--') {
			words.push(...rest.splice(0));
		} else if (word.startsWith('-') && word !== '-') {
			const [name = '', written] = split(word);
			const isSwitch = switches.includes(name);
			if (!isSwitch && !known.includes(name)) return unknownFlag(name, [...known, ...switches]);
			if (isSwitch && written !== undefined) return failure('', `${name} takes no value.`);
			const value = isSwitch ? '' : (written ?? rest.shift());
			if (value === undefined) return failure('', `${name} needs a value.`);
			if (flags.has(name)) return failure('', `${name} is given twice.`);
			flags.set(name, value);
		} else words.push(word);
	}
	return success({ words, flags });
}

function split(word: string): readonly [string, string?] {
	const at = word.indexOf('=');
	return at < 0 ? [word] : [word.slice(0, at), word.slice(at + 1)];
}

function unknownFlag(name: string, known: readonly string[]): Parsed<never> {
	const near = nearest(name, known);
	const hint = near === undefined ? '' : `; did you mean ${near}?`;
	return failure('', `There is no option ${quoted(name)} here${hint === '' ? '.' : hint}`);
}
