import { nearest } from '../lib/engine/nearest.ts';
import { quoted } from '../lib/plan/text.ts';
import { EXIT, tellProblems, type ExitCode } from './exit.ts';
import { HELP } from './help.ts';
import type { Io } from './io.ts';

type Command = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** Each is fetched when it is asked for: a start reads no more than it needs. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
	model: async () => (await import('./model-command.ts')).modelCommand,
	estimate: async () => (await import('./estimate.ts')).estimate,
	import: async () => (await import('./import-command.ts')).importCommand,
	check: async () => (await import('./check-command.ts')).checkCommand
};

const HELP_WORDS: readonly string[] = ['help', '--help', '-h'];

/** Runs one command line; the exit code is its answer. */
export async function runCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
	const [name, ...rest] = argv;
	if (name === undefined) {
		io.say(HELP.trimEnd());
		return EXIT.input;
	}
	if (HELP_WORDS.includes(name) || rest.some((word) => HELP_WORDS.slice(1).includes(word))) {
		io.out(HELP);
		return EXIT.done;
	}
	const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
	if (load === undefined) return tellProblems(io, [{ path: '', message: unknown(name) }]);
	const command = await load();
	return command(rest, io);
}

function unknown(name: string): string {
	const near = nearest(name, [...Object.keys(COMMANDS), 'help']);
	const hint = near === undefined ? 'see meshup help' : `did you mean "${near}"?`;
	return `There is no command ${quoted(name)}; ${hint}`;
}
