import { asOf } from './earlier.ts';
import type { PlanningFile } from './planning-schema.ts';

function isPlanning(file: unknown): file is PlanningFile {
	return typeof file === 'object' && file !== null && 'file' in file && file.file === 'planning';
}

/** Assumptions that a new plan starts with, each with its range and reason. */
export async function loadPlanning(pinned?: string): Promise<PlanningFile> {
	const { default: now }: { readonly default: unknown } =
		await import('../../../pricing-data/planning.json');
	const file = await asOf(now, 'planning', pinned);
	if (!isPlanning(file)) throw new Error('The planning file is not the one of this version.');
	return file;
}
