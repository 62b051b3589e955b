import { describe, expect, it } from 'vitest';
import { Busy, Turnstile } from './turnstile.ts';

describe('Turnstile', () => {
	it('works on 5 calls one after the other, in the order they came', async () => {
		const gate = new Turnstile(5);
		const log: string[] = [];
		const call = (id: number) =>
			gate.pass(async () => {
				log.push(`in ${id}`);
				await Promise.resolve();
				log.push(`out ${id}`);
				return id;
			});
		const ids = [1, 2, 3, 4, 5];
		expect(await Promise.all(ids.map(call))).toEqual(ids);
		expect(log).toEqual(ids.flatMap((id) => [`in ${id}`, `out ${id}`]));
	});

	it('turns the third call away while two are inside or waiting, and takes it later', async () => {
		const gate = new Turnstile(2);
		const calls = [gate.pass(() => 1), gate.pass(() => 2)];
		await expect(gate.pass(() => 3)).rejects.toBeInstanceOf(Busy);
		await Promise.all(calls);
		expect(await gate.pass(() => 3)).toBe(3);
	});

	it('lets the next call in after one that throws', async () => {
		const gate = new Turnstile(2);
		const broken = gate.pass(() => {
			throw new RangeError('planted');
		});
		const next = gate.pass(() => 'fine');
		await expect(broken).rejects.toThrow('planted');
		expect(await next).toBe('fine');
	});
});
