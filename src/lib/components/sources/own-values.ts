import type { SweepAnalysis } from '$lib/intake/analyse.ts';
import { isMissing } from '$lib/intake/parsed.ts';
import type { CoefficientId } from '$lib/intake/published.ts';
import type { OwnValue } from './coefficient-spec.ts';

/** What the reader's own load tests say of a coefficient; a lower bound of a latency says nothing here. */
export function ownValues(
	analyses: readonly SweepAnalysis[],
	id: CoefficientId
): readonly OwnValue[] {
	return analyses.flatMap(({ sweep, cpu, hopP50, hopP99 }): readonly OwnValue[] => {
		const { mesh } = sweep;
		if (id === 'c0' || id === 'c1') {
			if (isMissing(cpu) || (id === 'c0' && !cpu.idleMeasured)) return [];
			const { value, low, high } = cpu[id];
			return [{ mesh, value, low, high }];
		}
		if (id !== 'hopP50Ms' && id !== 'hopP99Ms') return [];
		const hop = id === 'hopP50Ms' ? hopP50 : hopP99;
		if (isMissing(hop) || hop.lowerBound) return [];
		return [{ mesh, value: hop.medianMs, low: hop.lowMs, high: hop.highMs }];
	});
}
