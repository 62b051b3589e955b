// `node tests/bench/files.mjs [KIND…]`: time of making each kind of file from a given report, in ms: the
// first in a process of its own, then warm; by the clock, and of the processor, which tells on a busy
// machine. Budgets on two cores: PDF 3 s, XLSX 1 s, CSV 0.1 s.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { ALIASES } from '../../src/cli/setup/aliases.mjs';
import { ROOT } from '../../src/cli/setup/command.mjs';

const KINDS = ['pdf', 'xlsx', 'csv', 'data-csv', 'focus', 'json', 'md', 'svg'];
/** Processes of each kind: the fastest counts, for others share the machine. */
const PROCESSES = 3;

const folder = mkdtempSync(join(ROOT, '.svelte-kit/bench-'));
await build({
	configFile: false,
	root: ROOT,
	logLevel: 'error',
	publicDir: false,
	resolve: { alias: [{ find: '$lib', replacement: join(ROOT, 'src/lib') }, ...ALIASES] },
	ssr: { noExternal: true, external: ['@resvg/resvg-js'] },
	build: {
		ssr: 'tests/bench/files/time-files.ts',
		outDir: folder,
		emptyOutDir: true,
		target: 'node20',
		rolldownOptions: { output: { entryFileNames: 'time-files.js' } }
	}
});

/** @param {string} kind @returns {{ wall: readonly number[], cpu: readonly number[], bytes: number }} */
function timed(kind) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[join(folder, 'time-files.js'), kind],
		{ encoding: 'utf8' }
	);
	if (status !== 0) throw new Error(stderr);
	return JSON.parse(stdout);
}

/** @param {number} ms */
const shown = (ms) => ms.toFixed(ms < 10 ? 1 : 0).padStart(7);
/** @param {readonly (readonly number[])[]} runs */
const firstOf = (runs) => Math.min(...runs.map(([first = Infinity]) => first));
/** @param {readonly (readonly number[])[]} runs */
const warmOf = (runs) => Math.min(...runs.flatMap((times) => times.slice(1)));

const asked = process.argv.slice(2);
process.stdout.write('kind        first   (cpu)   warm   (cpu)    KiB\n');
for (const kind of asked.length === 0 ? KINDS : asked) {
	const runs = Array.from({ length: PROCESSES }, () => timed(kind));
	const [wall, cpu] = [runs.map((run) => run.wall), runs.map((run) => run.cpu)];
	const columns = [firstOf(wall), firstOf(cpu), warmOf(wall), warmOf(cpu)];
	const size = (runs[0]?.bytes ?? 0) / 1024;
	process.stdout.write(`${kind.padEnd(9)} ${[...columns, size].map(shown).join(' ')}\n`);
}
rmSync(folder, { recursive: true });
