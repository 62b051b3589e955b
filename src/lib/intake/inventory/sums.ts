import type { Resources } from './types.ts';

/** A running sum of requests that remembers how many had the figure at all. */
export class ResourceSum {
	#cpu = 0;
	#mem = 0;
	#cpuSet = 0;
	#memSet = 0;

	add({ cpu, memMiB }: Resources, times = 1): void {
		if (cpu !== undefined) {
			this.#cpu += cpu * times;
			this.#cpuSet += times;
		}
		if (memMiB !== undefined) {
			this.#mem += memMiB * times;
			this.#memSet += times;
		}
	}

	/** Sum; absent where nobody set the figure. */
	total(): Resources {
		return {
			cpu: this.#cpuSet > 0 ? this.#cpu : undefined,
			memMiB: this.#memSet > 0 ? this.#mem : undefined
		};
	}

	/** Mean over `count`, the unset ones reserving nothing; absent where nobody set the figure. */
	meanOver(count: number): Resources {
		const { cpu, memMiB } = this.total();
		return {
			cpu: cpu === undefined ? undefined : cpu / count,
			memMiB: memMiB === undefined ? undefined : memMiB / count
		};
	}

	/** Mean over those that have the figure. */
	meanOfSet(): Resources {
		return {
			cpu: this.#cpuSet > 0 ? this.#cpu / this.#cpuSet : undefined,
			memMiB: this.#memSet > 0 ? this.#mem / this.#memSet : undefined
		};
	}
}

/** Adds requests; absent only where both are. */
export function plus(a: Resources, b: Resources): Resources {
	const add = (x: number | undefined, y: number | undefined): number | undefined =>
		x === undefined && y === undefined ? undefined : (x ?? 0) + (y ?? 0);
	return { cpu: add(a.cpu, b.cpu), memMiB: add(a.memMiB, b.memMiB) };
}
