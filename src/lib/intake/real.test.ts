import { describe, expect, it } from 'vitest';
import { fixture, jsonFixture } from '../../../tests/intake/fixture.ts';
import { analyse } from './analyse.ts';
import { withSeries } from './attach.ts';
import { readHeyText } from './hey-text.ts';
import { isMissing } from './parsed.ts';
import { readPrometheus } from './prometheus.ts';
import type { Run } from './run.ts';
import { listAt, numberAt, textAt } from './shape.ts';
import { guessMesh } from './sweeps.ts';

const windows = listAt(jsonFixture('real-windows.json'));
const reading = readPrometheus(jsonFixture('real-prometheus-cpu.json'));
const series = reading.ok ? reading.value.series : [];

/** A run of hey at 5 × rate requests a second, with the CPU Prometheus saw meanwhile. */
function measured(side: 'direct' | 'proxied', rps: number): Run {
	const file = `real-hey-${side}-${rps}.txt`;
	const read = readHeyText(fixture(file), file);
	const run = read.ok ? read.value.runs[0] : undefined;
	const stay = windows.find((one) => textAt(one, 'side') === side && numberAt(one, 'rps') === rps);
	if (!run) throw new Error(file);
	// Five seconds pass until a 5 s rate has forgotten what was before.
	const window = { fromS: (numberAt(stay, 'fromS') ?? 0) + 5, toS: numberAt(stay, 'toS') ?? 0 };
	const mesh = side === 'direct' ? 'none' : 'a plain reverse proxy';
	return withSeries({ ...run, mesh }, series, { window, proxies: ['proxy'] });
}

const RATES = [50, 100, 200, 400, 800] as const;

describe('a reverse proxy measured here with hey and Prometheus', () => {
	const runs = RATES.flatMap((rps) => [measured('direct', rps), measured('proxied', rps)]);
	const idle = measured('direct', 50).components.find((one) => one.name === 'proxy')?.cpuCores;
	const [analysis] = analyse(
		runs.map((run) => (run.mesh === 'none' ? { ...run, components: [] } : run)),
		{ idleOf: () => idle ?? 0 }
	);
	const cpu = analysis?.cpu;

	it('pairs 3 of 5 levels by the rate reached: 179 and 194, 704 and 616 are not alike', () => {
		expect(analysis?.sweep.pairs.map((pair) => pair.rps)).toEqual([49.5481, 99.4882, 339.1817]);
	});

	it('finds 5 runs saturated once the rates asked for are stated', () => {
		// Asked 50, 100, 200, 400, 800 with the proxy; reached 49.5, 99.5, 194.1, 339.2, 615.6.
		const asked = runs.map((run, i) => ({ ...run, offeredRps: RATES[Math.floor(i / 2)] }));
		const [stated] = analyse(asked);
		expect(stated?.points).toHaveLength(3);
		expect(stated?.excluded).toHaveLength(2);
		const found = stated?.findings.filter((one) => one.code === 'SATURATED_BASELINE');
		expect(found).toHaveLength(3); // 179.0 of 200, 340.5 of 400, 704.1 of 800
	});

	it('costs less a request as it gets busier: β within 0.05 of 0.66, R² above 0.9', () => {
		// Cores of the proxy by the counter itself, less 0.0024 idle: 0.0214 at 49.5 requests/s and
		// 0.1130 at 615.6; ln(0.1130 / 0.0214) / ln(615.6 / 49.5) = 0.660.
		if (!cpu || isMissing(cpu)) throw new Error('no fit');
		expect(cpu.method).toBe('power');
		expect(Math.abs(cpu.beta.value - 0.66)).toBeLessThan(0.05);
		expect(cpu.r2).toBeGreaterThan(0.9);
	});

	it('marks every run as closed loop, short and without warm-up', () => {
		const codes = new Set(analysis?.findings.map((finding) => finding.code));
		for (const code of ['CLOSED_LOOP', 'TOO_SHORT', 'NO_WARMUP'] as const)
			expect(codes.has(code)).toBe(true);
	});

	it('adds latency at the median, as a lower bound', () => {
		const hop = analysis?.hopP50;
		if (!hop || isMissing(hop)) throw new Error('no hop');
		expect(hop.lowerBound).toBe(true);
		expect(hop.medianMs).toBeGreaterThan(0);
	});

	it('guesses "direct" as the baseline from the name, and nothing for "proxied"', () => {
		const bare = runs.map((run) => guessMesh({ ...run, mesh: undefined }));
		expect(bare.slice(0, 2)).toEqual(['none', undefined]);
	});
});
