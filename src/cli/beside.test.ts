import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PackedAsk } from '../lib/engine/simulate/packed.ts';
import { startBeside } from './beside.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'beside-'))));
afterAll(() => rmSync(folder, { recursive: true }));

let scripts = 0;
function script(code: string): URL {
	const file = join(folder, `${++scripts}.cjs`);
	writeFileSync(file, code);
	return pathToFileURL(file);
}

const asked: PackedAsk = {
	parts: [],
	months: 12,
	outputs: [],
	specs: new Map(),
	samples: 100,
	seed: 1
};

it('starts nothing on a single core', () => {
	expect(startBeside(script(''), 1)).toBe(undefined);
});

it('brings back what the process answers to what it was asked', async () => {
	const echo = 'process.once("message", (asked) => process.send(asked));';
	expect(await startBeside(script(echo), 2)?.draw(asked)).toEqual(asked);
});

it.each([
	['fails as it is asked', 'process.once("message", () => { throw new Error("no"); });'],
	['fails as it starts', 'throw new Error("no");'],
	['ends without an answer', 'process.once("message", () => process.exit());']
])('brings nothing back from a process that %s', async (_, code) => {
	expect(await startBeside(script(code), 2)?.draw(asked)).toBe(undefined);
});

it('brings nothing back where there is no such process', async () => {
	expect(await startBeside(new URL('file:///nowhere/draws.js'), 2)?.draw(asked)).toBe(undefined);
});

it('can be stopped while it works', async () => {
	const beside = startBeside(script('for (;;);'), 2);
	const drawing = beside?.draw(asked);
	beside?.end();
	expect(await drawing).toBe(undefined);
});
