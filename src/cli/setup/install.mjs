import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, SetupError, run, say } from './command.mjs';

/** @param {string} path */
function modifiedAt(path) {
	return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs;
}

function checkNode() {
	const range = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node;
	const [major, minor] = range
		.replace(/[^\d.]/g, '')
		.split('.')
		.map(Number);
	const [haveMajor = 0, haveMinor = 0] = process.versions.node.split('.').map(Number);
	if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return;
	throw new SetupError(`MeshUp needs Node.js ${range}; this is ${process.versions.node}.`);
}

function isInstalled() {
	const installed = modifiedAt('node_modules/.package-lock.json');
	const wanted = modifiedAt('package-lock.json');
	return installed !== undefined && (wanted === undefined || installed >= wanted);
}

/**
 * Makes sure that the packages of the lock file are there.
 *
 * Uses built-in modules only, for on a fresh clone there is nothing else.
 */
export function ensureInstalled() {
	checkNode();
	if (isInstalled()) return;
	say('Installing packages, once: a minute or two …');
	const npm = process.env['npm_execpath'];
	const argv = ['ci', '--include=dev', '--no-audit', '--no-fund'];
	if (npm?.endsWith('.js')) run(process.execPath, [npm, ...argv]);
	else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', argv);
}
