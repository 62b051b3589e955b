import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Most output that is kept of a program. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Debian packages of the programs that look at files from outside. */
const PACKAGES: Readonly<Record<string, string>> = {
	soffice: 'libreoffice-calc-nogui',
	pdftotext: 'poppler-utils',
	pdffonts: 'poppler-utils',
	pdfimages: 'poppler-utils',
	pdfinfo: 'poppler-utils',
	qpdf: 'qpdf',
	nginx: 'nginx',
	caddy: 'caddy'
};

/** Runs a program and gives what it printed; installs it first where that can be done. */
export async function run(program: string, args: readonly string[]): Promise<string> {
	ensure(program);
	const { stdout } = await execute(program, [...args], { maxBuffer: MOST_BYTES });
	return stdout;
}

const found = new Set<string>();

/** Installs a program where that can be done; throws and names its package where it cannot. */
export function ensure(program: string): void {
	if (found.has(program)) return;
	if (!isThere(program)) install(program);
	found.add(program);
}

function isThere(program: string): boolean {
	try {
		execFileSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Tests of files are never skipped: without the program they fail, and say what to install. */
function install(program: string): void {
	const name = PACKAGES[program] ?? program;
	if (process.getuid?.() !== 0) throw new Error(`Install ${name} first: "${program}" is not here.`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const wait = ['-o', 'DPkg::Lock::Timeout=300', '-qq'];
	execFileSync('apt-get', [...wait, 'update'], { stdio: 'ignore', env });
	const args = [...wait, 'install', '-y', '--no-install-recommends', name];
	execFileSync('apt-get', args, { stdio: 'ignore', env });
}
