import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './command.mjs';

const FOLDER = join(ROOT, '.svelte-kit');
const FILE = join(FOLDER, 'setup.lock');
const PAUSE_MS = 100;

function take() {
	try {
		const file = openSync(FILE, 'wx');
		writeSync(file, String(process.pid));
		closeSync(file);
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

function isHolderAlive() {
	try {
		const holder = Number(readFileSync(FILE, 'utf8'));
		// An empty file is a lock between its creation and its first byte.
		if (holder > 0) process.kill(holder, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/**
 * Runs `work` while no other start of MeshUp in this folder installs or builds.
 *
 * @template T
 * @param {() => T} work
 * @returns {T}
 */
export function withLock(work) {
	mkdirSync(FOLDER, { recursive: true });
	while (!take()) {
		if (isHolderAlive()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
		else rmSync(FILE, { force: true });
	}
	try {
		return work();
	} finally {
		rmSync(FILE, { force: true });
	}
}
