import type { FileWish } from '../../export/file-kinds.ts';
import type { FileOut } from '../../export/file-out.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Decision } from '../../report/decision/decision.ts';

/** A file that is wanted of a plan. */
export interface FileQuestion {
	readonly plan: Plan;
	readonly wish: FileWish;
	/** ISO date: the same plan on the same day gives the same bytes. */
	readonly day: string;
	/** Where this MeshUp is, for the link back; none where it is on the reader's own computer. */
	readonly address?: string;
	/** Ranges of this plan that are known already: they are not drawn again. */
	readonly decision?: Decision;
}

/** What a worker says: how far it is, then the files, or that it could not. */
export type FileWord =
	{ readonly share: number } | { readonly files: readonly FileOut[] } | { readonly fault: string };
