import { readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number }} Counts
 */

/** A run that left no report, or one that cannot be read, is one failure. */
const NO_REPORT = { passed: 0, failed: 1 };

/**
 * @param {string} file
 * @returns {any} the report as its tool wrote it, `undefined` when there is none
 */
function read(file) {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return undefined;
	}
}

/**
 * @param {Counts} counts
 * @param {number} exitCode
 * @returns {Counts} with a failure that no test accounts for, such as an unhandled error
 */
function withUnexplained({ passed, failed }, exitCode) {
	return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * Counts a Vitest report. A file that could not be run is a failure, and so is a skipped test.
 *
 * @param {any} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
	if (report === undefined) return NO_REPORT;
	const broken = report.testResults.filter(
		(/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0
	).length;
	const skipped = report.numPendingTests + report.numTodoTests;
	const failed = report.numFailedTests + broken + skipped;
	return withUnexplained({ passed: report.numPassedTests, failed }, exitCode);
}

/**
 * Counts a Playwright report. A test that was skipped, or passed only when tried again, failed.
 *
 * @param {any} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
	if (report === undefined) return NO_REPORT;
	const { expected, unexpected, flaky, skipped } = report.stats;
	const failed = unexpected + flaky + skipped + report.errors.length;
	return withUnexplained({ passed: expected, failed }, exitCode);
}

/**
 * @param {string} file
 * @param {number} exitCode
 */
export function countVitestFile(file, exitCode) {
	return countVitest(read(file), exitCode);
}

/**
 * @param {string} file
 * @param {number} exitCode
 */
export function countPlaywrightFile(file, exitCode) {
	return countPlaywright(read(file), exitCode);
}
