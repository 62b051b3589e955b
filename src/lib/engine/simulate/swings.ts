import type { InputSpec } from '../after/draw-inputs.ts';
import type { Swing } from '../after/tornado.ts';
import { BLOCK } from './machine.ts';
import type { Prepared } from './prepare.ts';
import { roomFor } from './run-block.ts';

/** What every option costs with one input at an end of its range and all others central. */
export interface Swings {
	readonly central: ReadonlyMap<string, number>;
	/** By option; `path` is the name of the chance, which may serve inputs of several options. */
	readonly of: ReadonlyMap<string, readonly Swing[]>;
	/** The inputs behind a name: one for each range that is drawn from it. */
	readonly inputs: ReadonlyMap<string, readonly InputSpec[]>;
}

/** All options at the ends of every range (`model.md` §15): one sample an end, in one run. */
export function swingsOf({ assembly, runner, specs }: Prepared): Swings {
	const inputs = byChance(specs);
	const names = [...inputs.keys()].sort();
	const n = 1 + 2 * names.length;
	const columns = new Map(
		[...specs].map(([column, spec]) => {
			const values = new Float64Array(n).fill(within(spec, spec.central));
			const at = names.indexOf(spec.path);
			if (at >= 0) {
				values[1 + 2 * at] = within(spec, spec.low);
				values[2 + 2 * at] = within(spec, spec.high);
			}
			return [column, values] as const;
		})
	);
	const totals = roomFor(assembly, n, 0);
	for (let from = 0; from < n; from += BLOCK) runner.run(columns, from, totals);
	const found = assembly.outputs.map(({ id }, output) => {
		const spend = totals.spend[output] ?? new Float64Array(n);
		const swings = names.map((path, at) => ({
			path,
			atLow: spend[1 + 2 * at] ?? NaN,
			atHigh: spend[2 + 2 * at] ?? NaN
		}));
		return { id, central: spend[0] ?? NaN, swings };
	});
	return {
		central: new Map(found.map(({ id, central }) => [id, central] as const)),
		of: new Map(found.map(({ id, swings }) => [id, swings] as const)),
		inputs
	};
}

function byChance(specs: Prepared['specs']): ReadonlyMap<string, InputSpec[]> {
	const inputs = new Map<string, InputSpec[]>();
	for (const spec of specs.values()) {
		inputs.set(spec.path, [...(inputs.get(spec.path) ?? []), spec]);
	}
	return inputs;
}

const within = ({ domain }: InputSpec, value: number): number =>
	Math.min(domain?.max ?? Infinity, Math.max(domain?.min ?? -Infinity, value));
