import type { DotSet, PointSpec } from '$lib/charts/specs/points.ts';
import { formatNumber } from '$lib/format/number.ts';
import type { SweepAnalysis } from '$lib/intake/analyse.ts';
import { isMissing } from '$lib/intake/parsed.ts';
import { publishedCurve, publishedOf } from '$lib/intake/published.ts';
import type { MeshCatalog } from '$lib/catalog/mesh.ts';

/** Points of a drawn curve: smooth on paper, and no more. */
const CURVE_POINTS = 40;

const rate = (value: number): string => `${formatNumber(value)} requests/s`;
const milli = (cores: number): string => `${formatNumber(cores * 1000)} m`;

type Cores = (rps: number) => number;

function curve(
	id: string,
	label: string,
	most: number,
	cores: Cores
): Omit<DotSet, 'base' | 'marker'> {
	const dots = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
		const x = (most * i) / CURVE_POINTS;
		return { id: `${id}-${i}`, x, y: cores(x), label };
	});
	return { id, label, draw: 'line', untold: true, dots };
}

/** CPU of one proxy over the rate: points, the fit through them, and the published curve beside. */
export function fitSpec(
	{ sweep, points, excluded, proxies, cpu }: SweepAnalysis,
	meshes: MeshCatalog | undefined,
	name: string
): PointSpec {
	const all = [...points, ...excluded];
	const most = Math.max(0, ...all.map(({ rps }) => rps));
	const { mesh } = sweep;
	const dotsOf = (list: SweepAnalysis['points'], id: string): DotSet['dots'] =>
		list.map(({ rps, cores }, i) => ({
			id: `${id}-${i}`,
			x: rps,
			y: cores / proxies,
			label: `Run at ${rate(rps)}`
		}));
	const measured: readonly DotSet[] = [
		{
			id: 'used',
			label: 'Measured',
			draw: 'points',
			base: mesh,
			marker: 'circle',
			dots: dotsOf(points, 'u')
		},
		{
			id: 'out',
			label: 'Measured, left out by a check',
			draw: 'points',
			base: mesh,
			marker: 'cross',
			dots: dotsOf(excluded, 'x')
		}
	];
	const lines: readonly DotSet[] = [
		...(isMissing(cpu)
			? []
			: [{ ...curve('fit', 'Fit', most, cpu.curve), base: mesh, marker: 'circle' as const }]),
		...publishedLine(meshes, mesh, most)
	];
	return {
		kind: 'points',
		id: `fit-${mesh}`,
		title: `CPU of one proxy by rate: ${name}`,
		finding: isMissing(cpu)
			? cpu.reason
			: `${cpu.n} points, R² ${cpu.r2.toFixed(4)}. ${cpu.why.join(' ')}`,
		x: {
			label: 'Requests a second',
			log: false,
			short: (value) => formatNumber(value),
			full: rate
		},
		y: {
			label: 'Milli-cores',
			log: false,
			short: (value) => formatNumber(value * 1000),
			full: milli
		},
		sets: [...lines, ...measured].filter((set) => set.dots.length > 0),
		notes:
			proxies === 1
				? []
				: [`CPU of ${proxies} proxies was measured together; the share of one is drawn.`]
	};
}

function publishedLine(
	meshes: MeshCatalog | undefined,
	mesh: string,
	most: number
): readonly DotSet[] {
	if (meshes === undefined) return [];
	const [c0, c1, beta] = (['c0', 'c1', 'beta'] as const).map((id) => publishedOf(meshes, mesh, id));
	if (!c0 || !c1 || !beta) return [];
	const figures = { c0: c0.value, c1: c1.value, beta: beta.value };
	const line = curve('published', 'Published, central', most, (rps) =>
		publishedCurve(figures, rps)
	);
	return [{ ...line, base: 'no-mesh', marker: 'cross', dash: [6, 4] }];
}
