import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync, appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { repoint, unpack } from './unpack.ts';

const execute = promisify(execFile);
const LIMIT_MS = 20_000;

/** A wiki that runs on loopback. */
export interface Wiki {
	/** Saves a page with raw HTML in it, as an author would write it, and gives its address. */
	readonly write: (name: string, html: string) => Promise<string>;
	readonly stop: () => Promise<void>;
}

interface Php {
	readonly root: string;
	readonly site: string;
	readonly origin: string;
	readonly settings: readonly string[];
	readonly env?: Readonly<Record<string, string>>;
}

async function servePhp({ site, origin, settings, env }: Php): Promise<() => Promise<void>> {
	const argv = [...settings, '-S', new URL(origin).host, '-t', site];
	const php = spawn('php', argv, { stdio: 'ignore', env: { ...process.env, ...env } });
	const ended = once(php, 'exit');
	const until = performance.now() + LIMIT_MS;
	for (;;) {
		const answer = await fetch(`${origin}/index.php`).catch(() => undefined);
		if (answer !== undefined) break;
		if (performance.now() > until) throw new Error(`PHP does not answer at ${origin}.`);
	}
	return async () => {
		php.kill('SIGTERM');
		await ended;
	};
}

const includePath = (root: string): string => `include_path=.:${root}/usr/share/php`;

/** DokuWiki 2022-07-31 with `htmlok`, which lets a page hold HTML. */
export async function startDokuWiki(folder: string, origin: string): Promise<Wiki> {
	const libraries = ['libjs-jquery', 'libjs-jquery-cookie', 'libjs-jquery-ui', 'libphp-simplepie'];
	const php = ['php-geshi', 'php-phpseclib', 'php-random-compat'];
	const root = await unpack(['dokuwiki', ...libraries, ...php], folder);
	repoint(root, 'usr/share/dokuwiki');
	const conf = `${root}/etc/dokuwiki/`;
	const data = `${root}/var/lib/dokuwiki/data`;
	const first = join(folder, 'first.php');
	writeFileSync(
		first,
		`<?php define('DOKU_MAIN_CONF', '${conf}'); define('DOKU_CONF', '${conf}');`
	);
	writeFileSync(
		`${conf}local.php`,
		`<?php $conf['htmlok'] = 1; $conf['useacl'] = 0; $conf['updatecheck'] = 0; $conf['savedir'] = '${data}';`
	);
	const settings = ['-d', includePath(root), '-d', `auto_prepend_file=${first}`];
	const site = `${root}/usr/share/dokuwiki`;
	const stop = await servePhp({ root, site, origin, settings });
	return {
		async write(name, html) {
			const id = name.toLowerCase();
			writeFileSync(
				`${data}/pages/${id}.txt`,
				`====== ${name} ======\n\n<html>\n${html}\n</html>\n`
			);
			return `${origin}/doku.php?id=${id}`;
		},
		stop
	};
}

const ADMIN = ['--pass', 'only-for-this-test', 'Wiki', 'Admin'];

/** MediaWiki 1.39 with `$wgRawHtml`; Extension:IframeTag is in no Debian package. */
export async function startMediaWiki(folder: string, origin: string): Promise<Wiki> {
	const root = await unpack(['mediawiki', 'mediawiki-classes'], folder);
	const site = `${root}/usr/share/mediawiki`;
	rmSync(`${site}/LocalSettings.php`, { force: true });
	const settings = ['-d', includePath(root)];
	const run = (script: string, argv: readonly string[], env = {}) =>
		execute('php', [...settings, `${site}/maintenance/${script}.php`, ...argv], {
			env: { ...process.env, ...env }
		});
	const base = ['--dbtype', 'sqlite', '--dbpath', folder, '--confpath', folder, '--scriptpath', ''];
	await run('install', [...base, '--server', origin, ...ADMIN]);
	const local = join(folder, 'LocalSettings.php');
	appendFileSync(local, "\n$wgRawHtml = true;\n$wgFavicon = 'data:,';\n");
	const env = { MW_CONFIG_FILE: local };
	const stop = await servePhp({ root, site, origin, settings, env });
	return {
		async write(name, html) {
			const edit = run('edit', ['-u', 'Admin', name], env);
			edit.child.stdin?.end(`<html>${html}</html>`);
			await edit;
			return `${origin}/index.php?title=${name}`;
		},
		stop
	};
}
