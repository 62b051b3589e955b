// `npm run build`: everything under build/, whether it is stale or not.
import { SetupError, say } from './setup/command.mjs';
import { buildAll } from './setup/build.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { withLock } from './setup/lock.mjs';

try {
	withLock(() => {
		ensureInstalled();
		buildAll();
	});
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(error.message);
	process.exitCode = 1;
}
