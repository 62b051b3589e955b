import { expect, it } from 'vitest';
import { Builder } from './builder.ts';
import { priceOf } from './part.ts';

const unit = { low: 1, high: 2, gap: false };

it('works (x · growth) · price out as x · price once and growth by month: 1 + 36 steps a sample', () => {
	const builder = new Builder(36);
	const [x, price] = [builder.column('x', unit), builder.column('price', unit)];
	const growth = builder.make('exp', [builder.make('mul', [builder.month(), x])]);
	const standing = builder.make('mul', [builder.column('y', unit), growth]);
	const cost = builder.make('mul', [standing, price]);
	const [inner] = builder.at(cost).args.map((arg) => priceOf(builder.at(arg)));
	expect(priceOf(builder.at(cost))).toBe(36);
	expect(
		builder
			.at(cost)
			.args.map((arg) => priceOf(builder.at(arg)))
			.sort()
	).toEqual([1, 36]);
	expect([1, 36]).toContain(inner);
});

it('prices what changes once a year at 3 steps in 36 months', () => {
	const builder = new Builder(36);
	const years = builder.make('floor', [
		builder.make('div', [builder.month(), builder.constant(12)])
	]);
	const rise = builder.make('exp', [builder.make('mul', [years, builder.column('x', unit)])]);
	expect(priceOf(builder.at(rise))).toBe(3);
});

it('asks no sample what the bounds decide: the larger of 1 to 2 and 0.5 is the former', () => {
	const builder = new Builder(12);
	const x = builder.column('x', unit);
	const half = builder.constant(0.5);
	expect(builder.make('max', [half, x])).toBe(x);
	expect(builder.make('min', [half, x])).toBe(half);
	expect(builder.make('guard', [x])).toBe(x);
	expect(builder.make('ifAbove', [x, half, half, x])).toBe(half);
});

it('makes one number of a count that is 2 in every sample', () => {
	const builder = new Builder(12);
	const count = builder.make('ceil', [
		builder.make('div', [builder.column('x', unit), builder.constant(1.9)])
	]);
	const two = builder.make('ceil', [
		builder.make('add', [builder.column('z', { ...unit, low: 1.5 }), builder.constant(0)])
	]);
	expect(priceOf(builder.at(count))).toBe(1); // 0.53 to 1.05: 1 or 2
	expect(builder.at(two).series).toEqual(Float64Array.of(2));
});

it('gives equal steps one place, whichever option asks', () => {
	const builder = new Builder(12);
	const sum = () => builder.make('add', [builder.column('x', unit), builder.column('y', unit)]);
	expect(sum()).toBe(sum());
	expect(builder.parts).toHaveLength(3);
});

it('leaves a gap a gap: 0 times an input without a figure is no number', () => {
	const builder = new Builder(12);
	const none = builder.make('mul', [builder.constant(0), builder.constant(NaN)]);
	expect(builder.at(none).series).toEqual(Float64Array.of(NaN));
	const guarded = builder.make('guard', [builder.column('x', { low: -1, high: 1, gap: false })]);
	const zero = builder.constant(0);
	expect(builder.make('mul', [zero, guarded])).not.toBe(zero);
});

it('rounds the larger of two counts once', () => {
	const builder = new Builder(12);
	const counts = ['x', 'y'].map((name) => builder.make('ceil', [builder.column(name, unit)]));
	const larger = builder.at(builder.make('max', counts));
	expect([larger.op, ...larger.args.map((arg) => builder.at(arg).op)]).toEqual(['ceil', 'max']);
});
