import { SLIDERS, type EmbedAsk } from '../../embed/address.ts';
import { formGroups } from '../form-groups.ts';
import type { FormNumber } from '../form.ts';
import type { Scale } from '../scale.ts';

/** Moved where an address names fewer than two inputs. */
const USUAL = ['workload.pods', 'workload.edgeRps'] as const;

/** A tenth to ten times of what it is; per cent from 0 to 100. */
function scaleOf({ shift, fallback }: FormNumber): Scale | undefined {
	if (shift > 0) return { kind: 'linear', min: 0, max: 100, grain: 0.1 };
	const value = Number(fallback);
	if (!(value > 0)) return undefined;
	return { kind: 'log', min: Math.max(value / 10, 1), max: Math.max(value * 10, 10), grain: 2 };
}

/**
 * The inputs that a reader may move, with the value in force of each: those that the address names and
 * that are numbers of a plan, two at least. All others are locked, for they are not on the page.
 */
export function embedFields(
	{ inputs }: Pick<EmbedAsk, 'inputs'>,
	inForce: ReadonlyMap<string, string>
): readonly FormNumber[] {
	const numbers = formGroups({ known: inForce, lists: {}, taken: {} })
		.flatMap((group) => [...group.basic, ...group.more])
		.filter((field) => field.kind === 'number');
	const find = (path: string): readonly FormNumber[] =>
		numbers.filter((field) => field.path === path);
	const asked = inputs.flatMap(find);
	const shown = asked.length < SLIDERS.least ? USUAL.flatMap(find) : asked;
	return shown.map((field) => {
		const scale = field.scale ?? scaleOf(field);
		return scale === undefined ? field : { ...field, scale };
	});
}
