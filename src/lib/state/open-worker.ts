import address from './exact.worker.ts?worker&url';

/** The one place a worker is made: the policy lets this address through and no other. */
export function openWorker(): Worker {
	const { trustedTypes } = window;
	if (trustedTypes === undefined) return new Worker(address, { type: 'module' });
	policy ??= trustedTypes.createPolicy('meshup-worker', { createScriptURL: () => address });
	return new Worker(policy.createScriptURL(''), { type: 'module' });
}

interface Policy {
	readonly createScriptURL: (text: string) => string;
}

let policy: Policy | undefined;

declare global {
	interface Window {
		readonly trustedTypes?: {
			readonly createPolicy: (name: string, rules: Policy) => Policy;
		};
	}
}
