import exact from './exact.worker.ts?worker&url';
import files from './files/files.worker.ts?worker&url';
import intake from './intake.worker.ts?worker&url';
import ranges from './ranges/ranges.worker.ts?worker&url';

/** What a worker is for. */
const DUTIES = ['exact', 'files', 'intake', 'ranges'] as const;
export type Duty = (typeof DUTIES)[number];

const ADDRESSES: Readonly<Record<Duty, string>> = { exact, files, intake, ranges };

/** The one place where workers are made: the policy lets these addresses through and no other. */
export function openWorker(duty: Duty): Worker {
	const { trustedTypes } = window;
	if (trustedTypes === undefined) return new Worker(ADDRESSES[duty], { type: 'module' });
	policy ??= trustedTypes.createPolicy('meshup-worker', { createScriptURL: addressOf });
	return new Worker(policy.createScriptURL(duty), { type: 'module' });
}

function addressOf(duty: string): string {
	const known = DUTIES.find((one) => one === duty);
	if (known !== undefined) return ADDRESSES[known];
	throw new Error(`no worker is called "${duty}"`);
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
