import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';

const USUAL_PLACES = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** No sandbox, for CI runs as root in a container; nothing that looks for a network. */
export const CHROMIUM_ARGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * A Chromium that is there already, Playwright's own aside.
 *
 * @returns {string | undefined}
 */
export function findChromium() {
	const asked = process.env['CHROMIUM_PATH'];
	if (asked === undefined || asked === '') return USUAL_PLACES.find(isProgram);
	if (isProgram(asked)) return asked;
	throw new Error(`CHROMIUM_PATH names "${asked}", which is not a program that can be run.`);
}

/**
 * How Vitest and Playwright start the browser. Without a path Playwright takes its own download.
 *
 * @returns {{ executablePath?: string, args: string[] }}
 */
export function launchOptions() {
	const executablePath = findChromium();
	return { args: [...CHROMIUM_ARGS], ...(executablePath === undefined ? {} : { executablePath }) };
}

/**
 * @param {string} program
 * @param {readonly string[]} argv
 */
function succeeds(program, argv) {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	return spawnSync(program, argv, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function installWithApt() {
	if (process.getuid?.() !== 0 || !isProgram('/usr/bin/apt-get')) return undefined;
	const install = ['install', '-y', '--no-install-recommends', 'chromium'];
	// Package lists may be missing or old, so they are fetched only when the first try fails.
	const done =
		succeeds('apt-get', install) ||
		(succeeds('apt-get', ['update']) && succeeds('apt-get', install));
	return done ? findChromium() : undefined;
}

async function playwrightsOwn() {
	const { chromium } = await import('playwright');
	const path = chromium.executablePath();
	return isProgram(path) ? path : undefined;
}

/**
 * Finds a Chromium, or installs one, and answers with its path.
 *
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
	const found = findChromium() ?? (await playwrightsOwn()) ?? installWithApt();
	if (found !== undefined) return found;
	succeeds(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium']);
	const downloaded = await playwrightsOwn();
	if (downloaded !== undefined) return downloaded;
	throw new Error(
		'No Chromium was found and none could be installed. Install one, or name it in CHROMIUM_PATH.'
	);
}
