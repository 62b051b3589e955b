import type { Problem } from './parsed.ts';

/** One sentence, and how often it was found beside the first place. */
export interface ToldOnce {
	/** Of the first place, which it names. */
	readonly message: string;
	/** Places beyond the first. */
	readonly more: number;
	/** The first of those, by name. */
	readonly others: readonly string[];
}

const EXAMPLES = 3;

/**
 * Problems that say the same of many places, each sentence once: only the place, what was read there
 * and numbers may differ. In the order in which the first of each was found.
 */
export function toldOnce(problems: readonly Problem[]): readonly ToldOnce[] {
	const groups = new Map<string, Problem[]>();
	for (const problem of problems) {
		const key = kindOf(problem);
		const group = groups.get(key);
		if (group) group.push(problem);
		else groups.set(key, [problem]);
	}
	return [...groups.values()].flatMap(([first, ...rest]) =>
		first === undefined
			? []
			: [{ message: placed(first), more: rest.length, others: examplesOf(rest) }]
	);
}

/** "…: the same 29 times more, such as in web-1 and web-2." */
export function moreWords({ more, others }: ToldOnce): string {
	if (more === 0) return '';
	const places = others.length === 0 ? '' : `, such as ${others.join(', ')}`;
	return ` The same ${more === 1 ? 'once' : `${more} times`} more${places}.`;
}

/** The sentence without what differs from place to place. */
function kindOf({ message }: Problem): string {
	return message
		.replace(/^(?:(?:line \d{1,9}|[^\s:]{1,300}): )+/, '')
		.replaceAll(/"[^"]*"/g, '""')
		.replaceAll(/\[[^\]]*\]/g, '[]')
		.replaceAll(/\d+/g, '0');
}

/** The sentence with its place, which it may name already. */
function placed({ path, message }: Problem): string {
	const named = path.split(' ').every((part) => message.includes(part));
	return named ? message : `${path}: ${message}`;
}

function examplesOf(problems: readonly Problem[]): readonly string[] {
	const places = problems.map(({ path }) => /^line \d{1,9}|^\S+/.exec(path)?.[0] ?? '');
	return [...new Set(places)].filter((place) => place !== '').slice(0, EXAMPLES);
}
