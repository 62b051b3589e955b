import { describe, expect, it } from 'vitest';
import { failure, success, type Parsed } from '../plan/parsed.ts';
import { Answers } from './answers.ts';

describe('Answers', () => {
	it('works once for 40 who ask the same at the same time, and not again for the next', async () => {
		const answers = new Answers<Parsed<number>>(10, ({ ok }) => ok);
		let worked = 0;
		const ask = () => answers.ask('pods', async () => success(++worked));
		const told = await Promise.all(Array.from({ length: 40 }, ask));
		expect(told).toEqual(Array.from({ length: 40 }, () => success(1)));
		expect(await ask()).toEqual(success(1));
	});

	it('keeps no fault: the next who asks may fare better', async () => {
		const answers = new Answers<Parsed<number>>(10, ({ ok }) => ok);
		const first = await answers.ask('pods', async () => failure('pods', 'planted'));
		expect(first.ok).toBe(false);
		const thrown = answers.ask('pods', () => Promise.reject(new RangeError('planted')));
		await expect(thrown).rejects.toThrow('planted');
		expect(await answers.ask('pods', async () => success(3))).toEqual(success(3));
	});
});
