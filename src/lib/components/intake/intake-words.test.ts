import { describe, expect, it } from 'vitest';
import { analyse } from '$lib/intake/analyse.ts';
import type { Run } from '$lib/intake/run.ts';
import { loadMeshes } from '$lib/catalog/mesh.ts';
import { compared } from './compared.ts';
import { fitSpec } from './fit-spec.ts';
import { proposalLabel } from './proposal-label.ts';
import { holds } from './take-proposals.ts';
import { noteWords, sizeWords, valueWords } from './words.ts';

const proposal = (path: readonly string[], value: unknown) =>
	({ path, value, from: '', basis: 'counted' }) as const;

describe('a proposal in words', () => {
	it('reads as its field does, an override with its mesh', () => {
		expect(proposalLabel(proposal(['workload', 'services'], 3))).toBe('Services');
		expect(proposalLabel(proposal(['platform', 'region'], 'x'))).toBe('Region');
		expect(proposalLabel(proposal(['platform', 'nodeType'], 'x'))).toBe('Node');
		expect(proposalLabel(proposal(['migration', 'from'], 'x'))).toBe('Mesh you leave');
		expect(proposalLabel(proposal(['overrides', 'linkerd', 'latency.hopP50Ms'], 1))).toMatch(
			/, Linkerd$/
		);
	});

	it('adds up groups: 2 + 3 pods, and keeps the note of a number', () => {
		const groups = [{ pods: { value: 2, note: 'by you' } }, { pods: 3 }];
		expect(valueWords(proposal(['workload', 'groups'], groups))).toBe('2 groups, 5 pods');
		expect(noteWords(proposal(['workload', 'groups'], groups))).toBe('by you');
		const range = { value: 0.0003, low: 0.0002, high: 0.0004, note: 'n' };
		expect(valueWords(proposal(['a'], range))).toBe('0.0003 (0.0002 to 0.0004)');
	});

	it('is in the plan when the plan says the same, whatever the order of its keys', () => {
		const one = proposal(['workload', 'services'], { value: 3, note: 'n' });
		expect(holds({ workload: { services: { note: 'n', value: 3 } } }, one)).toBe(true);
		expect(holds({ workload: { services: 3 } }, one)).toBe(false);
		expect(holds({}, one)).toBe(false);
		expect(holds({}, proposal(['constructor', 'name'], 'Object'))).toBe(false);
	});

	it('sizes files in powers of ten', () => {
		expect([sizeWords(1), sizeWords(22_140), sizeWords(31_903_867)]).toEqual([
			'1 byte',
			'22.1 kB',
			'31.9 MB'
		]);
	});
});

/** CPU of one Linkerd proxy on c0 + 1000·(r/1000)^0.8·c1 with c0 2 m and c1 0.3 core-ms; 1600/s was not reached. */
function run(rps: number): Run {
	return {
		label: `at ${rps}`,
		mesh: 'linkerd',
		offeredRps: rps,
		achievedRps: rps === 1600 ? 1400 : rps,
		latencyMs: {},
		components: [{ name: 'proxy', role: 'proxy', cpuCores: 0.002 + 0.3 * (rps / 1000) ** 0.8 }],
		source: { format: 'fortio', tool: 'Fortio' }
	};
}

describe('a sweep beside what is published', () => {
	const [analysis] = analyse([50, 100, 200, 400, 800, 1600].map(run), { idleOf: () => 0.002 });
	if (!analysis) throw new Error('no sweep');

	it('draws five points, leaves out the one that was saturated, and both curves', async () => {
		const spec = fitSpec(analysis, await loadMeshes(), 'Linkerd');
		const count = (id: string) => spec.sets.find((set) => set.id === id)?.dots.length;
		expect([count('used'), count('out')]).toEqual([5, 1]);
		expect(spec.sets.map((set) => set.id)).toEqual(['fit', 'published', 'used', 'out']);
	});

	it('compares c1 0.3 with the published 0.25, 1.2 times, and says why idle has none', async () => {
		const rows = compared(analysis, await loadMeshes());
		expect(rows.find(({ id }) => id === 'c1')).toMatchObject({
			own: '0.3',
			published: '0.25',
			ratio: '1.2 ×'
		});
		expect(rows.find(({ id }) => id === 'c0')).toMatchObject({
			gap: 'No run at rate 0.',
			ratio: '–'
		});
		expect(rows.find(({ id }) => id === 'hopP50Ms')?.gap).toMatch(/^No pair of runs/);
	});
});
