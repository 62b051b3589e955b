import { describe, expect, it } from 'vitest';
import { isOwnComputer } from './own-computer.ts';

const of = (address: string): boolean => isOwnComputer(new URL(address));

describe('isOwnComputer', () => {
	it.each([
		'http://localhost:5173/',
		'http://meshup.localhost/',
		'http://127.0.0.1:3000/plan/',
		'http://127.8.0.4/',
		'http://0.0.0.0:3000/',
		'http://[::1]:3000/',
		'file:///home/me/meshup/index.html'
	])('is true of %s', (address) => {
		expect(of(address)).toBe(true);
	});

	it.each([
		'https://meshup.example/',
		'http://meshup.intern:8080/',
		'http://10.0.0.7:3000/',
		'http://localhost.example/',
		'https://127.0.0.1.example/'
	])('is false of %s, which others may reach', (address) => {
		expect(of(address)).toBe(false);
	});
});
