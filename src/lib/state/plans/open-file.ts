import { isLink, readPlanLink } from '../../plan/link.ts';
import { readPlanText } from '../../plan/parse-plan.ts';
import { failure, type Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import { LIMITS } from '../../plan/tree.ts';

/** A plan from a file of the reader's: JSON, YAML, or a text that holds a link. */
export async function openPlanFile(file: File): Promise<Parsed<Plan>> {
	if (file.size > LIMITS.bytes) {
		return failure('', `${file.name} is too large for a plan: at most ${LIMITS.bytes} bytes.`);
	}
	const text = await file.text();
	if (isLink(text.trim())) return readPlanLink(text);
	if (!/\.ya?ml$/i.test(file.name)) return readPlanText(text);
	const { readPlanYaml } = await import('../../plan/read-yaml.ts');
	return readPlanYaml(text);
}
