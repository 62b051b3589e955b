import type { Cloud } from './cloud-schema.ts';
import type { Found } from './dated.ts';
import type { Figure } from './schema.ts';
import { qualified } from './sources.ts';

interface Measure {
	readonly unit: string;
	readonly quantity?: number | undefined;
	/** A remark on all values, said after that of the value itself. */
	readonly note?: string | undefined;
}

/** A found amount as a figure that says where it comes from. */
export function figureOf(cloud: Cloud, { amount, said }: Found, measure: Measure): Figure {
	const notes = [said.note, measure.note].filter((note) => note !== undefined);
	return {
		amount,
		unit: measure.unit,
		...(measure.quantity === undefined ? {} : { quantity: measure.quantity }),
		method: said.method,
		grade: said.grade,
		source: qualified(cloud, said.source),
		asOf: said.from,
		...(said.derivation === undefined ? {} : { derivation: said.derivation }),
		...(said.reason === undefined ? {} : { reason: said.reason }),
		...(notes.length === 0 ? {} : { note: notes.join(' ') })
	};
}
