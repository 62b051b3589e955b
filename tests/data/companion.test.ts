import { beforeAll, describe, expect, it } from 'vitest';
import { COMPANION_IDS, companionFile } from '../../src/lib/catalog/companion-schema.ts';
import {
	companionRows,
	companionSource,
	loadCompanions,
	type Companions
} from '../../src/lib/catalog/companion.ts';

let companions: Companions;
beforeAll(async () => {
	companions = await loadCompanions();
});

const ends = (id: (typeof COMPANION_IDS)[number], name: string) => {
	const figure = companions.get(id)?.figures[name];
	if (figure === undefined) return undefined;
	return 'amount' in figure ? [figure.amount] : [figure.low, figure.central, figure.high];
};

describe('companions', () => {
	it('are five, each under the strict schema', () => {
		expect([...companions.keys()].sort()).toEqual([...COMPANION_IDS].sort());
		for (const file of companions.values()) {
			expect([file.id, companionFile.safeParse(file).error?.message]).toEqual([file.id, undefined]);
		}
	});

	it('store samples, series, spans and log lines in the sizes of the facts', () => {
		expect(ends('prometheus', 'bytesPerSample')).toEqual(['1', '1.5', '2']);
		expect(ends('prometheus', 'memKiBPerSeries')).toEqual(['3', '6', '10']);
		expect(ends('prometheus', 'scrapeSeconds')).toEqual(['15']);
		expect(ends('jaeger', 'bytesPerSpan')).toEqual(['150', '500', '1000']);
		expect(ends('jaeger', 'traceSampling')).toEqual(['0.001', '0.01', '0.1']);
		expect(ends('jaeger', 'bytesPerLog')).toEqual(['287', '300', '800']);
	});

	it('reserve 1 core and 512 MiB for Grafana, 0.5 core and 1024 MiB for Jaeger', () => {
		const central = (id: 'grafana' | 'jaeger') => {
			const instance = companions.get(id)?.instance;
			return [instance?.cpu.central, instance?.memMiB.central];
		};
		expect(central('grafana')).toEqual(['1', '512']);
		expect(central('jaeger')).toEqual(['0.5', '1024']);
	});

	it('size an etcd member at 2 cores and 8 GiB up to 50 nodes, 16 and 64 up to 3000', () => {
		const tiers = companions.get('etcd')?.registry?.tiers ?? [];
		const sizes = tiers.map(({ maxNodes, cpu, memMiB }) => [maxNodes, cpu, memMiB]);
		expect(sizes[0]).toEqual(['50', '2', '8192']);
		expect(sizes[3]).toEqual(['3000', '16', '65536']);
	});

	it('list every figure with a source or a reason, each id once', () => {
		const rows = [...companionRows(companions)];
		expect(rows.length).toBeGreaterThan(90);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		expect(rows.filter(({ sources, why }) => sources.length === 0 && why === '')).toEqual([]);
		const lost = rows
			.flatMap(({ sources }) => sources)
			.filter((key) => !companionSource(companions, key));
		expect(lost).toEqual([]);
	});
});
