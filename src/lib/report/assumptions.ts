import { inputAt } from '../engine/inputs.ts';
import type { Leaf } from '../plan/resolve/leaf.ts';
import type { ReportAssumption } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

/** One input as an assumption, with who says so. */
export function assumptionOf(path: string, leaf: Leaf, option?: string): ReportAssumption {
	const input = inputAt(path);
	return {
		id: option === undefined ? path : `${option}:${path}`,
		...(option === undefined ? {} : { option }),
		path,
		label: input?.label ?? path,
		value: leaf.value ?? (leaf.unset === true ? 'not set' : 'not available'),
		...(leaf.low === undefined ? {} : { low: leaf.low }),
		...(leaf.high === undefined ? {} : { high: leaf.high }),
		unit: input?.unit ?? '1',
		basis: leaf.basis,
		...(leaf.source === undefined ? {} : { source: leaf.source }),
		...(leaf.asOf === undefined ? {} : { asOf: leaf.asOf }),
		...(leaf.reason === undefined && leaf.note === undefined
			? {}
			: { reason: [leaf.reason, leaf.note].filter((text) => text !== undefined).join(' ') }),
		changed: leaf.changed,
		...(leaf.planPath === undefined ? {} : { planPath: leaf.planPath })
	};
}

/** Every input that some option uses: once where all agree, else per option. */
export function assumptionsOf({ options }: Worked): readonly ReportAssumption[] {
	const used = new Map<string, WorkedOption[]>();
	for (const worked of options) {
		for (const path of worked.run?.compiled.tape.leaves.keys() ?? []) {
			used.set(path, [...(used.get(path) ?? []), worked]);
		}
	}
	return [...used].flatMap(([path, users]) => {
		const leaves = users.flatMap(({ option }) => {
			const leaf = option.leaves.get(path);
			return leaf === undefined ? [] : [{ id: option.id, leaf }];
		});
		const [first, ...others] = leaves;
		if (first === undefined) return [];
		return others.every(({ leaf }) => sameLeaf(first.leaf, leaf))
			? [assumptionOf(path, first.leaf)]
			: leaves.map(({ id, leaf }) => assumptionOf(path, leaf, id));
	});
}

const sameLeaf = (a: Leaf, b: Leaf): boolean =>
	a.value === b.value &&
	a.low === b.low &&
	a.high === b.high &&
	a.source === b.source &&
	a.reason === b.reason;
