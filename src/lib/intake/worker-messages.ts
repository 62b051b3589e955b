import type { IntakeResult } from './intake.ts';
import type { Progress } from './read-file.ts';

/** Asks the worker to read files; a salt hides names behind hashes. It is stopped by ending it. */
export interface ReadRequest {
	readonly type: 'read';
	readonly id: number;
	readonly files: readonly File[];
	readonly salt?: string | undefined;
}

/** What the worker answers. */
export type WorkerMessage =
	| { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
	| { readonly type: 'result'; readonly id: number; readonly result: IntakeResult };
