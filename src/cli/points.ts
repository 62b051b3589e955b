/** The flag that asks for no ranges. */
export const POINTS = '--points';
