import type { Gap } from './types.ts';

/** Whether there is no figure but a reason; apart from what makes gaps, which needs the model. */
export const isGap = (value: unknown): value is Gap =>
	typeof value === 'object' && value !== null && 'missing' in value && 'reason' in value;
