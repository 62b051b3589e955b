import type { ChartSpec } from '../charts/specs/spec.ts';

/** Letters of a name beside a bar or at the end of a line; longer ones lose their middle. */
const LONGEST = 26;

/** The chart with names that do not run into it: the words beside it hold them in full. */
export function withShortNames(spec: ChartSpec): ChartSpec {
	return spec.kind === 'bars'
		? { ...spec, bars: spec.bars.map((bar) => ({ ...bar, label: shortName(bar.label) })) }
		: { ...spec, lines: spec.lines.map((line) => ({ ...line, label: shortName(line.label) })) };
}

/** A name that has room beside figures; where it is short of it, its middle is left out. */
export function shortName(name: string): string {
	const letters = [...name];
	if (letters.length <= LONGEST) return name;
	const half = Math.floor((LONGEST - 1) / 2);
	return `${letters.slice(0, half).join('').trim()}…${letters.slice(-half).join('').trim()}`;
}
