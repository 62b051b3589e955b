import type { Plan } from '../plan/plan.ts';
import type { Report } from '../report/types.ts';

/** Where the schemas are, seen from the root of a MeshUp. */
export const SCHEMA = { plan: '/schema/plan-1.json', report: '/schema/report-1.json' } as const;

/** Browsers and Node.js agree on the powers of doubles to one digit less than they print. */
const DIGITS = 12;

const settled = (_: string, value: unknown): unknown =>
	typeof value === 'number' ? Number(value.toPrecision(DIGITS)) : value;

/** The report as it is, key for key; money is text and keeps every digit, other figures twelve. */
export const reportText = (report: Report): string => `${JSON.stringify(report, settled, 2)}\n`;

/** The plan as a file: what differs from the defaults, with the version that reads it. */
export const planText = (plan: Plan): string =>
	`${JSON.stringify({ version: 1, ...plan }, undefined, '\t')}\n`;
