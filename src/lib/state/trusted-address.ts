import { resolve } from '$app/paths';
import exact from './exact.worker.ts?worker&url';
import files from './files/files.worker.ts?worker&url';
import intake from './intake.worker.ts?worker&url';
import ranges from './ranges/ranges.worker.ts?worker&url';

/** Scripts that run beside the page, by what they are for. */
const SCRIPTS = ['exact', 'files', 'intake', 'ranges', 'service-worker'] as const;
export type Script = (typeof SCRIPTS)[number];

const ADDRESSES: Readonly<Record<Script, string>> = {
	exact,
	files,
	intake,
	ranges,
	'service-worker': `${resolve('/')}service-worker.js`
};

/** The address of such a script in the form that the policy asks for: it lets no other through. */
export function trustedAddress(script: Script): string {
	const { trustedTypes } = window;
	if (trustedTypes === undefined) return ADDRESSES[script];
	policy ??= trustedTypes.createPolicy('meshup-worker', { createScriptURL: addressOf });
	return policy.createScriptURL(script);
}

function addressOf(name: string): string {
	const known = SCRIPTS.find((one) => one === name);
	if (known !== undefined) return ADDRESSES[known];
	throw new Error(`no script is called "${name}"`);
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
