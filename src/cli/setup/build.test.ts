import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newestIn } from './build.mjs';

/** Seconds since 1970. */
const EARLY = 1_000_000_000;
const LATE = 1_600_000_000;

describe('newestIn', () => {
	let folder = '';
	const at = (path: string, seconds: number): void =>
		utimesSync(join(folder, path), seconds, seconds);

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'meshup-'));
		mkdirSync(join(folder, 'inner'));
		for (const name of ['inner/a.ts', 'inner/a.test.ts']) writeFileSync(join(folder, name), '');
		for (const path of ['inner/a.ts', 'inner/a.test.ts', 'inner', '.']) at(path, EARLY);
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	it('is the time of the one file of three that was saved last', () => {
		at('inner/a.ts', LATE);
		expect(newestIn(folder)).toBe(LATE * 1000);
	});

	it('is the time of a folder, which moves when a file is taken away', () => {
		at('inner', LATE);
		expect(newestIn(folder)).toBe(LATE * 1000);
	});

	it('leaves out tests, which are not built', () => {
		at('inner/a.test.ts', LATE);
		expect(newestIn(folder)).toBe(EARLY * 1000);
	});

	it('is 0 where there is nothing', () => {
		expect(newestIn(join(folder, 'absent'))).toBe(0);
	});
});
