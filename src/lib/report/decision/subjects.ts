import { compile } from '../../engine/compile.ts';
import type { InputSpec } from '../../engine/after/draw-inputs.ts';
import { distributionFault, type Distribution } from '../../engine/after/distributions.ts';
import { inputAt } from '../../engine/inputs.ts';
import { sourcePath, type ModelRecord } from '../../engine/record.ts';
import type { Subject, Supply } from '../../engine/simulate/supply.ts';
import type { Leaf, Ratio } from '../../plan/resolve/leaf.ts';
import type { ResolvedOption } from '../../plan/resolve/resolve.ts';
import type { WorkedOption } from '../work-out.ts';
import { chanceOf, correlationOf } from './chance.ts';

/** An option as a run takes it: its formulas, and for each input a number or a draw. */
export function subjectOf({ option, run }: WorkedOption): Subject | undefined {
	if (run === undefined) return undefined;
	const { source } = run.record;
	const fixed = (path: string): number | undefined => run.values.get(path)?.toNumber();
	return {
		id: option.id,
		tape: run.compiled.tape,
		supplyOf: (path) => supplyOf(option, path, fixed(path)),
		...(source === undefined ? {} : { leaves: leftBehind(option, source) })
	};
}

function leftBehind(option: ResolvedOption, source: ModelRecord): NonNullable<Subject['leaves']> {
	return {
		tape: compile(source.choices).tape,
		supplyOf: (path) => supplyOf(option, sourcePath(path), source.values.get(path)?.toNumber())
	};
}

function supplyOf(
	option: ResolvedOption,
	path: string,
	value: number | undefined
): Supply | undefined {
	const leaf = option.leaves.get(path);
	if (leaf?.value !== undefined) {
		const drawn = drawnOf(option, path, leaf);
		if (drawn !== undefined) return drawn;
	}
	return value === undefined ? undefined : { kind: 'fixed', value };
}

/** A draw, or a draw times another; nothing for an input that is one number. */
function drawnOf(option: ResolvedOption, path: string, leaf: Leaf): Supply | undefined {
	if (leaf.ratio !== undefined) return followed(option, path, leaf.ratio);
	if (leaf.low === undefined || leaf.high === undefined) return undefined;
	return { kind: 'drawn', spec: specOf(option, path, leaf) };
}

function followed(option: ResolvedOption, path: string, ratio: Ratio): Supply | undefined {
	const other = ratio.leaf ?? option.leaves.get(ratio.of);
	if (other?.value === undefined) return undefined;
	const of: Supply = drawnOf(option, ratio.of, other) ?? {
		kind: 'fixed',
		value: Number(other.value)
	};
	const spec: InputSpec = { path: `${path} as a share`, ...spreadOf(ratio, ratio.central) };
	const isDrawn = spec.distribution !== 'fixed';
	if (of.kind === 'fixed' && !isDrawn) return undefined;
	const times: Supply = isDrawn ? { kind: 'drawn', spec } : { kind: 'fixed', value: spec.central };
	return { kind: 'product', of, times, whole: ratio.whole === true };
}

function specOf(option: ResolvedOption, path: string, leaf: Leaf): InputSpec {
	const domain = inputAt(path)?.domain;
	const correlate = correlationOf(option, path);
	return {
		path: chanceOf(path, leaf),
		...spreadOf(leaf, leaf.value ?? ''),
		...(domain === undefined ? {} : { domain: { min: domain.min, max: domain.max } }),
		...(correlate === undefined ? {} : { correlate })
	};
}

interface Spread {
	readonly low?: string;
	readonly high?: string;
	readonly distribution: Distribution['distribution'];
}

/** A range that its distribution cannot take, such as a logarithm of 0, is judged like any other. */
function spreadOf(said: Spread, value: string): Distribution {
	const central = Number(value);
	const low = Number(said.low ?? value);
	const high = Number(said.high ?? value);
	const wanted = { distribution: said.distribution, low, central, high };
	if (distributionFault(wanted) === undefined) return wanted;
	const judged: Distribution = { ...wanted, distribution: 'pert' };
	return distributionFault(judged) === undefined ? judged : { ...wanted, distribution: 'fixed' };
}
