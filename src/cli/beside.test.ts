import { expect, it } from 'vitest';
import type { PackedAsk } from '../lib/engine/simulate/packed.ts';
import { startBeside } from './beside.ts';

const script = (code: string): URL =>
	new URL(
		`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; ${code}`)}`
	);

const asked: PackedAsk = {
	parts: [],
	months: 12,
	outputs: [],
	specs: new Map(),
	samples: 100,
	seed: 1
};

it('starts no thread on a single core', () => {
	expect(startBeside(script(''), 1)).toBe(undefined);
});

it('brings back what the thread answers to what it was asked', async () => {
	const echo = 'parentPort.once("message", ({ seed }) => parentPort.postMessage({ seed }));';
	expect(await startBeside(script(echo), 2)?.draw(asked)).toEqual({ seed: 1 });
});

it.each([
	['fails as it is asked', 'parentPort.once("message", () => { throw new Error("no") });'],
	['fails as it starts', 'throw new Error("no");'],
	['ends without an answer', 'parentPort.once("message", () => undefined);']
])('brings nothing back from a thread that %s', async (_, code) => {
	expect(await startBeside(script(code), 2)?.draw(asked)).toBe(undefined);
});

it('can be stopped while it works', async () => {
	const beside = startBeside(script('parentPort.once("message", () => { for (;;); });'), 2);
	const drawing = beside?.draw(asked);
	beside?.end();
	expect(await drawing).toBe(undefined);
});
