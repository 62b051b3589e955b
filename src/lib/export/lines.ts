/** Width of a text in points. */
type Measure = (text: string) => number;

/** What rounding may add to a line that fits. */
const SLACK = 0.01;

/**
 * Text as lines that are at most `width` wide. It breaks at spaces; a word that no line holds, such
 * as an address, after its punctuation, and else anywhere. Sides of a no-break space stay together.
 */
export function linesOf(text: string, width: number, measure: Measure): readonly string[] {
	const room = width + SLACK;
	return text.split('\n').flatMap((paragraph) => {
		// What most cells hold: one line.
		if (measure(paragraph) <= room) return [paragraph];
		const lines: string[] = [];
		let line = '';
		const take = (part: string): void => {
			if (line !== '' && measure((line + part).trimEnd()) > room) {
				lines.push(line.trimEnd());
				line = '';
			}
			line += part;
		};
		for (const word of paragraph.split(/(?<= )(?=[^ ])/)) {
			if (measure(word.trimEnd()) <= room) take(word);
			else partsOf(word, room, measure).forEach(take);
		}
		return line === '' ? lines : [...lines, line.trimEnd()];
	});
}

/** A word in parts that fit: up to its punctuation, or as many letters as there is room for. */
const partsOf = (word: string, room: number, measure: Measure): readonly string[] =>
	word.split(/(?<=[-–/_.?&=,:])(?=[^\s\d])/).flatMap((part) => {
		if (measure(part.trimEnd()) <= room) return [part];
		const parts: string[] = [];
		let rest = '';
		for (const letter of part) {
			if (rest !== '' && measure(rest + letter) > room) {
				parts.push(rest);
				rest = '';
			}
			rest += letter;
		}
		return [...parts, rest];
	});
