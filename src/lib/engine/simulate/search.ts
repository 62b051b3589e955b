const MOST_DOUBLINGS = 1000;

/**
 * The smallest whole count ≥ 1 whose need it meets, for each of n samples; 0 where a count of 1 needs
 * nothing, no number where the need is none. `needOf` reads `tried`.
 *
 * The same search as the graph's own: each sample doubles until its need is met, then halves.
 */
export function searchLeast(
	out: Float64Array,
	tried: Float64Array,
	n: number,
	needOf: () => Float64Array
): void {
	const low = new Float64Array(n);
	const high = new Float64Array(n).fill(1);
	const ask = (counts: Float64Array): Float64Array => {
		tried.set(counts);
		return needOf();
	};
	let need = ask(high).slice(0, n);
	const nothing = need.map((first) => (first <= 0 ? 1 : 0));
	let open = true;
	for (let turn = 0; turn < MOST_DOUBLINGS && open; turn++) {
		open = false;
		for (let i = 0; i < n; i++) {
			const count = high[i] ?? NaN;
			if (!((need[i] ?? NaN) > count)) continue;
			low[i] = count;
			high[i] = count * 2;
			open = true;
		}
		if (open) need = ask(high).slice(0, n);
	}
	halve(low, high, ask);
	for (let i = 0; i < n; i++) {
		const isNone = Number.isNaN(need[i]);
		out[i] = isNone ? NaN : nothing[i] === 1 ? 0 : (high[i] ?? NaN);
	}
}

function halve(
	low: Float64Array,
	high: Float64Array,
	ask: (counts: Float64Array) => Float64Array
): void {
	const middle = new Float64Array(low.length);
	for (;;) {
		let open = false;
		for (let i = 0; i < low.length; i++) {
			const at = Math.floor(((low[i] ?? NaN) + (high[i] ?? NaN)) / 2);
			const isInside = at > (low[i] ?? NaN) && at < (high[i] ?? NaN);
			middle[i] = isInside ? at : (high[i] ?? NaN);
			open ||= isInside;
		}
		if (!open) return;
		const need = ask(middle);
		for (let i = 0; i < low.length; i++) {
			const at = middle[i] ?? NaN;
			if (at === high[i]) continue;
			if ((need[i] ?? NaN) <= at) high[i] = at;
			else low[i] = at;
		}
	}
}
