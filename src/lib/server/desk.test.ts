import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Desk } from './desk.ts';
import { WORKS } from './work.ts';
import { WORKER_SCRIPT } from './worker-script.ts';

const AT = '2026-11-24T10:00:00Z';
const asked = (name: string) => ({ plan: { name, options: ['no-mesh'] } as const, at: AT });

/** A thread that tells its number and the name of the plan, and ends of a fault at one of the names. */
const THREAD = `
	import { parentPort, threadId } from 'node:worker_threads';
	parentPort.on('message', async ({ kind, asked: { plan } }) => {
		if (plan.name === 'fault') throw new RangeError('planted');
		parentPort.postMessage({ ok: false, errors: [{ path: kind, message: plan.name + threadId }] });
	});`;

const told = async (answer: ReturnType<Desk['ask']>): Promise<string> => {
	const given = await answer;
	return given.ok ? '' : given.errors.map(({ path, message }) => `${path} ${message}`).join();
};

describe('a desk without other threads', () => {
	it('gives the bytes that the work gives', async () => {
		const plan = asked('Checkout');
		expect(await new Desk().ask('points', plan)).toEqual(await WORKS.points(plan));
	});
});

describe('a desk with a thread', () => {
	beforeEach(() => {
		vi.stubEnv(WORKER_SCRIPT, `data:text/javascript,${encodeURIComponent(THREAD)}`);
		return () => {
			vi.unstubAllEnvs();
		};
	});

	it('gives each of 20 who ask at once the answer to his own question, all by one thread', async () => {
		const desk = new Desk();
		const names = Array.from({ length: 20 }, (_, at) => `plan ${at} `);
		const given = await Promise.all(names.map((name) => told(desk.ask('points', asked(name)))));
		const thread = given[0]?.split(' ').at(-1);
		expect(given).toEqual(names.map((name) => `points ${name}${thread}`));
	});

	it('throws the fault that ends a thread, and answers the next by another', async () => {
		const desk = new Desk();
		const first = await told(desk.ask('points', asked('a')));
		const fault = desk.ask('points', asked('fault'));
		const next = desk.ask('ranges', asked('a'));
		await expect(fault).rejects.toThrow('planted');
		expect(await told(next)).toMatch(/^ranges a\d+$/);
		expect(await told(next)).not.toBe(first.replace('points', 'ranges'));
	});
});
