import { Decimal } from '../../engine/decimal.ts';
import { inputAt } from '../../engine/inputs.ts';
import type { Fault } from '../../engine/record.ts';
import type { Problem } from '../parsed.ts';
import type { Leaf } from './leaf.ts';

interface Refused {
	readonly leaves: ReadonlyMap<string, Leaf>;
	readonly faults: readonly Fault[];
}

interface Limit extends Problem {
	readonly most: Decimal;
}

/** Digits of a limit in words: it errs towards what is allowed. */
const DIGITS = 9;

/**
 * Numbers of the user's that are within their own range but lead to another that is not: told under his
 * name for them, with what they may be. He never wrote the other.
 */
export function beyond(options: readonly Refused[]): readonly Problem[] {
	const lowest = new Map<string, Limit>();
	for (const limit of options.flatMap(limitsOf)) {
		const known = lowest.get(limit.path);
		if (known === undefined || limit.most.lt(known.most)) lowest.set(limit.path, limit);
	}
	return [...lowest.values()].map(({ path, message }) => ({ path, message }));
}

function limitsOf({ leaves, faults }: Refused): readonly Limit[] {
	return faults.flatMap(({ code, path }): readonly Limit[] => {
		const { ratio, value } = leaves.get(path) ?? {};
		const input = inputAt(path);
		if (code !== 'INPUT_INVALID' || !ratio || value === undefined || !input) return [];
		const source = ratio.leaf ?? leaves.get(ratio.of);
		if (source?.changed !== true || source.planPath === undefined) return [];
		const most = new Decimal(input.domain.max)
			.div(ratio.central)
			.toSignificantDigits(DIGITS, Decimal.ROUND_DOWN);
		const what = `“${input.label}” follows from it, `;
		const message = new Decimal(value).gt(input.domain.max)
			? `${source.value} is too large: ${what}${ratio.central} times as much; allowed: at most ${most.toFixed()}.`
			: `${source.value} is too near to 0: ${what}${ratio.central} times as much; write 0 or more.`;
		return [{ path: source.planPath, message, most }];
	});
}
