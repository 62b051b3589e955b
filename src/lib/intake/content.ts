import type { EcsService, TaskDefinition } from './ecs.ts';
import type { HelmReading } from './helm.ts';
import type { SeriesReading } from './prometheus.ts';
import type { Problem } from './parsed.ts';
import type { Run } from './run.ts';
import type { UseReading } from './usage.ts';

/** What a file turned out to hold. Objects of a cluster go into the shared inventory instead. */
export type Content =
	| { readonly type: 'runs'; readonly runs: readonly Run[] }
	| { readonly type: 'use'; readonly use: UseReading }
	| { readonly type: 'series'; readonly series: SeriesReading }
	| { readonly type: 'cluster'; readonly objects: number }
	| { readonly type: 'task-definition'; readonly definition: TaskDefinition }
	| { readonly type: 'ecs-services'; readonly services: readonly EcsService[] }
	| { readonly type: 'virtual-nodes'; readonly count: number }
	| { readonly type: 'helm'; readonly helm: HelmReading }
	| { readonly type: 'nothing' };

/** Content and what was noticed on the way. */
export interface Reading {
	readonly content: Content;
	readonly notes: readonly Problem[];
	/** Faults that kept the file, or parts of it, from being used. */
	readonly errors: readonly Problem[];
}

export const NOTHING: Content = { type: 'nothing' };
