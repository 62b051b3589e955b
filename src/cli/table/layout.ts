/** Widest line: readable in a terminal beside an editor, and in a log. */
export const WIDTH = 100;

export interface TableColumn {
	readonly head: string;
	readonly cells: readonly string[];
}

/** Letters that terminals draw two columns wide. */
const WIDE =
	/[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

/** Columns that a terminal shows letters in; marks that combine take no place. */
const widthOf = (text: string): number =>
	[...text.replace(/\p{M}/gu, '')].reduce((sum, letter) => sum + (WIDE.test(letter) ? 2 : 1), 0);

export const padEnd = (text: string, width: number): string =>
	text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string =>
	' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** A word that has room, its last letters left out where it needs more. */
function cut(word: string, width: number): string {
	if (widthOf(word) <= width) return word;
	const letters = [...word];
	while (widthOf(letters.join('')) > width - 1) letters.pop();
	return `${letters.join('')}…`;
}

/** Words in lines of at most `width`; a longer word is cut. */
export function wrapped(text: string, width: number): readonly string[] {
	const lines: string[] = [];
	for (const word of text.split(/\s+/)) {
		const fitting = cut(word, width);
		const line = lines.at(-1);
		const longer = line === undefined ? fitting : `${line} ${fitting}`;
		if (line !== undefined && widthOf(longer) <= width) lines[lines.length - 1] = longer;
		else lines.push(fitting);
	}
	return lines;
}

/** A sentence after a mark, its further lines under the first. */
export function hanging(mark: string, text: string): string {
	const indent = ' '.repeat(widthOf(mark));
	return wrapped(text, WIDTH - widthOf(mark))
		.map((line, at) => `${at === 0 ? mark : indent}${line}\n`)
		.join('');
}

const GAP = 2;
const HEAD_WIDTH = 13;

interface Placed extends TableColumn {
	readonly width: number;
	readonly heads: readonly string[];
}

/**
 * Numbers by row and column, right-aligned, names on the left. Columns that do not fit side by side
 * go into a further table below.
 */
export function tableText(names: TableColumn, columns: readonly TableColumn[]): string {
	const left = placed(names, 34);
	const room = WIDTH - left.width;
	const blocks: Placed[][] = [];
	let taken = Infinity;
	for (const column of columns.map((each) => placed(each, HEAD_WIDTH))) {
		if (taken + column.width + GAP > room) {
			blocks.push([]);
			taken = 0;
		}
		blocks.at(-1)?.push(column);
		taken += column.width + GAP;
	}
	return blocks.map((block) => blockText(left, block)).join('\n');
}

function placed(column: TableColumn, most: number): Placed {
	const heads = wrapped(column.head, most);
	const width = Math.max(...[...heads, ...column.cells].map(widthOf), 1);
	return { ...column, heads, width };
}

function blockText(left: Placed, block: readonly Placed[]): string {
	const tall = Math.max(left.heads.length, ...block.map(({ heads }) => heads.length));
	const headLines = Array.from({ length: tall }, (_, at) => {
		const word = ({ heads }: Placed): string => heads[at - tall + heads.length] ?? '';
		return lineOf(word(left), left, block.map(word), block);
	});
	const rule = '─'.repeat(left.width + block.reduce((sum, { width }) => sum + width + GAP, 0));
	const body = left.cells.map((name, at) =>
		isRule(name)
			? rule
			: lineOf(
					name,
					left,
					block.map(({ cells }) => cells[at] ?? ''),
					block
				)
	);
	return [...headLines, rule, ...body].map((line) => `${line.trimEnd()}\n`).join('');
}

/** A row of this name is a line across. */
export const RULE = '\u0000';
const isRule = (name: string): boolean => name === RULE;

const lineOf = (
	name: string,
	left: Placed,
	cells: readonly string[],
	block: readonly Placed[]
): string =>
	padEnd(name, left.width) +
	cells.map((cell, at) => ' '.repeat(GAP) + padStart(cell, block[at]?.width ?? 0)).join('');
