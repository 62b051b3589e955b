/** A broken promise between our own parts: a bug, never an answer to bad input. */
export function invariant(holds: boolean, message: string): asserts holds {
	if (!holds) throw new Error(`Invariant broken: ${message}`);
}
