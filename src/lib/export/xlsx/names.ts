/** Defined names, unique without regard to case, as spreadsheets compare them. */
export class Names {
	readonly #taken = new Set<string>();

	/** "in.workload.groups.1.pods" of the path `workload.groups[0].pods`. */
	of(path: string, option: string | undefined): string {
		const item = path.replace(/\[(\d+)\]/g, (_, at: string) => `.${Number(at) + 1}`);
		const owner = option === undefined ? 'in' : `in_${option}`;
		const wanted = `${owner}.${item}`.replace(/[^A-Za-z0-9_.]/g, '_').slice(0, LONGEST);
		let name = wanted;
		for (let again = 2; this.#taken.has(name.toLowerCase()); again++) name = `${wanted}_${again}`;
		this.#taken.add(name.toLowerCase());
		return name;
	}
}

/** Excel allows 255; formulas of 500 characters want shorter ones. */
const LONGEST = 80;
