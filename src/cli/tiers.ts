import { setFlagsFromString } from 'node:v8';

/**
 * An estimate is over before V8's optimising compiler is of use to reading, decimals and layout: there
 * it doubles the time that the processor needs (0.92 s against 0.46 s).
 */
export const inOneGo = (): void => setFlagsFromString('--no-opt');

/**
 * Draws are loops, and loops are what it is for: without it they take three times as long. What runs
 * less often than the innermost of them is left as it is (the figure is bytes of code run, 15 times
 * V8's own): compiling that took 0.2 s of processor and gave nothing back.
 */
export function inLoops(): void {
	setFlagsFromString('--interrupt-budget=1000000');
	setFlagsFromString('--opt');
}

/**
 * A paged file or a workbook is set letter by letter and cell by cell for seconds: all of V8 is worth
 * its while there, as it comes (the figure is V8's own).
 */
export function inLargeFiles(): void {
	setFlagsFromString('--interrupt-budget=67584');
	setFlagsFromString('--opt');
}
