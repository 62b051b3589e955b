import { parseJson } from './json.ts';
import type { Limits } from './limits.ts';
import { ListSplitter } from './list-splitter.ts';
import type { Problem } from './parsed.ts';

/** A consumer of a file's bytes; `end` returns what it made of them. */
export interface Sink<T> {
	push(chunk: Uint8Array): void;
	end(): T;
}

export interface ListSinkOptions<T> {
	readonly path: readonly string[];
	readonly limits: Limits;
	readonly onItem: (item: unknown) => void;
	readonly onProblem: (problem: Problem) => void;
	readonly end: () => T;
}

/** Reads a large JSON list element by element; each is checked, handed over and forgotten. */
export function listSink<T>(options: ListSinkOptions<T>): Sink<T> {
	const { path, limits, onItem, onProblem, end } = options;
	const decoder = new TextDecoder();
	const splitter = new ListSplitter({
		path,
		limits,
		onItem: (bytes) => {
			const item = parseJson(decoder.decode(bytes), { ...limits, bytes: limits.itemBytes });
			if (item.ok) onItem(item.value);
			else
				for (const { path: inside, message } of item.errors)
					onProblem({ path: `${path.join('.')}[${splitter.items}] ${inside}`.trim(), message });
		}
	});
	return {
		push: (chunk) => splitter.push(chunk),
		end: () => {
			splitter.end();
			splitter.problems.forEach(onProblem);
			return end();
		}
	};
}
