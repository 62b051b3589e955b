/** Rates of exchange of one day, as one publisher gives them. */
export interface Rates {
	/** The currency of which one unit is priced in all others. */
	readonly base: string;
	/** "YYYY-MM-DD". */
	readonly date: string;
	/** Who says so, at most 120 characters. */
	readonly source: string;
	/** Units for one unit of the base, as decimal text, by currency. */
	readonly rates: ReadonlyMap<string, string>;
}

/** Bytes, and currencies, of a file that is read. */
export const RATES_LIMITS = { bytes: 64 * 1024, currencies: 400 } as const;

/** Most digits of a rate: 15 before the point, 9 behind it (`conventions.md` §5). */
export const RATE_SHAPE = '^\\d{1,15}(?:\\.\\d{1,9})?$';
