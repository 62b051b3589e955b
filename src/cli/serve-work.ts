// A thread of the server: is told a piece of work and tells the answer, one after the other.
import { parentPort } from 'node:worker_threads';
import { WORKS, type Kind, type Work } from '../lib/server/work.ts';

async function answer<K extends Kind>({ kind, asked }: Told<K>): Promise<void> {
	parentPort?.postMessage(await WORKS[kind](asked));
}

interface Told<K extends Kind> {
	readonly kind: K;
	readonly asked: Work[K][0];
}

// What it throws reaches the main thread as an error of the thread, which ends.
parentPort?.on('message', answer);
