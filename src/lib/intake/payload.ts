import type { SweepAnalysis } from './analyse.ts';
import { fitPayload, type PayloadPair, type SlopeFit } from './fit-slopes.ts';
import { isMissing, notMeasured, type Missing } from './parsed.ts';

/** What a KiB more costs a mesh, from its sweeps of different payload. */
export interface PayloadSlope {
	readonly mesh: string;
	/** Sweeps behind it: the smallest payload and the largest. */
	readonly sweeps: readonly SweepAnalysis[];
	readonly c2: SlopeFit | Missing;
}

/** One slope a mesh that was measured with more than one payload (`model.md` §16). */
export function payloadSlopes(
	analyses: readonly SweepAnalysis[],
	level?: number
): readonly PayloadSlope[] {
	const meshes = [...new Set(analyses.map(({ sweep }) => sweep.mesh))];
	return meshes.flatMap((mesh): readonly PayloadSlope[] => {
		const own = analyses
			.filter(({ sweep }) => sweep.mesh === mesh && sweep.payloadKiB !== undefined)
			.sort((a, b) => kibOf(a) - kibOf(b));
		const [small, large] = [own[0], own.at(-1)];
		if (!small || !large || small === large) return [];
		return [{ mesh, sweeps: [small, large], c2: slopeOf(small, large, level) }];
	});
}

const kibOf = ({ sweep }: SweepAnalysis): number => sweep.payloadKiB ?? 0;

function slopeOf(
	small: SweepAnalysis,
	large: SweepAnalysis,
	level: number | undefined
): SlopeFit | Missing {
	if (small.proxies !== large.proxies)
		return notMeasured(`${small.proxies} and ${large.proxies} proxies were measured.`);
	const pairs = small.points.flatMap((point): PayloadPair[] => {
		const other = large.points.find(({ rps }) => Math.abs(rps / point.rps - 1) <= 0.05);
		if (!other) return [];
		return [
			{
				rps: point.rps,
				small: { kib: kibOf(small), cores: point.cores },
				large: { kib: kibOf(large), cores: other.cores }
			}
		];
	});
	// Without a fit of its own a sweep says nothing about its curve: in proportion, then.
	const beta = isMissing(small.cpu) ? 1 : small.cpu.beta.value;
	return fitPayload(pairs, { proxies: small.proxies, beta, level });
}
