import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './counts.mjs';

const clean = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
const ran = { status: 'passed', assertionResults: [{}] };
const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 };

describe('the closing line counts Vitest', () => {
	it('as 3 passed when 3 tests passed', () => {
		expect(countVitest({ ...clean, testResults: [ran] }, 0)).toEqual({ passed: 3, failed: 0 });
	});

	it('with 1 failure for a file that could not be run', () => {
		const broken = { status: 'failed', assertionResults: [] };
		const counts = countVitest({ ...clean, testResults: [ran, broken] }, 1);
		expect(counts).toEqual({ passed: 3, failed: 1 });
	});

	it('with 2 failures for 1 skipped and 1 planned test', () => {
		const report = { ...clean, numPendingTests: 1, numTodoTests: 1, testResults: [ran] };
		expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 2 });
	});

	it('with 1 failure when it ended with an error that no test accounts for', () => {
		expect(countVitest({ ...clean, testResults: [ran] }, 1)).toEqual({ passed: 3, failed: 1 });
	});

	it('as 1 failure when it left no report', () => {
		expect(countVitest(undefined, 0)).toEqual({ passed: 0, failed: 1 });
	});
});

describe('the closing line counts Playwright', () => {
	it('as 5 passed when 5 tests passed', () => {
		expect(countPlaywright({ stats, errors: [] }, 0)).toEqual({ passed: 5, failed: 0 });
	});

	it('with 6 failures for 1 failed, 2 flaky and 3 skipped tests', () => {
		const mixed = { ...stats, unexpected: 1, flaky: 2, skipped: 3 };
		expect(countPlaywright({ stats: mixed, errors: [] }, 1)).toEqual({ passed: 5, failed: 6 });
	});

	it('with 1 failure when the server could not be started', () => {
		expect(countPlaywright({ stats, errors: [{}] }, 1)).toEqual({ passed: 5, failed: 1 });
	});
});
