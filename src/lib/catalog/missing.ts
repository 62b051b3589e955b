import type { Missing } from './schema.ts';

/** Whether a look-up found no figure. */
export function isMissing(it: object): it is Missing {
	return 'missing' in it;
}
