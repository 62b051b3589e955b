import type { BenefitsFile } from './benefits-schema.ts';
import { asOf } from './earlier.ts';
import { rowsIn, type MeshRow } from './mesh-rows.ts';
import type { Source } from './schema.ts';

function isBenefits(file: unknown): file is BenefitsFile {
	return typeof file === 'object' && file !== null && 'file' in file && file.file === 'benefits';
}

/** Defaults of what a mesh may save, at the conservative end; what only the user knows is missing. */
export async function loadBenefits(pinned?: string): Promise<BenefitsFile> {
	const { default: now }: { readonly default: unknown } =
		await import('../../../pricing-data/benefits.json');
	const file = await asOf(now, 'benefits', pinned);
	if (!isBenefits(file)) throw new Error('The benefits file is not the one of this version.');
	return file;
}

/** The source behind a key, plain or as `benefits#breach-2025`. */
export function benefitsSource(benefits: BenefitsFile, key: string): Source | undefined {
	return benefits.sources[key.replace(/^benefits#/, '')];
}

export function* benefitRows(benefits: BenefitsFile): Generator<MeshRow> {
	yield* rowsIn(benefits.figures, { id: 'benefits', group: 'benefits', label: 'Benefits' });
}
