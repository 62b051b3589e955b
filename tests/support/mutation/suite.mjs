// The part of Vitest's interface that tests of the engine use, run in this process to the first failure.
import {
	chai,
	GLOBAL_EXPECT,
	JestAsymmetricMatchers,
	JestChaiExpect,
	JestExtend,
	setState
} from '@vitest/expect';

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

const { expect } = /** @type {{ expect: any }} */ (/** @type {unknown} */ (chai));
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true });

/** @typedef {{ title: string, run: () => unknown }} Test */

/** @type {Test[]} */
let collected = [];

/** @param {string} title @param {() => unknown} run */
const it = (title, run) => {
	collected.push({ title, run });
};
/** @param {string} _ @param {() => void} fill */
const describe = (_, fill) => fill();

/** @param {(title: string, run: () => unknown) => void} register */
const each =
	(register) =>
	(/** @type {readonly unknown[]} */ table) =>
	(/** @type {string} */ title, /** @type {(...row: unknown[]) => unknown} */ run) => {
		for (const row of table) register(title, () => run(...(Array.isArray(row) ? row : [row])));
	};
it.each = each(it);
describe.each = each(describe);

export const vitest = { __esModule: true, describe, it, test: it, expect };

/**
 * Runs the tests that a file registers.
 *
 * @param {() => unknown} load
 * @returns {Promise<string | undefined>} the title of the first that fails
 */
export async function firstFailure(load) {
	collected = [];
	try {
		load();
	} catch (cause) {
		return `does not load: ${cause instanceof Error ? cause.message : String(cause)}`;
	}
	for (const { title, run } of collected) {
		try {
			await run();
		} catch {
			return title;
		}
	}
	return undefined;
}
