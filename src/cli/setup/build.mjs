import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, runNode, say } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { writeOfflineList } from './offline-list.mjs';

const EVERYWHERE = ['src/lib', 'pricing-data', 'package-lock.json'];
/** Pages of the server that are no file: the builder, whose policy alone lets it frame an embed. */
const RENDERED = ['embed/build'];
const BUNDLE = 'src/cli/setup/bundle.mjs';

/** What can be built: from which sources, and which file is older than they are when it is stale. */
const TARGETS = {
	app: {
		sources: ['src', 'pricing-data', 'static', 'package-lock.json', 'svelte.config.js'],
		built: 'build/index.js'
	},
	static: {
		sources: ['src', 'pricing-data', 'static', 'package-lock.json', 'svelte.config.js'],
		built: 'build-static/nginx.conf'
	},
	cli: { sources: [...EVERYWHERE, 'src/cli'], built: 'build/cli/meshup.js' }
};

/**
 * The newest time below a path. Folders count too, for theirs moves when a file is taken away.
 *
 * @param {string} path
 * @returns {number} milliseconds since 1970, 0 where there is nothing
 */
export function newestIn(path) {
	const found = statSync(path, { throwIfNoEntry: false });
	if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
	return readdirSync(path)
		.filter((name) => !/\.test\.ts$/.test(name))
		.map((name) => newestIn(join(path, name)))
		.reduce((newest, next) => Math.max(newest, next), found.mtimeMs);
}

/** @param {keyof typeof TARGETS} name */
function isStale(name) {
	const { sources, built } = TARGETS[name];
	const builtAt = statSync(join(ROOT, built), { throwIfNoEntry: false })?.mtimeMs;
	return builtAt === undefined || sources.some((path) => newestIn(join(ROOT, path)) > builtAt);
}

/**
 * Dates a built file by the start of its build, so that a source saved meanwhile makes it stale.
 *
 * @param {keyof typeof TARGETS} name
 * @param {Date} started
 */
function date(name, started) {
	utimesSync(join(ROOT, TARGETS[name].built), started, started);
}

/** Builds the pages and their server, then the command line, which the first step swept away. */
export function buildAll() {
	const started = new Date();
	runNode(['node_modules/vite/bin/vite.js', 'build']);
	runNode([BUNDLE, 'server']);
	const client = join(ROOT, 'build/client');
	writeOfflineList([client, join(ROOT, 'build/prerendered')], client, RENDERED);
	date('app', started);
	buildCli();
}

/** Builds fixed pages for any web server, with what nginx, Caddy and others are configured with. */
export function buildStatic() {
	const started = new Date();
	run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], { ADAPTER: 'static' });
	const site = join(ROOT, 'build-static/site');
	writeOfflineList([site], site);
	runNode([BUNDLE, 'hosting']);
	runNode(['.svelte-kit/hosting/main.js', 'build-static']);
	date('static', started);
}

function buildCli() {
	const started = new Date();
	runNode([BUNDLE, 'cli']);
	// Without a package.json of its own a moved build folder would not be read as modules.
	writeFileSync(join(ROOT, 'build/package.json'), '{ "type": "module" }\n');
	date('cli', started);
}

/** Installs and builds the pages when needed. */
export function ensureApp() {
	withLock(() => {
		ensureInstalled();
		if (!isStale('app')) return;
		say('Building: about half a minute …');
		buildAll();
	});
}

/** Builds the fixed pages when needed. */
export function ensureStatic() {
	withLock(() => {
		if (isStale('static')) buildStatic();
	});
}

/** Installs and builds the command line when needed, without a word. */
export function ensureCli() {
	if (!isStale('cli')) return;
	withLock(() => {
		ensureInstalled();
		if (isStale('cli')) buildCli();
	});
}
