import { describe, expect, it } from 'vitest';
import { loadCatalog, type Catalog } from '../../src/lib/catalog/catalog.ts';
import { CLOUD_IDS } from '../../src/lib/catalog/load-cloud.ts';
import { MESH_IDS, type MeshId } from '../../src/lib/catalog/mesh-ids.ts';
import { planningFile } from '../../src/lib/catalog/planning-schema.ts';
import { inputAt } from '../../src/lib/engine/inputs.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import type { Leaf } from '../../src/lib/plan/resolve/leaf.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { isGap } from '../../src/lib/report/gap.ts';
import { sourceAt } from '../../src/lib/report/sources.ts';
import { workOut, type Worked } from '../../src/lib/report/work-out.ts';
import { FIRST_DAY } from './shared.ts';

const catalogs: readonly Catalog[] = await Promise.all(CLOUD_IDS.map((id) => loadCatalog(id)));
const [aws] = catalogs;
if (aws === undefined) throw new Error('no catalog');
const planning = aws.planning;

function worked(plan: Plan, catalog: Catalog): Worked {
	const found = workOut({ plan, catalog, generatedAt: FIRST_DAY, reading: 'doubles' });
	if (!found.ok) throw new Error(found.errors.map(({ message }) => message).join(' '));
	return found.value;
}

/** Figures of the planning file that become inputs by way of others. */
const BY_WAY_OF_OTHERS = [
	'purchase.commitmentCoverage',
	'workload.tasksPerInstance',
	'workload.edgePayloads',
	'workload.hotSpot'
];

describe('planning.json', () => {
	const figures = Object.entries(planning.figures);

	it('keeps to its schema, its sources and its dates', () => {
		expect(planningFile.parse(planning)).toEqual(planning);
		for (const [path, figure] of figures) {
			const keys = 'amount' in figure ? [figure.source] : figure.sources;
			for (const key of keys)
				expect([path, planning.sources[key]?.publisher]).not.toContain(undefined);
			expect(figure.asOf <= aws.cloud.updated).toBe(true);
		}
	});

	it.each(figures)('has %s in the unit and within the limits of its input', (path, figure) => {
		const input = inputAt(path);
		expect(input === undefined).toBe(BY_WAY_OF_OTHERS.includes(path));
		if (input === undefined) return;
		expect(figure.unit).toBe(input.unit);
		const ends = 'amount' in figure ? [figure.amount] : [figure.low, figure.central, figure.high];
		for (const end of ends.map(Number)) {
			expect(end).toBeGreaterThanOrEqual(input.domain.min);
			expect(end).toBeLessThanOrEqual(input.domain.max);
		}
	});

	it('has the ranges of model.md §20: 6 of them', () => {
		const range = (path: string): readonly string[] => {
			const figure = planning.figures[path];
			return figure !== undefined && 'low' in figure
				? [figure.low, figure.central, figure.high]
				: [];
		};
		expect(range('workload.newConnFraction')).toEqual(['0', '0.1', '1']);
		expect(range('workload.clustersPerService')).toEqual(['1', '2', '4']);
		expect(range('workload.peakToAverage')).toEqual(['1.5', '2.5', '4']);
		expect(range('workload.headroom')).toEqual(['0.15', '0.25', '0.5']);
		expect(range('node.packing')).toEqual(['0.7', '0.85', '0.95']);
		expect(range('node.coreToGibRatio')).toEqual(['7.5', '9.1', '10.4']);
	});
});

describe('a plan without input', () => {
	const places = catalogs.flatMap((catalog) =>
		Object.keys(catalog.cloud.regions).map((region) => [catalog.cloud.cloud, region] as const)
	);

	it.each(places)('prices at least six options on %s in %s', (cloud, region) => {
		const catalog = catalogs.find(({ cloud: { cloud: id } }) => id === cloud) ?? aws;
		const report = reportOf(worked({ platform: { cloud, region } }, catalog), FIRST_DAY);
		const priced = report.options.filter(
			({ status, totals }) => (status === 'available' || status === 'ended') && !isGap(totals.spend)
		);
		expect(priced.length).toBeGreaterThanOrEqual(6);
		for (const { totals } of priced) expect(Object.values(totals).filter(isGap)).toEqual([]);
		const others = report.options.filter((option) => !priced.includes(option));
		expect(others.map(({ status }) => status).filter((status) => status !== 'not-offered')).toEqual(
			[]
		);
		expect(report.comparison.ranking.length).toBeGreaterThanOrEqual(4);
		const known = new Set(report.sources.map(({ id }) => id));
		for (const { path, source } of report.assumptions) {
			for (const key of source?.split(', ') ?? [])
				expect([path, known.has(key)]).toEqual([path, true]);
		}
	});
});

describe('every input of every option', () => {
	const runtimes = [
		['aws', 'k8s'],
		['aws', 'ecs'],
		['aws', 'fargate'],
		['gcp', 'k8s'],
		['azure', 'k8s']
	] as const;

	/** Parts that options lack: their inputs are 0 by definition and say so. */
	const LACKING: readonly (readonly [prefix: string, ids: readonly MeshId[] | 'any'])[] = [
		['mesh.fee', 'any'],
		['mesh.freeRequests', 'any'],
		['mesh.nodeAgent.', 'any'],
		['mesh.controlPlane.use', 'any'],
		['observability.seriesZtunnel', 'any'],
		['mesh.gateway.', ['no-mesh', 'vpc-lattice', 'ecs-service-connect']],
		['latency.workers', ['no-mesh', 'vpc-lattice', 'ecs-service-connect']],
		['support.', ['no-mesh']],
		['opportunity.', ['no-mesh']]
	];

	const isLacking = (path: string, id: MeshId): boolean =>
		LACKING.some(([prefix, ids]) => path.startsWith(prefix) && (ids === 'any' || ids.includes(id)));

	it.each(runtimes)('says where it comes from, on %s with %s', (cloud, runtime) => {
		const catalog = catalogs.find(({ cloud: { cloud: id } }) => id === cloud) ?? aws;
		const { options } = worked({ options: MESH_IDS, platform: { cloud, runtime } }, catalog);
		const silent: string[] = [];
		for (const { option, run } of options) {
			for (const path of run?.compiled.tape.leaves.keys() ?? []) {
				const leaf = option.leaves.get(path);
				const lacking = leaf?.unwritten === true && !isLacking(path, option.base);
				if (leaf === undefined || lacking) silent.push(`${option.id}: ${path}`);
				else silent.push(...faultsOf(leaf, catalog).map((why) => `${option.id}: ${path}: ${why}`));
			}
		}
		expect(silent).toEqual([]);
	});

	const faultsOf = (leaf: Leaf, catalog: Catalog): readonly string[] => {
		const keys = leaf.source?.split(', ') ?? [];
		const lost = keys.filter((key) => sourceAt(catalog, key) === undefined);
		const bare = keys.length === 0 && leaf.reason === undefined;
		return [
			...lost.map((key) => `no source ${key}`),
			...(bare ? ['neither source nor reason'] : []),
			...(leaf.basis === 'assumed' && leaf.reason === undefined ? ['assumed without reason'] : []),
			...(keys.length > 0 && leaf.asOf === undefined ? ['no date'] : [])
		];
	};
});
