// Faults are told, names cleaned and input quoted as for a plan: the same person reads both.
export { failure, success, type Parsed, type Problem } from '../plan/parsed.ts';
export { cleaned, quoted } from '../plan/text.ts';

/** Why a figure cannot be given; travels with the gap to the reader instead of a 0. */
export interface Missing {
	readonly missing: 'not-measured' | 'not-offered' | 'ended' | 'not-published';
	readonly reason: string;
}

export function notMeasured(reason: string): Missing {
	return { missing: 'not-measured', reason };
}

export function isMissing(value: unknown): value is Missing {
	return typeof value === 'object' && value !== null && 'missing' in value;
}
