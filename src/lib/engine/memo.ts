/**
 * Remembers what was made of an object, for as long as the object lives: figures belong to one file and
 * never change, so what is made of them is made once and not at each stroke.
 */
export function memo<K extends object, V extends object>(make: (from: K) => V): (from: K) => V {
	const known = new WeakMap<K, V>();
	return (from) => {
		const before = known.get(from);
		if (before !== undefined) return before;
		const made = make(from);
		known.set(from, made);
		return made;
	};
}
