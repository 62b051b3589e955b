// Runs tests against one mutant after another; a thread of its own, so that an endless loop can be ended.
import { parentPort } from 'node:worker_threads';
import { Modules } from './modules.mjs';
import { firstFailure, vitest } from './suite.mjs';

const fastCheck = await import('fast-check');
fastCheck.default.configureGlobal({ endOnFailure: true });

/** @type {ReadonlyMap<string, unknown>} */
const packages = new Map(
	Object.entries({
		vitest,
		'fast-check': { ...fastCheck, __esModule: true },
		'decimal.js': { ...(await import('decimal.js')), __esModule: true }
	})
);
const modules = new Modules(packages);

/** @typedef {{ files: readonly string[], text?: string, only: readonly string[] }} Job */

// The first file has another text where one is given; tests that need none of them are left out.
parentPort?.on('message', async (/** @type {Job} */ { files, text, only }) => {
	const registry = new Map();
	const change = text === undefined ? {} : { changed: files[0], text };
	for (const test of only) {
		const below = modules.below(test);
		if (!files.some((file) => below.has(file))) continue;
		registry.delete(test);
		const started = performance.now();
		const failure = await firstFailure(() => modules.run(test, { ...change, registry }));
		parentPort?.postMessage({ test, failure, spent: performance.now() - started });
		if (failure !== undefined && text !== undefined) break;
	}
	parentPort?.postMessage({ done: true });
});
