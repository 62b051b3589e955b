let waiting: readonly (() => void)[] = [];
/** What the piece at work puts in, while it works. */
let within: (() => void)[] | undefined;
let due = false;

/**
 * Does a piece of work in a task of its own, after those that were put before it: keys and paint come
 * between, so that no task of a starting page is long. What a piece puts in itself comes next, for it
 * belongs to what has just begun. What is returned takes the work back.
 */
export function inTurn(work: () => void): () => void {
	if (within) within.push(work);
	else waiting = [...waiting, work];
	if (!due) wait();
	return () => {
		waiting = waiting.filter((one) => one !== work);
	};
}

function wait(): void {
	due = true;
	setTimeout(() => {
		due = false;
		const [next, ...others] = waiting;
		if (next === undefined) return;
		waiting = others;
		within = [];
		try {
			next();
		} finally {
			waiting = [...within, ...waiting];
			within = undefined;
			if (waiting.length > 0 && !due) wait();
		}
	});
}
