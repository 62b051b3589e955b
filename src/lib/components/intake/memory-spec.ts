import type { MeshCatalog } from '$lib/catalog/mesh.ts';
import type { DotSet, PointSpec } from '$lib/charts/specs/points.ts';
import { formatNumber } from '$lib/format/number.ts';
import type { MemorySlope } from '$lib/intake/memory.ts';
import { isMissing } from '$lib/intake/parsed.ts';
import { publishedLine } from '$lib/intake/published.ts';
import { figure } from './words.ts';

const mebi = (value: number): string => `${formatNumber(value)} MiB`;

/** Memory of one proxy over what it holds: snapshots, the fitted line and the published one. */
export function memorySpec(
	{ mesh, varied, snapshots, fit, why }: MemorySlope,
	meshes: MeshCatalog | undefined,
	name: string
): PointSpec {
	const points = snapshots.flatMap(({ count, memMiB, file }) =>
		count === undefined ? [] : [{ x: count, y: memMiB, label: file }]
	);
	const most = Math.max(0, ...points.map(({ x }) => x));
	const line = (id: string, label: string, at: (count: number) => number): DotSet => ({
		id,
		label,
		draw: 'line',
		untold: true,
		base: mesh,
		marker: 'circle',
		dots: [0, most].map((x, i) => ({ id: `${id}-${i}`, x, y: at(x), label }))
	});
	const published = meshes && publishedLine(meshes, mesh, varied);
	const measured: DotSet = {
		id: 'measured',
		label: 'Measured, mean of its proxies',
		draw: 'points',
		base: mesh,
		marker: 'circle',
		dots: points.map((point, i) => ({ ...point, id: `m-${i}` }))
	};
	return {
		kind: 'points',
		id: `memory-${mesh}`,
		title: `Memory of one proxy without traffic: ${name}`,
		finding: isMissing(fit)
			? fit.reason
			: `${figure(fit.m0MiB.value)} MiB and ${figure(fit.slopeKiB.value)} KiB for each of the ${varied}, R² ${fit.r2.toFixed(4)}.`,
		x: {
			label: varied === 'clusters' ? 'Clusters in a proxy' : 'Endpoints in a proxy',
			log: false,
			short: (value) => formatNumber(value),
			full: (value) => `${formatNumber(value)} ${varied}`
		},
		y: { label: 'MiB', log: false, short: (value) => formatNumber(value), full: mebi },
		sets: [
			...(isMissing(fit) ? [] : [line('fit', 'Fit', fit.at)]),
			...(published
				? [
						{
							...line('published', 'Published, central', published),
							base: 'no-mesh',
							dash: [6, 4]
						}
					]
				: []),
			measured
		].filter((set) => set.dots.length > 0),
		notes: isMissing(fit) || why === undefined ? [] : [`Not for the plan: ${why}`]
	};
}
