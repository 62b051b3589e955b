#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { EXIT } from './exit.ts';
import { processIo } from './io.ts';
import { runCommand } from './run.ts';

const argv = process.argv.slice(2);

/**
 * Without ranges an estimate in text is over in half a second: V8's optimising compiler would begin
 * its work and not live to be of use (1.05 s of the processor against 0.53 s). Draws and PDFs need it.
 */
const inOneGo = argv[0] === 'estimate' && argv.includes('--points');
if (inOneGo && !argv.some((word) => /pdf|xlsx|png/.test(word))) setFlagsFromString('--no-opt');

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (cause: Error & { readonly code?: string }) => {
	process.exitCode = cause.code === 'EPIPE' ? EXIT.done : EXIT.ours;
});

try {
	process.exitCode = await runCommand(argv, processIo);
} catch (cause) {
	// The reader cannot mend it, and a stack would tell him nothing.
	const what = cause instanceof Error ? cause.message : 'unknown';
	processIo.say(`A fault of MeshUp, not of your input: ${what.replaceAll(/\s+/g, ' ')}`);
	process.exitCode = EXIT.ours;
}
