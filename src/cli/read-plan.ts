import { isLink, readPlanLink } from '../lib/plan/link.ts';
import { readPlanText } from '../lib/plan/parse-plan.ts';
import type { Parsed } from '../lib/plan/parsed.ts';
import type { Plan } from '../lib/plan/plan.ts';
import { LIMITS } from '../lib/plan/tree.ts';
import type { Io } from './io.ts';

/** A plan from a file of JSON or YAML, from a link, or from standard input (`-`). */
export async function readPlan(word: string, io: Io): Promise<Parsed<Plan>> {
	if (isLink(word)) return readPlanLink(word);
	if (word === '-' && io.isTyped) io.say('Reading a plan from standard input …');
	const text = await io.read(word, LIMITS.bytes);
	if (!text.ok) return text;
	if (isLink(text.value.trim()) && !text.value.trim().includes('\n')) {
		return readPlanLink(text.value.trim());
	}
	return isYaml(word, text.value)
		? (await yaml()).readPlanYaml(text.value)
		: readPlanText(text.value);
}

/** By its name; on standard input, what does not begin as JSON does. */
const isYaml = (name: string, text: string): boolean =>
	/\.ya?ml$/i.test(name) || (name === '-' && !/^\uFEFF?\s*(?:[{[]|$)/.test(text));

/** Read only when needed: the parser would cost every start. */
const yaml = () => import('../lib/plan/read-yaml.ts');
