/** Longest name in a table; longer ones lose their middle. */
const LONGEST = 64;

/** Keeps a mention or a reference from being made of user text: nothing is seen of it. */
const JOINER = '\u2060';

/** Text within GitHub-flavoured Markdown: nothing in it is markup, a mention, a reference or a break. */
export function markdownText(text: string): string {
	return text
		.replace(/\s+/g, ' ')
		.trim()
		.replace(/[\\`*_~[\]<>|&!]/g, '\\$&')
		.replace(/[@#](?=\S)/g, `$&${JOINER}`)
		.replace(/(https?:|www\.)/gi, `$1${JOINER}`);
}

/** The same for a name in a table. */
export const markdownName = (name: string): string => markdownText(cutMiddle(name));

function cutMiddle(text: string): string {
	const letters = [...text];
	if (letters.length <= LONGEST) return text;
	const half = Math.floor((LONGEST - 1) / 2);
	return `${letters.slice(0, half).join('')}…${letters.slice(-half).join('')}`;
}

export interface MarkdownColumn {
	readonly head: string;
	readonly numeric: boolean;
}

/** A table of cells that are Markdown already. */
export function markdownTable(
	columns: readonly MarkdownColumn[],
	rows: readonly (readonly string[])[]
): string {
	const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
	return (
		line(columns.map(({ head }) => head)) +
		line(columns.map(({ numeric }) => (numeric ? '---:' : '---'))) +
		rows.map(line).join('')
	);
}
