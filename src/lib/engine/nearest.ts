/** The known name that differs least from a mistyped one, if any comes near. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
	const wanted = typed.slice(0, 40).toLowerCase();
	const ranked = known
		.map((name) => ({ name, gap: distance(wanted, name.toLowerCase()) }))
		.sort((a, b) => a.gap - b.gap);
	const best = ranked[0];
	return best !== undefined && best.gap <= Math.max(2, wanted.length / 3) ? best.name : undefined;
}

/** Letters to insert, drop or change (Levenshtein). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			const change = (row[j - 1] ?? 0) + same;
			next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change);
		}
		row = next;
	}
	return row[b.length] ?? Infinity;
}
