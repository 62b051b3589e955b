import { DOCUMENT_WORDS } from '../lib/plan/document.ts';
import { isLink, readPlanLink } from '../lib/plan/link.ts';
import { parsePlan, readJson } from '../lib/plan/parse-plan.ts';
import { failure, type Parsed } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { LIMITS } from '../lib/plan/tree.ts';
import type { Io } from './io.ts';

/** A plan from a file of JSON or YAML, from a link, or from standard input (`-`). */
export async function readPlan(word: string, io: Io): Promise<Parsed<Plan>> {
	const written = await readWritten(word, io);
	return written.ok ? parsePlan(written.value) : written;
}

/** What stands where a plan is expected, bounded, before its fields are looked at. */
export async function readWritten(word: string, io: Io): Promise<Parsed<unknown>> {
	if (isLink(word)) return readPlanLink(word);
	if (word === '-' && io.isTyped) io.say('Reading a plan from standard input …');
	const text = await io.read(word, LIMITS.bytes);
	if (!text.ok) return (await largerReport(word, io)) ?? text;
	if (isLink(text.value.trim()) && !text.value.trim().includes('\n')) {
		return readPlanLink(text.value.trim());
	}
	return isYaml(word, text.value) ? (await yaml()).readYaml(text.value) : readJson(text.value);
}

/** A report is larger than any plan: who gives one is told so, not that it is too large. */
async function largerReport(word: string, io: Io): Promise<Parsed<never> | undefined> {
	const opened = word === '-' ? undefined : await io.open(word);
	if (opened?.ok !== true) return undefined;
	const { detect } = await import('../lib/intake/detect.ts');
	for await (const chunk of opened.value.chunks()) {
		if (detect(new TextDecoder().decode(chunk)).kind !== 'meshup-report') return undefined;
		return failure('', `This is ${DOCUMENT_WORDS.report}. A plan is expected here.`);
	}
	return undefined;
}

/** By its name; on standard input, what does not begin as JSON does. */
const isYaml = (name: string, text: string): boolean =>
	/\.ya?ml$/i.test(name) || (name === '-' && !/^\uFEFF?\s*(?:[{[]|$)/.test(text));

/** Read only when needed: the parser would cost every start. */
const yaml = () => import('../lib/plan/read-yaml.ts');
