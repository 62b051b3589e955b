import { beforeAll, describe, expect, it } from 'vitest';
import { brotliCompressSync } from 'node:zlib';
import { BENCHMARK_FILES } from '../../src/lib/catalog/benchmark-files.ts';
import { COMPANION_FILES } from '../../src/lib/catalog/companion-files.ts';
import { loadBenefits } from '../../src/lib/catalog/benefits.ts';
import { ecosystemFile } from '../../src/lib/catalog/lifecycle-schema.ts';
import { INPUTS } from '../../src/lib/engine/inputs.ts';
import { MESH_FILES } from '../../src/lib/catalog/mesh-files.ts';
import { allMeshFigures } from '../../src/lib/catalog/mesh-figures.ts';
import { MESH_IDS, type MeshId } from '../../src/lib/catalog/mesh-ids.ts';
import { meshFile, meshOption } from '../../src/lib/catalog/mesh-schema.ts';
import {
	loadMeshes,
	meshFigures,
	meshSource,
	type MeshCatalog
} from '../../src/lib/catalog/mesh.ts';
import { loadPeople } from '../../src/lib/catalog/people.ts';
import { at, everyObject } from './mesh-shared.ts';

let catalog: MeshCatalog;
beforeAll(async () => {
	catalog = await loadMeshes();
});
const of = (id: MeshId) => meshFigures(catalog, id);

describe('mesh files', () => {
	it('are 7: six of meshes, one of what stands beside them; all pass the strict schema', () => {
		expect(MESH_FILES).toHaveLength(7);
		for (const file of catalog.files) expect(meshFile.safeParse(file).error).toBeUndefined();
		expect(ecosystemFile.safeParse(catalog.ecosystem).error).toBeUndefined();
	});

	it('give all 12 options, each complete once what it shares is filled in', () => {
		expect([...catalog.options.keys()]).toEqual([...MESH_IDS]);
		for (const { id, file, ...option } of catalog.options.values()) {
			expect(`${id} in ${file}: ${meshOption.safeParse(option).error?.message ?? 'whole'}`).toBe(
				`${id} in ${file}: whole`
			);
		}
	});

	it('have the parts that each kind of option needs', () => {
		for (const option of catalog.options.values()) {
			const has = (part: keyof typeof option) => option[part] !== undefined;
			expect([option.id, has('proxy')]).toEqual([option.id, option.kind === 'sidecar']);
			expect([option.id, has('ztunnel')]).toEqual([option.id, option.kind === 'ambient']);
			expect([option.id, has('waypoint')]).toEqual([option.id, option.kind === 'ambient']);
			expect([option.id, has('controlPlane')]).toEqual([option.id, option.kind !== 'none']);
			expect([option.id, has('lifecycle')]).toEqual([option.id, option.kind !== 'none']);
			expect(option.colour).toBe(`mesh-${option.id}`);
		}
	});

	it('name only sources that they have, and the same key is the same source everywhere', () => {
		const keys: string[] = [];
		for (const file of [...catalog.files, catalog.ecosystem]) {
			everyObject(file, (node) => {
				for (const key of ['source', 'policySource', 'endSource']) {
					if (typeof node[key] === 'string') keys.push(node[key]);
				}
				if (Array.isArray(node['sources'])) keys.push(...(node['sources'] as string[]));
			});
			for (const [key, source] of Object.entries(file.sources)) {
				expect([key, source]).toEqual([key, catalog.sources.get(key)]);
			}
		}
		expect(keys.length).toBeGreaterThan(300);
		expect(keys.filter((key) => meshSource(catalog, key) === undefined)).toEqual([]);
	});

	it('use no source key in vain', () => {
		for (const file of catalog.files) {
			const used = JSON.stringify(file.options);
			const idle = Object.keys(file.sources).filter((key) => !used.includes(`"${key}"`));
			expect([file.file, idle]).toEqual([file.file, []]);
		}
	});

	it('rest on observations that exist', () => {
		const known = new Set<unknown>();
		BENCHMARK_FILES.forEach((file) => everyObject(file, (node) => known.add(node['id'])));
		const named: string[] = [];
		everyObject(catalog.files, (node) => {
			if (Array.isArray(node['observations'])) named.push(...(node['observations'] as string[]));
		});
		expect(named.length).toBeGreaterThan(200);
		expect(named.filter((id) => !known.has(id))).toEqual([]);
	});

	it('hold low < central < high in every range that is drawn as P10, P50 and P90', () => {
		let ranges = 0;
		everyObject(catalog.files, (node) => {
			if (node['distribution'] !== 'splitLognormal') return;
			ranges += 1;
			const [low, central, high] = ['low', 'central', 'high'].map((end) => Number(node[end]));
			expect([node, (low ?? 0) > 0]).toEqual([node, true]);
			expect([node, (low ?? 1) < (central ?? 0)]).toEqual([node, true]);
			expect([node, (central ?? 1) < (high ?? 0)]).toEqual([node, true]);
		});
		expect(ranges).toBeGreaterThan(70);
	});

	it('stay in plausible bounds for each unit', () => {
		const bounds: Record<string, readonly [number, number]> = {
			'core-s/traversal': [1e-5, 0.002],
			'core-s/KiB-traversal': [1e-7, 1e-5],
			'core/pod': [0, 2],
			'MiB/pod': [0, 1024],
			'KiB/pod-service': [0, 200],
			'KiB/pod-endpoint': [0, 100],
			ms: [0, 20],
			FTE: [0, 3],
			'core/connection': [0.1, 3],
			'MiB/connection': [500, 3000]
		};
		let seen = 0;
		everyObject(catalog.files, (node) => {
			const [least, most] = bounds[String(node['unit'])] ?? [-1, Infinity];
			for (const end of ['low', 'central', 'high', 'amount']) {
				if (node[end] === undefined || least === -1) continue;
				seen += 1;
				expect([node, Number(node[end]) >= least]).toEqual([node, true]);
				expect([node, Number(node[end]) <= most]).toEqual([node, true]);
			}
		});
		expect(seen).toBeGreaterThan(250);
	});

	it('speak the units of the engine’s inputs, whatever their order of factors', () => {
		const factors = (unit: unknown) => String(unit).split(/[/-]/).sort().join(' ');
		const parts = [
			['mesh.proxy', 'istio-sidecar', 'proxy'],
			['mesh.ztunnel', 'istio-ambient', 'ztunnel'],
			['mesh.gateway', 'istio-sidecar', 'gateway'],
			['mesh.nodeAgent', 'istio-ambient', 'nodeAgent'],
			['mesh.controlPlane', 'istio-sidecar', 'controlPlane'],
			['observability', 'istio-ambient', 'telemetry'],
			['latency', 'istio-sidecar', 'latency'],
			['support', 'consul', 'support']
		] as const;
		let compared = 0;
		for (const [inputs, id, part] of parts) {
			for (const [field, figure] of Object.entries(of(id)[part] ?? {})) {
				const [here, there] = [at(figure, 'unit'), at(INPUTS, `${inputs}.${field}.unit`)];
				if (here === undefined || there === undefined) continue;
				compared += 1;
				expect([id, field, factors(here)]).toEqual([id, field, factors(there)]);
			}
		}
		expect(compared).toBeGreaterThan(35);
	});

	it('date nothing after 2026-11-24 and link by https only', () => {
		everyObject(catalog.files, (node) => {
			for (const key of ['asOf', 'date', 'retrieved', 'released']) {
				const date = node[key];
				if (typeof date !== 'string' || date === 'undated') continue;
				expect([date, date <= '2026-11-24']).toEqual([date, true]);
			}
			if (typeof node['url'] === 'string') expect(node['url']).toMatch(/^https:\/\//);
		});
	});

	it('raise the size and the reach of a control plane with every tier', () => {
		for (const { id, controlPlane } of catalog.options.values()) {
			const tiers = controlPlane?.tiers ?? [];
			const reach = tiers.map(({ maxConn }) => Number(maxConn));
			const cpu = tiers.map((tier) => Number(tier.cpu));
			expect([id, reach]).toEqual([id, [...reach].sort((a, b) => a - b)]);
			expect([id, cpu]).toEqual([id, [...cpu].sort((a, b) => a - b)]);
		}
	});
});

describe('all figures of the meshes', () => {
	it('have an id of their own, a date and a source, or a reason', () => {
		const rows = [...allMeshFigures(catalog)];
		expect(rows.length).toBeGreaterThan(600);
		expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
		for (const row of rows) {
			const known = row.sources.every((key) => meshSource(catalog, key) !== undefined);
			const grounded = row.sources.length > 0 || row.why !== '';
			expect([row.id, known, grounded]).toEqual([row.id, true, true]);
			if (row.missing === undefined) expect([row.id, row.asOf]).not.toEqual([row.id, '']);
			if (row.method === 'assumed') expect([row.id, row.why]).not.toEqual([row.id, '']);
		}
	});

	it('fit in 25 KB with people, benefits and companions', async () => {
		const all = [...MESH_FILES, ...COMPANION_FILES, await loadPeople(), await loadBenefits()];
		const size = brotliCompressSync(all.map((file) => JSON.stringify(file)).join('')).length;
		expect(size).toBeLessThan(25_000);
	});
});
