import { z } from 'zod';
import { figure, rangeFigure, sources } from './schema.ts';

/** Assumptions about workload, nodes and paths that are the same for every mesh, by input path. */
export const planningFile = z
	.strictObject({
		schemaVersion: z.literal(1),
		file: z.literal('planning'),
		sources,
		figures: z.record(z.string().regex(/^\w+\.\w+$/), z.union([rangeFigure, figure])).readonly()
	})
	.readonly();
export type PlanningFile = z.infer<typeof planningFile>;
