/** The ledger of more options than these takes the whole width: an explanation then opens over it. */
export const MOST_BESIDE = 6;
