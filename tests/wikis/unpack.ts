import { execFile } from 'node:child_process';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	symlinkSync,
	unlinkSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Debian's links point to absolute places; here everything lies below one folder. */
function relink(root: string): void {
	for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
		const file = join(root, name);
		if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) continue;
		const target = readlinkSync(file);
		if (!target.startsWith('/') || !existsSync(root + target)) continue;
		unlinkSync(file);
		symlinkSync(root + target, file);
	}
}

/** Debian's patches load PHP libraries from absolute places. */
export function repoint(root: string, folder: string): void {
	for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
		const file = join(root, folder, name);
		if (!name.endsWith('.php') || !lstatSync(file).isFile()) continue;
		const text = readFileSync(file, 'utf8');
		const here = text.replace(/(['"])\/usr\/share\/(php|javascript)/g, `$1${root}/usr/share/$2`);
		if (here !== text) writeFileSync(file, here);
	}
}

/** Fetches packages from the Debian archive and unpacks them below a folder; nothing is installed. */
export async function unpack(packages: readonly string[], folder: string): Promise<string> {
	const root = join(folder, 'root');
	mkdirSync(root, { recursive: true });
	await execute('apt-get', ['-qq', 'download', ...packages], { cwd: folder });
	for (const name of readdirSync(folder)) {
		if (name.endsWith('.deb')) await execute('dpkg', ['-x', join(folder, name), root]);
	}
	relink(root);
	return root;
}
