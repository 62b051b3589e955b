import type { Plan } from '../plan/plan.ts';
import type { Report } from '../report/types.ts';

/** Where the schemas are, seen from the root of a MeshUp. */
export const SCHEMA = { plan: '/schema/plan-1.json', report: '/schema/report-1.json' } as const;

/** The report as it is, key for key. */
export const reportText = (report: Report): string => `${JSON.stringify(report, undefined, 2)}\n`;

/** The plan as a file: what differs from the defaults, with the version that reads it. */
export const planText = (plan: Plan): string =>
	`${JSON.stringify({ version: 1, ...plan }, undefined, '\t')}\n`;
