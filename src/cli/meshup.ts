#!/usr/bin/env node
import { startBeside } from './beside.ts';
import { EXIT } from './exit.ts';
import { processIo } from './io.ts';
import { runCommand } from './run.ts';

/** The parts of a bundle stand in one folder. */
const built = (file: string): URL => new URL(file, import.meta.url);
const beside = () => startBeside(built('./draws.js'));

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (cause: Error & { readonly code?: string }) => {
	process.exitCode = cause.code === 'EPIPE' ? EXIT.done : EXIT.ours;
});

try {
	process.exitCode = await runCommand(process.argv.slice(2), { ...processIo, beside });
} catch (cause) {
	// The reader cannot mend it, and a stack would tell him nothing.
	const what = cause instanceof Error ? cause.message : 'unknown';
	processIo.say(`A fault of MeshUp, not of your input: ${what.replaceAll(/\s+/g, ' ')}`);
	process.exitCode = EXIT.ours;
}
