import { trustedAddress, type Script } from './trusted-address.ts';

/** What a worker is for. */
export type Duty = Exclude<Script, 'service-worker'>;

/** The one place where workers are made. */
export const openWorker = (duty: Duty): Worker =>
	new Worker(trustedAddress(duty), { type: 'module' });
