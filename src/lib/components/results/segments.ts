import type { Target } from './target.ts';

export interface Known {
	readonly text: string;
	readonly of: string;
	readonly target: Target;
}

export type Segment = { readonly text: string; readonly known?: Known };

/** Cuts a sentence at the figures that can be explained, each taken once, in order of appearance. */
export function segments(sentence: string, known: readonly Known[]): readonly Segment[] {
	const [first] = known
		.map((it) => ({ it, at: it.text === '' ? -1 : sentence.indexOf(it.text) }))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => a.at - b.at);
	if (first === undefined) return sentence === '' ? [] : [{ text: sentence }];
	const { it, at } = first;
	const rest = known.filter((other) => other !== it);
	return [
		...(at > 0 ? [{ text: sentence.slice(0, at) }] : []),
		{ text: it.text, known: it },
		...segments(sentence.slice(at + it.text.length), rest)
	];
}
