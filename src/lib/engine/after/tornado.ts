/** What a result becomes with one input at its low and at its high, all others central. */
export interface Swing {
	readonly path: string;
	readonly atLow: number;
	readonly atHigh: number;
}

export interface TornadoBar extends Swing {
	/** The end that gives less, and the end that gives more, by outcome. */
	readonly cheap: number;
	readonly dear: number;
	/** Which end of the input is the cheap one: a larger number is not always dearer. */
	readonly cheapEnd: 'low' | 'high';
}

export interface Tornado {
	/** Widest first. */
	readonly bars: readonly TornadoBar[];
	/** Inputs that move the result but have no bar of their own. */
	readonly rest: { readonly count: number; readonly widest: number } | undefined;
}

const MAX_BARS = 12;

/**
 * The inputs that move a result most, one at a time (`model.md` §15): sorted by |difference|, twelve
 * bars and one "rest". Inputs that move nothing are left out.
 */
export function tornado(swings: readonly Swing[]): Tornado {
	const bars = swings
		.filter(({ atLow, atHigh }) => atLow !== atHigh)
		.map((swing) => ({ ...swing, ...endsOf(swing) }))
		.sort((a, b) => widthOf(b) - widthOf(a) || (a.path < b.path ? -1 : 1));
	const [widest, ...others] = bars.slice(MAX_BARS);
	const rest =
		widest === undefined ? undefined : { count: others.length + 1, widest: widthOf(widest) };
	return { bars: bars.slice(0, MAX_BARS), rest };
}

function endsOf({ atLow, atHigh }: Swing): Pick<TornadoBar, 'cheap' | 'dear' | 'cheapEnd'> {
	return atLow <= atHigh
		? { cheap: atLow, dear: atHigh, cheapEnd: 'low' }
		: { cheap: atHigh, dear: atLow, cheapEnd: 'high' };
}

function widthOf({ cheap, dear }: Pick<TornadoBar, 'cheap' | 'dear'>): number {
	return dear - cheap;
}
