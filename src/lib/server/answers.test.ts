import { describe, expect, it } from 'vitest';
import { failure, success, type Parsed } from '../plan/parsed.ts';
import { Answers } from './answers.ts';

const keepsGood = ({ ok }: Parsed<number>): number | undefined => (ok ? 1 : undefined);

describe('Answers', () => {
	it('works once for 40 who ask the same at the same time, and not again for the next', async () => {
		const answers = new Answers<Parsed<number>>(10, keepsGood);
		let worked = 0;
		const ask = () => answers.ask('pods', async () => success(++worked));
		const told = await Promise.all(Array.from({ length: 40 }, ask));
		expect(told).toEqual(Array.from({ length: 40 }, () => success(1)));
		expect(await ask()).toEqual(success(1));
	});

	it('keeps no fault: the next who asks may fare better', async () => {
		const answers = new Answers<Parsed<number>>(10, keepsGood);
		const first = await answers.ask('pods', async () => failure('pods', 'planted'));
		expect(first.ok).toBe(false);
		const thrown = answers.ask('pods', () => Promise.reject(new RangeError('planted')));
		await expect(thrown).rejects.toThrow('planted');
		expect(await answers.ask('pods', async () => success(3))).toEqual(success(3));
	});

	it('gives each question its own answer, and works again for one that had to make room', async () => {
		const answers = new Answers<string>(10, (answer, question) => answer.length + question.length);
		const asked: string[] = [];
		const ask = (question: string) =>
			answers.ask(question, async () => {
				asked.push(question);
				return question.toUpperCase();
			});
		// Of weight 6, 4 and 2: the third fits beside the second alone.
		for (const question of ['abc', 'de', 'f', 'de', 'f', 'abc']) {
			expect(await ask(question)).toBe(question.toUpperCase());
		}
		expect(asked).toEqual(['abc', 'de', 'f', 'abc']);
	});
});
