import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.ts';
import { isMissing } from './parsed.ts';
import { payloadSlopes } from './payload.ts';
import type { Run } from './run.ts';

const RATES = [100, 200, 400, 800];

/** One proxy in proportion to the rate: 0.2 core-ms a request, and 2 core-µs for each KiB beyond 1. */
const run = (rps: number, payloadKiB: number): Run => ({
	label: `${rps}, ${payloadKiB} KiB`,
	mesh: 'consul',
	offeredRps: rps,
	achievedRps: rps,
	payloadKiB,
	latencyMs: {},
	components: [{ name: 'p', role: 'proxy', cpuCores: rps * (0.0002 + 2e-6 * (payloadKiB - 1)) }],
	source: { format: 'fortio', tool: 'Fortio' }
});

describe('what a KiB more costs', () => {
	it('is 2 core-µs a request from 1 and 17 KiB at four rates', () => {
		const analyses = analyse([1, 17].flatMap((kib) => RATES.map((rps) => run(rps, kib))));
		const [slope] = payloadSlopes(analyses);
		expect(slope?.mesh).toBe('consul');
		if (!slope || isMissing(slope.c2)) throw new Error('no slope');
		expect(Number(slope.c2.value.toPrecision(6))).toBe(2e-6);
		expect(slope.c2.n).toBe(4);
	});

	it('is not asked for with one payload, and is missing where no rate was measured with both', () => {
		expect(payloadSlopes(analyse(RATES.map((rps) => run(rps, 1))))).toEqual([]);
		const apart = analyse([
			...RATES.map((rps) => run(rps, 1)),
			...[3000, 4000].map((rps) => run(rps, 9))
		]);
		const [slope] = payloadSlopes(apart);
		expect(slope && isMissing(slope.c2)).toBe(true);
	});
});
