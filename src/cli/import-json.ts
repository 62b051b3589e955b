import type { SweepAnalysis } from '../lib/intake/analyse.ts';
import { derivedFigures } from '../lib/intake/derived-figures.ts';
import type { IntakeResult } from '../lib/intake/intake.ts';
import type { MeasuredRun } from '../lib/intake/measured-runs.ts';
import type { MemorySlope } from '../lib/intake/memory.ts';
import type { Proposal } from '../lib/intake/propose/proposal.ts';
import type { EstatePlan } from '../lib/intake/propose/to-plan.ts';
import { onceEach } from '../lib/intake/sweep-lines.ts';

interface Read {
	readonly result: IntakeResult;
	readonly runs: readonly MeasuredRun[];
	readonly analyses: readonly SweepAnalysis[];
	readonly memories: readonly MemorySlope[];
	readonly fits: readonly Proposal[];
}

/** All that `meshup import --json` tells, in an order that reads: files, estate, runs, plans. */
export function importJson(
	{ result, runs, analyses, memories, fits }: Read,
	plans: readonly EstatePlan[]
): unknown {
	const { inventory, tasks } = result;
	return {
		version: 1,
		files: result.files.map(({ file, detection, bytes, sha256, content, notes, errors }) => ({
			file,
			kind: detection.kind,
			confidence: detection.confidence,
			content: content.type,
			bytes,
			sha256,
			notes,
			errors
		})),
		pods: {
			basis: inventory.basis,
			counted: inventory.podsCounted,
			skipped: inventory.skipped,
			groups: inventory.groups
		},
		meshParts: inventory.meshParts,
		daemons: inventory.daemons,
		nodes: inventory.nodes,
		services: inventory.services && {
			count: inventory.services.count,
			ports: inventory.services.ports,
			subsets: inventory.services.subsets
		},
		kinds: inventory.kinds,
		problems: [...inventory.problems, ...(tasks?.problems ?? [])],
		tasks: tasks?.groups,
		derived: derivedFigures(result).map(({ id, label, figure }) => ({ id, label, ...figure })),
		runs: runs.map(({ run, guessed, useFrom }) => ({ ...run, guessed, useFrom })),
		sweeps: analyses.map(({ sweep, findings, ...rest }) => ({
			mesh: sweep.mesh,
			tool: sweep.tool,
			payloadKiB: sweep.payloadKiB,
			runs: sweep.runs.length,
			pairs: sweep.pairs.length,
			findings: onceEach(findings),
			...rest
		})),
		memory: memories,
		fits,
		plans: plans.map(({ estate, plan, refused }) => ({ estate, plan, refused }))
	};
}
