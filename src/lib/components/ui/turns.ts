const waiting = new Set<() => void>();
let due = false;

/**
 * Does a piece of work in a task of its own, after those that were put before it: keys and paint come
 * between, so that no task of a starting page is long. What is returned takes the work back.
 */
export function inTurn(work: () => void): () => void {
	waiting.add(work);
	if (!due) wait();
	return () => void waiting.delete(work);
}

function wait(): void {
	due = true;
	setTimeout(() => {
		due = false;
		const [next] = waiting;
		if (next === undefined) return;
		waiting.delete(next);
		if (waiting.size > 0) wait();
		next();
	});
}
