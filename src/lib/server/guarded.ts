import { refusal, refused } from './answer.ts';
import { MOST } from './limits.ts';
import { tellFault } from './log.ts';
import { Busy, Turnstile } from './turnstile.ts';

const gate = new Turnstile(MOST.waiting);

/** Work that the model does, one call at a time. */
export const inTurn = <T>(work: () => T | Promise<T>): Promise<T> => gate.pass(work);

const COME_BACK = [
	{ path: '', message: 'Too many calls are waiting; try again in a second.' }
] as const;

/** Runs a handler; what it throws becomes a plain answer, and the stack stays here. */
export async function guarded(work: () => Promise<Response>): Promise<Response> {
	try {
		return await work();
	} catch (cause) {
		if (cause instanceof Busy) return refusal(503, COME_BACK, { 'retry-after': '1' });
		tellFault(cause);
		return refused(500, 'A fault of MeshUp, not of your input. It has been noted.');
	}
}
