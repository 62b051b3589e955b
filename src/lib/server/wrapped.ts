import { textWidth } from '../charts/text-width.ts';

/** A size of letters, and how many lines of it there is room for. */
export interface Setting {
	readonly size: number;
	readonly most: number;
}

interface Room {
	/** px. */
	readonly width: number;
	readonly weight: number;
	/** From the largest letters to the smallest that may be tried. */
	readonly settings: readonly [Setting, ...Setting[]];
}

export interface Wrapped {
	readonly size: number;
	readonly lines: readonly string[];
}

/** A reader's own font may be wider than the one that is measured. */
const SLACK = 0.83;

/**
 * A text broken between words in the largest letters in which all of it fits. What fits in none ends in
 * dots, in the smallest.
 */
export function wrapped(text: string, { width, weight, settings }: Room): Wrapped {
	let last: Wrapped = { size: settings[0].size, lines: [] };
	for (const { size, most } of settings) {
		const lines = broken(text, (line) => textWidth(line, size, weight) <= width * SLACK);
		if (lines.length <= most) return { size, lines };
		const kept = lines.slice(0, most);
		last = { size, lines: [...kept.slice(0, -1), `${kept.at(-1)?.slice(0, -1) ?? ''}…`] };
	}
	return last;
}

function broken(text: string, fits: (line: string) => boolean): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of text.split(/\s+/).filter((part) => part !== '')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && !fits(longer)) {
			lines.push(line);
			line = word;
		} else line = longer;
	}
	return line === '' ? lines : [...lines, line];
}
