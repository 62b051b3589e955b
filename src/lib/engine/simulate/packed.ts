import type { InputSpec } from '../after/draw-inputs.ts';
import type { RankedInputs } from '../after/sensitivity.ts';
import type { Output } from './assemble.ts';
import { stepsOf, type Part } from './part.ts';
import { preparedFrom, type Prepared } from './prepare.ts';
import { rankedDraws } from './ranked.ts';
import { simulate, type Asked, type Simulated } from './simulate.ts';

/** A simulation as plain values: what one process asks another. */
export interface PackedAsk extends Omit<Asked, 'prepared'> {
	readonly parts: readonly Part[];
	readonly months: number;
	readonly outputs: readonly Output[];
	readonly specs: ReadonlyMap<string, InputSpec>;
}

/** What comes back; the draws themselves stay behind, in ranks they are all that is asked for. */
export interface Drawn {
	readonly simulated: Simulated;
	readonly ranked: RankedInputs | undefined;
}

export const packed = ({ assembly, specs }: Prepared): Omit<PackedAsk, 'samples' | 'seed'> => ({
	parts: assembly.builder.parts,
	months: assembly.builder.months,
	outputs: assembly.outputs,
	specs
});

/** Simulates what was packed: the same digits as where it was packed. */
export function drawPacked({ parts, months, outputs, specs, ...how }: PackedAsk): Drawn {
	const prepared = preparedFrom({ builder: stepsOf(parts, months), outputs, specs });
	const simulated = simulate({ ...how, prepared });
	if (!simulated.ok) return { simulated, ranked: undefined };
	const ranked = rankedDraws(simulated.value);
	return { simulated: { ok: true, value: { ...simulated.value, columns: new Map() } }, ranked };
}
