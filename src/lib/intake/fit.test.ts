import { describe, expect, it } from 'vitest';
import { fitCpu, type CpuFit, type CpuSweep } from './fit-cpu.ts';
import { fitMemory, fitPayload } from './fit-slopes.ts';
import { leastSquares } from './least-squares.ts';
import { isMissing } from './parsed.ts';
import { studentT } from './student.ts';

function fitted(sweep: CpuSweep): CpuFit {
	const fit = fitCpu(sweep);
	if (isMissing(fit)) throw new Error(fit.reason);
	return fit;
}

describe('studentT', () => {
	it.each([
		[0.95, 1, '12.7062'],
		[0.95, 10, '2.2281'],
		[0.99, 3, '5.8409'],
		[0.99, 30, '2.7500'],
		[0.8, 5, '1.4759'],
		[0.95, 100_000, '1.9600']
	])('gives the tabled quantile of level %d with %d degrees: %s', (level, freedom, table) => {
		expect(studentT(level, freedom).toFixed(4)).toBe(table);
	});
});

describe('leastSquares', () => {
	it('gives y = 1 + 2x through 1, 3.1, 4.9, 7 to the slope of a hand calculation', () => {
		// x̄ 1.5, ȳ 4; Sxx 5, Sxy (−1.5·−3)+(−.5·−.9)+(.5·.9)+(1.5·3) = 9.9; b 1.98, a 1.03.
		// Residuals −.03 .09 −.09 .03: SS 0.018, variance 0.009; se(b) = √(0.009/5) = 0.0424264.
		const line = leastSquares([1, 3.1, 4.9, 7].map((y, x) => ({ x, y })));
		expect(line?.b.toFixed(6)).toBe('1.980000');
		expect(line?.a.toFixed(6)).toBe('1.030000');
		expect(line?.errorB.toFixed(6)).toBe('0.042426');
		expect(line?.r2.toFixed(6)).toBe((1 - 0.018 / 19.62).toFixed(6));
	});

	it('refuses two points and points above one another', () => {
		expect(
			leastSquares([
				{ x: 1, y: 1 },
				{ x: 2, y: 2 }
			])
		).toBe(undefined);
		expect(leastSquares([1, 2, 3].map((y) => ({ x: 5, y })))).toBe(undefined);
	});
});

describe('fitCpu', () => {
	it('finds β 0.806 and R² 0.9997 in the series Istio published in 2020 (model.md §4)', () => {
		const rates = [10, 100, 500, 1000, 2000, 3000];
		const milli = [9.1, 43.8, 157.3, 275, 455.3, 614.7];
		const points = rates.map((rps, i) => ({ rps, cores: (milli[i] ?? 0) / 1000 }));
		const fit = fitted({ points, proxies: 1, idle: { cores: 0.0028, from: 'published' } });
		expect(fit.method).toBe('power');
		expect(fit.beta.value.toFixed(3)).toBe('0.806');
		expect(fit.r2.toFixed(4)).toBe('0.9997');
		expect(fit.usable).toBe(true);
	});

	it('fits a line of 4 levels: 3 proxies, 0.03 + 0.0006 rps gives c0 0.01 and c1 0.0002', () => {
		const points = [100, 200, 300, 400].map((rps) => ({ rps, cores: 0.03 + 0.0006 * rps }));
		const fit = fitted({ points, proxies: 3 });
		expect(fit.method).toBe('line');
		expect(fit.c0.value.toFixed(12)).toBe('0.010000000000');
		expect(fit.c1.value.toFixed(12)).toBe('0.000200000000');
		expect(fit.usable).toBe(true);
	});

	it('shows 3 levels but keeps the published value, and refuses 2', () => {
		const points = [100, 200, 300].map((rps) => ({ rps, cores: 0.001 * rps }));
		expect(fitted({ points, proxies: 1 }).usable).toBe(false);
		expect(fitCpu({ points: points.slice(1), proxies: 1 })).toMatchObject({
			missing: 'not-measured'
		});
	});

	it('shows a fit with R² below 0.9 and does not use it', () => {
		const points = [100, 200, 300, 400].map((rps, i) => ({
			rps,
			cores: [0.1, 0.4, 0.1, 0.4][i] ?? 0
		}));
		// Sxx 50000, Sxy 30, b 0.0006; R² = 30² / (50000 · 0.09) = 0.2.
		const fit = fitted({ points, proxies: 1 });
		expect(fit.r2.toFixed(6)).toBe('0.200000');
		expect(fit.usable).toBe(false);
	});

	it('refuses CPU that falls as the rate rises', () => {
		const points = [100, 200, 300, 400].map((rps) => ({ rps, cores: 1 - 0.001 * rps }));
		expect(fitCpu({ points, proxies: 1 })).toMatchObject({ missing: 'not-measured' });
	});

	it('holds a slope of 1.2 at β = 1 and says so', () => {
		const points = [10, 50, 100, 500, 1000].map((rps) => ({ rps, cores: 1e-4 * rps ** 1.2 }));
		const fit = fitted({ points, proxies: 1 });
		expect(fit.beta.value).toBe(1);
		expect(fit.why.join(' ')).toContain('1.200');
	});

	it('never gives a negative idle: an intercept of −0.02 becomes 0', () => {
		const points = [100, 200, 300, 400].map((rps) => ({ rps, cores: 0.001 * rps - 0.02 }));
		expect(fitted({ points, proxies: 1 }).c0.value).toBe(0);
	});
});

describe('fitPayload and fitMemory', () => {
	it('gives 1.5e-6 core-seconds a KiB: 0.0225 cores more at 1000 rps for 15 KiB', () => {
		const pair = { rps: 1000, small: { kib: 1, cores: 0.2 }, large: { kib: 16, cores: 0.2225 } };
		expect(fitPayload([pair], { proxies: 1, beta: 1 })).toMatchObject({
			n: 1,
			interval: undefined
		});
		const fit = fitPayload([pair], { proxies: 1, beta: 1 });
		expect(isMissing(fit) ? '' : fit.value.toFixed(12)).toBe('0.000001500000');
	});

	it('refuses a payload that makes CPU fall, and a single size', () => {
		const pair = { rps: 1000, small: { kib: 1, cores: 0.3 }, large: { kib: 16, cores: 0.2 } };
		expect(isMissing(fitPayload([pair], { proxies: 1, beta: 1 }))).toBe(true);
		expect(isMissing(fitPayload([], { proxies: 1, beta: 1 }))).toBe(true);
	});

	it('gives m0 50 MiB and 51.2 KiB a cluster from 3 sizes: 50 + 0.05 n', () => {
		const points = [100, 500, 1000].map((count) => ({ count, memMiB: 50 + 0.05 * count }));
		const fit = fitMemory(points);
		if (isMissing(fit)) throw new Error(fit.reason);
		expect(fit.m0MiB.value.toFixed(9)).toBe('50.000000000');
		expect(fit.slopeKiB.value.toFixed(9)).toBe('51.200000000');
		expect(isMissing(fitMemory(points.slice(1)))).toBe(true);
	});
});
