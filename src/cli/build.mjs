// `npm run build`: everything under build/, whether it is stale or not; with ADAPTER=static the fixed
// pages under build-static/ instead.
import { SetupError, say } from './setup/command.mjs';
import { buildAll, buildStatic } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { withLock } from './setup/lock.mjs';

try {
	withLock(() => {
		ensureInstalled();
		if (process.env['ADAPTER'] === 'static') buildStatic();
		else buildAll();
	});
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(error.message);
	process.exitCode = 1;
}
