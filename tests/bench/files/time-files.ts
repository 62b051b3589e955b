// What `tests/bench/files.mjs` runs in a process of its own, so that each first time is a cold one.
import { loadCatalog } from '../../../src/lib/catalog/catalog.ts';
import { FILE_KINDS, type FileKind } from '../../../src/lib/export/file-kinds.ts';
import { makeFiles } from '../../../src/lib/export/make-files.ts';
import { reportWith } from '../../../src/cli/report-with.ts';

const WARM_RUNS = 5;

const isKind = (word: string | undefined): word is FileKind => FILE_KINDS.some((it) => it === word);

const kind = process.argv[2];
if (!isKind(kind)) throw new Error(`"${kind ?? ''}" is no kind of file: ${FILE_KINDS.join(', ')}.`);

const catalog = await loadCatalog('aws', undefined);
const generatedAt = '2026-11-24T00:00:00.000Z';
const asked = { plan: {}, catalog, generatedAt };
const simulating = { samples: 200, seed: 1 };
const made = await reportWith(asked, { simulating, brief: false, beside: undefined });
if (!made.ok) throw new Error(made.errors.map(({ message }) => message).join(' '));
const { worked, report } = made.value;

const wall: number[] = [];
const cpu: number[] = [];
let bytes = 0;
for (let run = 0; run <= WARM_RUNS; run++) {
	const [start, used] = [performance.now(), process.cpuUsage()];
	const [file] = await makeFiles({ wish: { kind }, worked, report, address: 'https://x.example/' });
	const { user, system } = process.cpuUsage(used);
	wall.push(performance.now() - start);
	cpu.push((user + system) / 1000);
	bytes = file === undefined ? 0 : Buffer.byteLength(file.content);
}
process.stdout.write(JSON.stringify({ wall, cpu, bytes }));
