import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Report } from '../report/types.ts';
import type { Estimator } from './estimator.ts';
import { exactFromWorker, type Question, type Reply } from './exact.ts';

/** Where an answer comes from is all that these tests look at. */
const named = (name: string): Report => ({ name }) as unknown as Report;
const THEIRS = named('worker');
const OURS = named('main thread');

const estimator = { report: () => ({ ok: true, value: OURS }) } as unknown as Estimator;

/** A worker that answers at once, or never. */
class FakeWorker {
	onmessage: ((event: { data: Reply }) => void) | undefined;
	onerror: (() => void) | undefined;
	ended = false;
	readonly #answers: boolean;

	constructor(answers: boolean) {
		this.#answers = answers;
	}

	postMessage({ id }: Question): void {
		if (this.#answers) this.onmessage?.({ data: { id, done: true, report: THEIRS } });
	}

	terminate(): void {
		this.ended = true;
	}
}

/** Opens workers that answer or not, one after another, and keeps them. */
function opening(...answers: readonly boolean[]) {
	const opened: FakeWorker[] = [];
	const exact = exactFromWorker(() => {
		const worker = new FakeWorker(answers[opened.length] ?? false);
		opened.push(worker);
		return worker as unknown as Worker;
	});
	const ask = async (): Promise<unknown> => {
		const report = exact.report(estimator, {});
		await vi.advanceTimersByTimeAsync(20_000);
		return await report;
	};
	return { opened, ask };
}

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it('takes what the worker says, and keeps it', async () => {
	const { opened, ask } = opening(true);
	expect([await ask(), await ask()]).toEqual([THEIRS, THEIRS]);
	expect(opened).toHaveLength(1);
});

it('answers by itself when the worker stays silent, ends it, and asks another next time', async () => {
	const { opened, ask } = opening(false, true);
	expect([await ask(), await ask()]).toEqual([OURS, THEIRS]);
	expect(opened.map(({ ended }) => ended)).toEqual([true, false]);
});

it('is patient with a queue: a reply now and then is no silence', async () => {
	let slow: FakeWorker | undefined;
	const exact = exactFromWorker(() => {
		slow = new FakeWorker(false);
		return slow as unknown as Worker;
	});
	const asked = Array.from({ length: 6 }, () => exact.report(estimator, {}));
	for (const id of [1, 2, 3, 4, 5, 6]) {
		await vi.advanceTimersByTimeAsync(1500);
		slow?.onmessage?.({ data: { id, done: true, report: THEIRS } });
	}
	expect(await Promise.all(asked)).toEqual(Array(6).fill(THEIRS));
	expect(slow?.ended).toBe(false);
});

it('gives a worker whose script is still on its way the longer time, whatever it is asked meanwhile', async () => {
	let late: FakeWorker | undefined;
	const exact = exactFromWorker(() => {
		late = new FakeWorker(false);
		return late as unknown as Worker;
	});
	const asked = [exact.report(estimator, {}), exact.report(estimator, {})];
	await vi.advanceTimersByTimeAsync(5000);
	for (const id of [1, 2]) late?.onmessage?.({ data: { id, done: true, report: THEIRS } });
	expect(await Promise.all(asked)).toEqual([THEIRS, THEIRS]);
});

it('asks none again after three silences in a row', async () => {
	const { opened, ask } = opening(false, false, false, true);
	expect([await ask(), await ask(), await ask(), await ask()]).toEqual([OURS, OURS, OURS, OURS]);
	expect(opened).toHaveLength(3);
});

it('asks none again where none can be opened', async () => {
	let tries = 0;
	const exact = exactFromWorker(() => {
		tries += 1;
		throw new Error('a policy forbids it');
	});
	for (const _ of [1, 2]) {
		const report = exact.report(estimator, {});
		await vi.advanceTimersByTimeAsync(100);
		expect(await report).toBe(OURS);
	}
	expect(tries).toBe(1);
});
