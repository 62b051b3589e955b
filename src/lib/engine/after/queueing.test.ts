import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, saturationRate, waitQuantile } from './queueing.ts';

const near = (actual: number, expected: number, tolerance = 1e-12) =>
	expect(Math.abs(actual - expected)).toBeLessThan(tolerance);

const servers = fc.record({
	secondsPerRequest: fc.double({ min: 1e-6, max: 1e-2, noNaN: true }),
	workers: fc.integer({ min: 1, max: 16 })
});
const share = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('Erlang formulas (model §11)', () => {
	it('blocks 1/5 of a load of 1 on 2 workers and makes 1/3 wait', () => {
		// B1 = 1/2, B2 = (1·½)/(2 + ½) = 1/5; C = (1/5)/(1 − ½·4/5) = 1/3.
		near(erlangB(2, 1), 1 / 5);
		near(erlangC(2, 1), 1 / 3);
	});

	it('makes the load itself wait with one worker: C(1, 0.7) = 0.7', () => {
		near(erlangC(1, 0.7), 0.7);
	});

	it('makes 4/23 of a load of 2 on 4 workers wait, as B4 = 2/21', () => {
		// B1 = 2/3, B2 = 2/5, B3 = 4/19, B4 = (8/19)/(4 + 8/19) = 8/84 = 2/21; C = B/(1 − ½·19/21) = 4/23.
		near(erlangB(4, 2), 2 / 21);
		near(erlangC(4, 2), 4 / 23);
	});

	it('makes nobody wait without load and everybody at saturation', () => {
		expect(erlangC(3, 0)).toBe(0);
		expect(erlangC(3, 3)).toBe(1);
	});
});

describe('waitQuantile', () => {
	it('lets 1 % wait longer than ln(70)/(1000 − 700) s with one worker at 700 of 1000 a second', () => {
		// M/M/1: P(W > t) = 0.7·e^{−300t} = 0.01 at t = ln(70)/300.
		near(waitQuantile({ secondsPerRequest: 0.001, workers: 1 }, 700, 0.99), Math.log(70) / 300);
	});

	it('is 0 at rate 0 and grows past every bound at saturation (§18.9)', () => {
		fc.assert(
			fc.property(servers, (server) => {
				const saturation = saturationRate(server) ?? NaN;
				expect(waitQuantile(server, 0, 0.99)).toBe(0);
				expect(waitQuantile(server, saturation, 0.99)).toBe(Infinity);
				const close = waitQuantile(server, saturation * (1 - 1e-9), 0.99);
				expect(close / server.secondsPerRequest).toBeGreaterThan(1e6);
			})
		);
	});

	it('never falls as the rate rises', () => {
		fc.assert(
			fc.property(servers, share, share, (server, a, b) => {
				const saturation = saturationRate(server) ?? NaN;
				const wait = (load: number) => waitQuantile(server, load * saturation, 0.99);
				expect(wait(Math.min(a, b))).toBeLessThanOrEqual(wait(Math.max(a, b)) * (1 + 1e-12));
			})
		);
	});
});

describe('saturationRate', () => {
	it('is 2/0.0002045 = 9779.95 requests a second for two workers', () => {
		near(saturationRate({ secondsPerRequest: 0.0002045, workers: 2 }) ?? NaN, 9779.9511, 1e-4);
	});

	it('is undefined when a request costs no CPU', () => {
		expect(saturationRate({ secondsPerRequest: 0, workers: 2 })).toBeUndefined();
	});
});
