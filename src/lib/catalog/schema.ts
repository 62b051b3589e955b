import { z } from 'zod';
import { isUnitText } from './unit-text.ts';

// Zod would otherwise compile its checks with `new Function`, which a strict CSP forbids.
z.config({ jitless: true });

/** An exact amount. It stays text from the file to the engine's decimals, so 0.1 stays 0.1. */
export const decimalText = z.string().regex(/^-?(0|[1-9]\d{0,14})(\.\d{1,12})?$/, {
	error: 'Write a plain decimal, such as "0.0225".'
});

/** A unit of the engine, such as `USD/GiB-month`. */
export const unitText = z.string().refine(isUnitText, {
	error: 'Use the factors of the engine in their order, such as "USD/GiB-month".'
});

/**
 * A day, or as much of one as is known: `2026-11-20`, `2026-11`, `2026`. `undated` says that the
 * source names no date at all; it sorts before every date and always counts as stale.
 */
export const dateText = z
	.string()
	.regex(/^(undated|20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)$/, {
		error: 'Write YYYY-MM-DD, YYYY-MM, YYYY or "undated".'
	});

/** A link a reader may follow. */
export const httpsUrl = z.url({ protocol: /^https$/, error: 'Links are https.' });

/** A sentence, or part of one, for a reader. */
export const words = z.string().min(3).max(600);

/** A key into the `sources` of the same file. */
export const sourceKey = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/**
 * How a figure came about: `published` (read in the source as it stands), `derived` (computed from
 * published ones, see `derivation`), `claimed` (someone's word, kept for comparison), `assumed`
 * (our judgement, see `reason`).
 */
export const method = z.enum(['published', 'derived', 'claimed', 'assumed']);
export type Method = z.infer<typeof method>;

/**
 * How far a figure can be trusted: `A` the publisher's own price list, API or test data, read and
 * re-checked; `B` a second-hand copy of such a primary source, still agreeing with it; `C` a
 * single second-hand note, or one that is old or undated; `D` judgement.
 */
export const grade = z.enum(['A', 'B', 'C', 'D']);
export type Grade = z.infer<typeof grade>;

/** Where figures come from. One of `url`, `repo` and `locator` says where to look. */
export const source = z
	.strictObject({
		publisher: z.string().min(2).max(120),
		title: z.string().min(3).max(240),
		url: httpsUrl.optional(),
		/** `owner/name` on GitHub, with the file and the version that were read. */
		repo: z
			.string()
			.regex(/^[\w.-]+\/[\w.-]+$/)
			.optional(),
		path: z.string().min(1).max(240).optional(),
		commit: z.string().min(1).max(60).optional(),
		/** Page, table or section inside; or in words how the source was found. */
		locator: z.string().min(1).max(600).optional(),
		/** Where a reader can check the figure today, when the source itself is a copy. */
		checkAt: httpsUrl.optional(),
		/** When it was read. */
		retrieved: dateText.optional(),
		/** When it was published, or the date it gives itself. */
		date: dateText.optional(),
		method: method.optional(),
		note: words.optional()
	})
	.refine((it) => it.url !== undefined || it.repo !== undefined || it.locator !== undefined, {
		error: 'A source needs a url, a repo or a locator.'
	})
	.refine((it) => it.path === undefined || it.repo !== undefined, {
		error: 'A path belongs to a repo.'
	})
	.refine((it) => it.retrieved !== undefined || it.date !== undefined, {
		error: 'A source needs the date it was retrieved or published.'
	})
	.readonly();
export type Source = z.infer<typeof source>;

/** The sources of one file, by key. */
export const sources = z.record(sourceKey, source);
export type Sources = Readonly<Record<string, Source>>;

/** What each method owes its reader. */
interface Argued {
	readonly method: Method;
	readonly derivation?: string | undefined;
	readonly reason?: string | undefined;
}

/** A derived figure shows its sum, an assumed one gives its reason. */
export function isArgued(it: Argued): boolean {
	if (it.method === 'derived') return it.derivation !== undefined;
	if (it.method === 'assumed') return it.reason !== undefined;
	return true;
}
const argued = { error: 'A derived figure needs "derivation", an assumed one needs "reason".' };

/** One exact figure. */
export const figure = z
	.strictObject({
		amount: decimalText,
		unit: unitText,
		/** How many of the denominator the amount buys, where it is not 1: samples by the million. */
		quantity: z.int().positive().optional(),
		method,
		grade,
		/** Key into the sources of the same file; look-ups qualify it, as in `clouds/aws#ic`. */
		source: z.string().min(1).max(120),
		asOf: dateText,
		derivation: words.optional(),
		reason: words.optional(),
		note: words.optional()
	})
	.refine(isArgued, argued)
	.readonly();
export type Figure = z.infer<typeof figure>;

/** How values between low and high are drawn (`model.md` §15). */
export const distribution = z.enum(['splitLognormal', 'pert', 'lognormal', 'triangular', 'fixed']);
export type Distribution = z.infer<typeof distribution>;

/**
 * Low, central and high are in numeric order, and all equal only when fixed. Under splitLognormal they
 * are P10, P50 and P90 of something positive, so that no two may be equal.
 */
export function isOrdered(it: {
	readonly low: string;
	readonly central: string;
	readonly high: string;
	readonly distribution: Distribution;
}): boolean {
	const [low, central, high] = [Number(it.low), Number(it.central), Number(it.high)];
	switch (it.distribution) {
		case 'fixed':
			return low === central && central === high;
		case 'splitLognormal':
			return 0 < low && low < central && central < high;
		default:
			return low <= central && central <= high && low < high;
	}
}

/** One figure that varies. */
export const rangeFigure = z
	.strictObject({
		low: decimalText,
		central: decimalText,
		high: decimalText,
		unit: unitText,
		distribution,
		method,
		grade,
		sources: z.array(z.string().min(1).max(120)).readonly(),
		asOf: dateText,
		/** Ids of the observations behind it. */
		observations: z.array(z.string().min(1).max(120)).readonly().optional(),
		derivation: words.optional(),
		reason: words.optional(),
		note: words.optional()
	})
	.refine(isArgued, argued)
	.refine(isOrdered, { error: 'low ≤ central ≤ high, all equal only when fixed.' })
	.readonly();
export type RangeFigure = z.infer<typeof rangeFigure>;

/** No figure, and why. It reaches the reader as words, never as 0. */
export const missing = z
	.strictObject({
		missing: z.enum(['not-measured', 'not-offered', 'ended', 'not-published']),
		reason: words
	})
	.readonly();
export type Missing = z.infer<typeof missing>;

export { isMissing } from './missing.ts';
