import { describe, expect, it } from 'vitest';
import { Slices, type Job, type Steps } from './slices.ts';

/** A clock that moves with every look, and pauses that the test ends by hand. */
function surroundings(slice: number) {
	let time = 0;
	const waiting: (() => void)[] = [];
	return {
		around: {
			pause: () => new Promise<void>((resolve) => waiting.push(resolve)),
			now: () => time++,
			slice
		},
		/** Lets everything that is due run, pause after pause, `turns` times. */
		async turns(count: number) {
			for (let i = 0; i < count; i++) {
				waiting.shift()?.();
				for (let k = 0; k < 10; k++) await Promise.resolve();
			}
		}
	};
}

function* counting(steps: number, tally: string[], name: string): Steps<string> {
	for (let i = 0; i < steps; i++) {
		tally.push(`${name} ${i}`);
		yield i / steps;
	}
	return name;
}

const job = (name: string, steps: number, tally: string[]): Job<string> => ({
	begin: () => Promise.resolve(counting(steps, tally, name)),
	onProgress: (share) => tally.push(`${name} at ${share}`),
	onDone: (result) => tally.push(`done ${result}`),
	onFailed: () => tally.push(`failed ${name}`)
});

describe('slices', () => {
	it('works between pauses, says how far it is at each, and then gives the result', async () => {
		const tally: string[] = [];
		const { around, turns } = surroundings(2);
		new Slices<string>(around).put('a', job('a', 3, tally));
		await turns(4);
		// The clock shows 0; the slice ends at 2, which is the second look.
		expect(tally).toEqual(['a 0', 'a 1', 'a at 0.3333333333333333', 'a 2', 'done a']);
	});

	it('stops a job at its next step when a newer one of its name comes, and never answers it', async () => {
		const tally: string[] = [];
		const { around, turns } = surroundings(1);
		const slices = new Slices<string>(around);
		slices.put('ranges', job('old', 100, tally));
		await turns(3);
		slices.put('ranges', job('new', 2, tally));
		await turns(6);
		expect(tally.filter((word) => word.startsWith('done'))).toEqual(['done new']);
		expect(tally.filter((word) => /^old \d/.test(word)).length).toBeLessThan(5);
	});

	it('answers two names one after the other, and nothing that was dropped', async () => {
		const tally: string[] = [];
		const { around, turns } = surroundings(100);
		const slices = new Slices<string>(around);
		slices.put('a', job('a', 2, tally));
		slices.put('b', job('b', 2, tally));
		slices.put('c', job('c', 2, tally));
		slices.drop('b');
		await turns(5);
		expect(tally.filter((word) => word.startsWith('done'))).toEqual(['done a', 'done c']);
	});

	it('tells of work that throws and goes on with the next', async () => {
		const tally: string[] = [];
		const { around, turns } = surroundings(100);
		const slices = new Slices<string>(around);
		slices.put('a', { ...job('a', 1, tally), begin: () => Promise.reject(new Error('no prices')) });
		slices.put('b', job('b', 1, tally));
		await turns(4);
		expect(tally).toEqual(['failed a', 'b 0', 'done b']);
	});
});
