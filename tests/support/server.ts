import { serveBuild } from './serve-build.mjs';

/** The environment variable that tells tests where the built pages are served. */
export const ADDRESS = 'MESHUP_ADDRESS';

/** Playwright calls this before all tests, and what it returns after them. */
export default async function serve(): Promise<() => Promise<void>> {
	const { origin, stop } = await serveBuild();
	process.env[ADDRESS] = origin;
	return stop;
}
