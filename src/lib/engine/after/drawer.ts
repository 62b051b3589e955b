import { drawInputs, type DrawOptions, type Draws, type InputSpec } from './draw-inputs.ts';

/**
 * A drawer that remembers: an input whose range has not changed since the last call is not drawn
 * again. Its draws depend on nothing else, so they are the same arrays; nobody may write to them.
 *
 * Moving one slider then costs one input's draws instead of sixty.
 */
export function makeDrawer(
	options: Omit<DrawOptions, 'attempt'>
): (specs: readonly InputSpec[]) => Draws {
	let kept = new Map<string, { readonly key: string; readonly values: Float64Array }>();
	return (specs) => {
		const keyed = specs.map((spec) => ({ spec, key: JSON.stringify(spec) }));
		const changed = keyed.filter(({ spec, key }) => kept.get(spec.path)?.key !== key);
		const fresh = drawInputs(
			changed.map(({ spec }) => spec),
			options
		);
		kept = new Map(
			keyed.flatMap(({ spec: { path }, key }) => {
				const values = fresh.get(path) ?? kept.get(path)?.values;
				return values === undefined ? [] : [[path, { key, values }] as const];
			})
		);
		return new Map([...kept].map(([path, { values }]) => [path, values] as const));
	};
}
