import { describe, expect, it } from 'vitest';
import { exampleCloud } from './example-cloud.ts';
import { cloudSchema } from './cloud-schema.ts';
import { dateText, decimalText, figure, rangeFigure, source } from './schema.ts';
import { isUnitText } from './unit-text.ts';

describe('schema of figures', () => {
	const one = { amount: '0.02', unit: 'USD/GB', grade: 'B', source: 'list', asOf: '2026' };

	it('takes amounts as plain decimals only', () => {
		for (const good of ['0', '0.02', '-1.5', '1073741824']) {
			expect(decimalText.safeParse(good).success).toBe(true);
		}
		for (const bad of ['', '.5', '1e3', '01', '1,5', '0x1', 'Infinity', '1'.repeat(16)]) {
			expect(decimalText.safeParse(bad).success).toBe(false);
		}
	});

	it('takes units in the engine’s order: USD/GiB-month, not USD/month-GiB', () => {
		for (const good of [
			'1',
			'USD',
			'USD/GiB-month',
			'core/node',
			'request/service-hour',
			'1/year'
		]) {
			expect(isUnitText(good)).toBe(true);
		}
		for (const bad of ['', 'USD/month-GiB', 'usd', 'USD/GB/month', 'USD/', '1/', 'EUR/GB']) {
			expect(isUnitText(bad)).toBe(false);
		}
	});

	it('takes dates down to the year, and undated', () => {
		for (const good of ['2026-11-20', '2026-11', '2026', 'undated']) {
			expect(dateText.safeParse(good).success).toBe(true);
		}
		for (const bad of ['2026-13', '2026-11-32', '20.11.2026', '1999', '']) {
			expect(dateText.safeParse(bad).success).toBe(false);
		}
	});

	it('asks a derived figure for its sum and an assumed one for its reason', () => {
		expect(figure.safeParse({ ...one, method: 'published' }).success).toBe(true);
		expect(figure.safeParse({ ...one, method: 'derived' }).success).toBe(false);
		expect(figure.safeParse({ ...one, method: 'derived', derivation: '2 × 0.01' }).success).toBe(
			true
		);
		expect(figure.safeParse({ ...one, method: 'assumed' }).success).toBe(false);
		expect(figure.safeParse({ ...one, method: 'assumed', reason: 'No source.' }).success).toBe(
			true
		);
	});

	it('refuses an unknown field', () => {
		expect(figure.safeParse({ ...one, method: 'published', price: '1' }).success).toBe(false);
	});

	it('asks a range for numeric order, and for equal ends only when fixed', () => {
		const range = { unit: '1', method: 'published', grade: 'B', sources: ['list'], asOf: '2026' };
		const of = (low: string, central: string, high: string, distribution: string): boolean =>
			rangeFigure.safeParse({ ...range, low, central, high, distribution }).success;
		expect(of('0.7', '0.8', '1.0', 'pert')).toBe(true);
		expect(of('9', '10', '11', 'splitLognormal')).toBe(true);
		expect(of('0.9', '0.8', '1.0', 'pert')).toBe(false);
		expect(of('1', '1', '1', 'pert')).toBe(false);
		expect(of('1', '1', '1', 'fixed')).toBe(true);
		expect(of('0', '0', '1', 'pert')).toBe(true);
		expect(of('0.2', '0.2', '0.5', 'splitLognormal')).toBe(false);
		expect(of('0', '1', '2', 'splitLognormal')).toBe(false);
	});

	it('asks a source for a place to look, over https, and for a date', () => {
		const book = { publisher: 'Example', title: 'Price list', date: '2026' };
		expect(source.safeParse({ ...book, url: 'https://example.com/p' }).success).toBe(true);
		expect(source.safeParse({ ...book, url: 'http://example.com/p' }).success).toBe(false);
		expect(source.safeParse({ ...book, repo: 'owner/name', path: 'a.json' }).success).toBe(true);
		expect(source.safeParse({ ...book, path: 'a.json', locator: 'page 2' }).success).toBe(false);
		expect(source.safeParse(book).success).toBe(false);
		expect(source.safeParse({ ...book, url: 'https://example.com', date: undefined }).success).toBe(
			false
		);
	});

	it('takes the example cloud of the tests', () => {
		expect(cloudSchema.safeParse(exampleCloud).error).toBeUndefined();
	});
});
