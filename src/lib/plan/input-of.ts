import { inputAt, type Input } from '../engine/inputs.ts';

/** The input behind a path of our own tables. */
export function inputOf(path: string): Input {
	const input = inputAt(path);
	if (input === undefined) throw new Error(`No input is called ${path}.`);
	return input;
}
