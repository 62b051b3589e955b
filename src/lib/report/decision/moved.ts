import { compile } from '../../engine/compile.ts';
import { sourcePath } from '../../engine/record.ts';
import type { Subject, Supply } from '../../engine/simulate/supply.ts';
import type { ResolvedOption } from '../../plan/resolve/resolve.ts';
import { OTHERWISE, SPEND } from '../book.ts';
import type { WorkedOption } from '../work-out.ts';

/** Inputs that move, by path; all others stay at their central value. */
export type Moved = ReadonlyMap<string, Supply>;

/**
 * An option of which some inputs move, with nodes billed by the share used: whole nodes would hide in
 * steps where two costs cross (`model.md` §14). Inputs that are a share of another follow it.
 */
export function movedSubject({ option, run }: WorkedOption, moved: Moved): Subject | undefined {
	if (run === undefined) return undefined;
	const { source, choices } = run.record;
	const rows =
		choices.billing === 'allocated' ? SPEND : SPEND.map((key) => BY_SHARE.get(key) ?? key);
	const valueOf = (path: string): number | undefined => run.values.get(path)?.toNumber();
	return {
		id: option.id,
		tape: run.compiled.tape,
		rows,
		supplyOf: (path) => supplyOf(option, moved, path, valueOf(path)),
		...(source === undefined
			? {}
			: {
					leaves: {
						tape: compile(source.choices).tape,
						supplyOf: (path) =>
							supplyOf(option, moved, sourcePath(path), source.values.get(path)?.toNumber())
					}
				})
	};
}

const BY_SHARE: ReadonlyMap<string, string> = new Map(Object.entries(OTHERWISE));

function supplyOf(
	option: ResolvedOption,
	moved: Moved,
	path: string,
	value: number | undefined
): Supply | undefined {
	const own = moved.get(path);
	if (own !== undefined) return own;
	const ratio = option.leaves.get(path)?.ratio;
	const of = ratio === undefined || ratio.leaf !== undefined ? undefined : moved.get(ratio.of);
	if (ratio !== undefined && of !== undefined) {
		const times = { kind: 'fixed', value: Number(ratio.central) } as const;
		return { kind: 'product', of, times, whole: ratio.whole === true };
	}
	return value === undefined ? undefined : { kind: 'fixed', value };
}
