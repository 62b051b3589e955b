// A thread of the command line: is asked for draws once, answers and ends.
import { parentPort } from 'node:worker_threads';
import { drawPacked, type PackedAsk } from '../lib/engine/simulate/packed.ts';
import { inLoops } from './tiers.ts';

// What it throws reaches the main thread as an error of the thread.
parentPort?.once('message', (asked: PackedAsk) => {
	inLoops();
	parentPort?.postMessage(drawPacked(asked));
});
