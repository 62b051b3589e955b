import { setFlagsFromString } from 'node:v8';

/**
 * An estimate is over before V8's optimising compiler is of use to reading, decimals and layout: there
 * it doubles the time that the processor needs (0.92 s against 0.46 s).
 */
export const inOneGo = (): void => setFlagsFromString('--no-opt');

/** Draws are loops, and loops are what it is for: without it they take three times as long. */
export const inLoops = (): void => setFlagsFromString('--opt');
