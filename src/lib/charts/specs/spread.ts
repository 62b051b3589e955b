/**
 * Moves labels apart so that neighbours keep `gap`, each as near its wanted place as its order
 * allows. Labels that are not there stay so.
 */
export function spread(
	wanted: readonly (number | undefined)[],
	gap: number
): readonly (number | undefined)[] {
	const order = wanted
		.map((at, index) => ({ at, index }))
		.filter((it): it is { at: number; index: number } => it.at !== undefined)
		.sort((a, b) => a.at - b.at);
	const placed = wanted.slice();
	let cluster: { index: number; at: number }[] = [];
	let floor = -Infinity;
	const settle = (): void => {
		const mean = cluster.reduce((sum, it) => sum + it.at, 0) / cluster.length;
		const start = Math.max(mean - ((cluster.length - 1) * gap) / 2, floor);
		cluster.forEach((it, i) => (placed[it.index] = start + i * gap));
		floor = start + cluster.length * gap;
	};
	for (const it of order) {
		const last = cluster.at(-1);
		if (last !== undefined && it.at - last.at >= gap) {
			settle();
			cluster = [];
		}
		cluster.push(it);
	}
	if (cluster.length > 0) settle();
	return placed;
}
