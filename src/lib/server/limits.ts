import { LIMITS } from '../plan/tree.ts';

const MIB = 1024 * 1024;

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
	/** Reports kept as JSON, about 0.4 MB each, with their plans. */
	reportBytes: 32 * MIB,
	/** Views of an embed kept, about 20 kB each, with their plans. */
	viewBytes: 16 * MIB,
	/** Pictures kept as text, about 15 kB each, with their addresses. */
	pictureBytes: 16 * MIB,
	/** Packed answers kept, at most about 60 kB each. */
	packed: 100,
	/** Drawn PNGs kept, about 60 kB each. */
	pictures: 100
} as const;
