import { FACTORS } from '../engine/graph/units.ts';

const ORDER: ReadonlyMap<string, number> = new Map(FACTORS.map((factor, index) => [factor, index]));

function ordered(side: string): boolean {
	let last = -1;
	for (const factor of side.split('-')) {
		const place = ORDER.get(factor);
		if (place === undefined || place < last) return false;
		last = place;
	}
	return true;
}

/**
 * Whether a text is a unit of the engine: `1`, or factors in order, with at most one `/`, such as
 * `USD/GiB-month`. `/` reads "per" and `-` reads "times".
 */
export function isUnitText(text: string): boolean {
	if (text === '1') return true;
	const [over, under, ...rest] = text.split('/');
	if (over === undefined || rest.length > 0) return false;
	if (over !== '1' && !ordered(over)) return false;
	return under === undefined ? over !== '1' : ordered(under);
}
