#!/usr/bin/env node
// `npm run -s meshup -- …`: builds the command line when its sources are newer, then becomes it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, SetupError, say } from './setup/command.mjs';
import { ensureCli } from './setup/build.mjs';

/** The exit code of the command line for a fault that is ours. */
const OUR_FAULT = 3;

try {
	ensureCli();
	// npm moves to the project's folder; file names are meant from where the person stands.
	const { npm_lifecycle_event: script, INIT_CWD: stoodIn } = process.env;
	if (script === 'meshup' && stoodIn !== undefined) process.chdir(stoodIn);
	const built = join(ROOT, 'build/cli/meshup.js');
	process.argv[1] = built;
	await import(pathToFileURL(built).href);
} catch (error) {
	if (!(error instanceof SetupError)) throw error;
	say(error.message);
	process.exitCode = OUR_FAULT;
}
