import { LIMITS } from '../plan/tree.ts';

/** What one request may ask of the server (`conventions.md` §5). */
export const MOST = {
	/** Bytes of a body; a plan of more is refused by the plan reader too. */
	bodyBytes: LIMITS.bytes,
	/** Input records in one call of `/api/v1/model`. */
	records: 50,
	/** Calls that wait while one is worked out; more are told to come back. */
	waiting: 64,
	/** Time after which a list of records is cut short, ms. */
	workMs: 2000,
	/** Reports kept as JSON text, about 0.4 MB each. */
	reports: 48,
	/** Views of an embed kept, about 10 kB each, and pictures of them as text. */
	views: 500,
	/** Packed answers kept, at most about 60 kB each. */
	packed: 100,
	/** Drawn PNGs kept, about 60 kB each. */
	pictures: 100
} as const;
