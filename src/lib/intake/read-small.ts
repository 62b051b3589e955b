import { NOTHING, type Content, type Reading } from './content.ts';
import type { Kind } from './detection.ts';
import { readEcsServices, readTaskDefinition, readVirtualNodes } from './ecs.ts';
import { readFortio } from './fortio.ts';
import { readHelmValues } from './helm.ts';
import { readHeyText } from './hey-text.ts';
import { parseJson } from './json.ts';
import { readK6HandleSummary, readK6MachineReadable, readK6SummaryExport } from './k6.ts';
import { SMALL, checkBytes } from './limits.ts';
import { readNighthawk } from './nighthawk.ts';
import { type Parsed, type Problem } from './parsed.ts';
import type { RunReading } from './run.ts';
import { readVegeta } from './vegeta.ts';
import { readWrk } from './wrk.ts';

type JsonReader = (json: unknown, file: string) => Reading;

const JSON_READERS: Partial<Record<Kind, JsonReader>> = {
	fortio: (json, file) => ofRuns(readFortio(json, file)),
	'k6-handle-summary': (json, file) => ofRuns(readK6HandleSummary(json, file)),
	'k6-summary-export': (json, file) => ofRuns(readK6SummaryExport(json, file)),
	'k6-machine-readable': (json, file) => ofRuns(readK6MachineReadable(json, file)),
	nighthawk: (json, file) => ofRuns(readNighthawk(json, file)),
	vegeta: (json, file) => ofRuns(readVegeta(json, file)),
	'ecs-task-definition': (json) =>
		reading(readTaskDefinition(json), (definition) => ({ type: 'task-definition', definition })),
	'ecs-services': (json) =>
		reading(readEcsServices(json), (services) => ({ type: 'ecs-services', services })),
	'appmesh-virtual-nodes': (json) =>
		reading(readVirtualNodes(json), (nodes) => ({ type: 'virtual-nodes', count: nodes.length }))
};

const TEXT_READERS: Partial<Record<Kind, (text: string, file: string) => Reading>> = {
	wrk: (text, file) => ofRuns(readWrk(text, file)),
	wrk2: (text, file) => ofRuns(readWrk(text, file)),
	'hey-text': (text, file) => ofRuns(readHeyText(text, file))
};

/** Reads a format of which a file is small: one result, one definition, one set of values. */
export async function readSmall(kind: Kind, text: string, file: string): Promise<Reading> {
	const sized = checkBytes(text, SMALL);
	if (!sized.ok) return failed(sized.errors);
	const ofText = TEXT_READERS[kind];
	if (ofText) return ofText(text, file);
	const tree = kind === 'helm-values' ? await parseEither(text) : parseJson(text);
	if (!tree.ok) return failed(tree.errors);
	if (kind === 'helm-values')
		return reading(readHelmValues(tree.value), (helm) => ({ type: 'helm', helm }));
	return JSON_READERS[kind]?.(tree.value, file) ?? failed([unread(kind)]);
}

/** The YAML parser is loaded when the first YAML arrives. */
async function parseEither(text: string): Promise<Parsed<unknown>> {
	if (/^\s*\{/.test(text)) return parseJson(text);
	const { parseYaml } = await import('./yaml.ts');
	return parseYaml(text, SMALL);
}

function unread(kind: Kind): Problem {
	return { path: '', message: `There is no reader for ${kind}.` };
}

export function failed(errors: readonly Problem[]): Reading {
	return { content: NOTHING, notes: [], errors };
}

function ofRuns(parsed: Parsed<RunReading>): Reading {
	if (!parsed.ok) return failed(parsed.errors);
	const { runs, notes } = parsed.value;
	return { content: { type: 'runs', runs }, notes, errors: [] };
}

function reading<T>(parsed: Parsed<T>, toContent: (value: T) => Content): Reading {
	if (!parsed.ok) return failed(parsed.errors);
	return { content: toContent(parsed.value), notes: [], errors: [] };
}

/** A file of which nothing could be made, with one sentence why. */
export function refused(message: string): Reading {
	return failed([{ path: '', message }]);
}
