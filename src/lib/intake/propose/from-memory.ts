import type { IdleSnapshot } from '../idle-snapshots.ts';
import type { IntakeResult } from '../intake.ts';
import type { Estimate } from '../least-squares.ts';
import { memorySlopes, type MemorySlope, type SaidVaried } from '../memory.ts';
import { isMissing } from '../parsed.ts';
import { noteOf } from './noted.ts';
import { override, type Proposal } from './proposal.ts';
import { PLAN_LEVEL, partOf, ranged } from './ranged.ts';

const INPUTS = { clusters: 'aServiceKiB', endpoints: 'aEndpointKiB' } as const;

/**
 * Memory of an idle proxy, and what a cluster or an endpoint more costs it, as overrides of the mesh:
 * both or neither, for half of a line beside half of a published one is nobody's measurement. A fit
 * that is not usable is shown, not proposed.
 */
export function proposeMemory(
	result: IntakeResult,
	snapshots: readonly IdleSnapshot[],
	date: string,
	said: SaidVaried = []
): readonly Proposal[] {
	return memorySlopes(snapshots, said, PLAN_LEVEL).flatMap((slope) => {
		const { mesh, varied, fit, usable } = slope;
		if (isMissing(fit) || !usable) return [];
		const note = noteOf('measured', {
			date: dayOf(slope, result, date),
			sha256: hashes(slope, result)
		});
		const from = `${fit.n} snapshots without traffic, R² ${fit.r2.toFixed(4)}`;
		const add = (input: string, estimate: Estimate): Proposal =>
			override(mesh, `${partOf(mesh)}.${input}`, {
				value: ranged(estimate, note),
				from,
				basis: 'measured'
			});
		return [add('m0', fit.m0MiB), add(INPUTS[varied], fit.slopeKiB)];
	});
}

const filesOf = ({ snapshots }: MemorySlope): ReadonlySet<string> =>
	new Set(snapshots.flatMap(({ file, count }) => (count === undefined ? [] : [file])));

function hashes(slope: MemorySlope, { files }: IntakeResult): readonly string[] {
	const names = filesOf(slope);
	return files.flatMap(({ file, sha256 }) => (names.has(file) ? [sha256] : []));
}

/** The first day that a snapshot states, else the day it is read. */
function dayOf(slope: MemorySlope, { files }: IntakeResult, date: string): string {
	const names = filesOf(slope);
	const days = files.flatMap(({ file, content }) =>
		content.type === 'use' && names.has(file) ? (content.use.at?.slice(0, 10) ?? []) : []
	);
	const [first] = days.sort();
	return first !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : date;
}
