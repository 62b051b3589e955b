import type { InputSpec } from '../after/draw-inputs.ts';
import { assemble, type Assembly } from './assemble.ts';
import { BlockRunner } from './run-block.ts';
import type { Subject } from './supply.ts';

/** Options ready to be run: simulated, swung or moved along an axis, all on one set of steps. */
export interface Prepared {
	readonly assembly: Assembly;
	readonly runner: BlockRunner;
	/** Inputs that some output reads, by column. */
	readonly specs: ReadonlyMap<string, InputSpec>;
}

export const prepare = (subjects: readonly Subject[], months: number): Prepared =>
	preparedFrom(assemble(subjects, months));

export function preparedFrom(assembly: Assembly): Prepared {
	const runner = new BlockRunner(assembly);
	const read = new Set(runner.columns);
	const specs = new Map([...assembly.specs].filter(([name]) => read.has(name)));
	return { assembly, runner, specs };
}
