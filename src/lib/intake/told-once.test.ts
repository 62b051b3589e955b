import { describe, expect, it } from 'vitest';
import { moreWords, toldOnce } from './told-once.ts';

const pod = (name: string, text: string, container = 'app') => ({
	path: `shop/${name} containers[${container}].cpu`,
	message: `shop/${name}: containers[${container}].cpu is "${text}". Allowed is a number.`
});
const line = (at: number) => ({
	path: `line ${at}`,
	message: `line ${at}: web-${at}-abc: CPU(cores) is "<unknown>". Allowed is a number.`
});

describe('toldOnce', () => {
	it('says a sentence of thirty pods once, with the first by name, a count and three examples', () => {
		const all = Array.from({ length: 30 }, (_, at) => pod(`web-${at}`, `${at}x`));
		const [told, ...others] = toldOnce(all);
		expect(others).toEqual([]);
		expect(told && told.message + moreWords(told)).toBe(
			'shop/web-0: containers[app].cpu is "0x". Allowed is a number. The same 29 times more, such as shop/web-1, shop/web-2, shop/web-3.'
		);
	});

	it('does so for lines of a table, and says "once" of a second', () => {
		const [told] = toldOnce([line(6), line(9)]);
		expect(told && told.message + moreWords(told)).toBe(
			'line 6: web-6-abc: CPU(cores) is "<unknown>". Allowed is a number. The same once more, such as line 9.'
		);
	});

	it('keeps sentences apart that differ, in the order in which they were found', () => {
		const told = toldOnce([
			pod('a', '1x'),
			{ path: '', message: 'It is cut off.' },
			pod('b', '2x', 'web'),
			{ path: 'offeredRps', message: 'wrk2 does not print its -R rate: enter it.' }
		]);
		expect(told.map((one) => [one.message, one.more])).toEqual([
			['shop/a: containers[app].cpu is "1x". Allowed is a number.', 1],
			['It is cut off.', 0],
			['offeredRps: wrk2 does not print its -R rate: enter it.', 0]
		]);
		expect(told[1] && moreWords(told[1])).toBe('');
	});

	it('names no example where no place is known, and none twice', () => {
		const same = { path: '', message: 'Only 200 files are read in one go.' };
		const [told] = toldOnce([same, same, same]);
		expect(told).toEqual({ message: same.message, more: 2, others: [] });
		const [twice] = toldOnce([pod('a', '1'), pod('b', '1'), pod('b', '1', 'web')]);
		expect(twice?.others).toEqual(['shop/b']);
	});
});
