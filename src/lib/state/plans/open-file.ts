import { documentKindOf } from '../../plan/document.ts';
import { isLink, readPlanLink } from '../../plan/link.ts';
import { parsedJson, parsePlan, readPlanText } from '../../plan/parse-plan.ts';
import { failure, type Parsed } from '../../plan/parsed.ts';
import type { Plan } from '../../plan/plan.ts';
import { LIMITS } from '../../plan/tree.ts';
import { at } from '../plan-path.ts';

/** Of a report only its plan is used, and that is bounded like any other. */
const MOST_REPORT_BYTES = 4 * 1024 * 1024;

/** A plan from a file of the reader's: JSON, YAML, a report that holds one, or a text that holds a link. */
export async function openPlanFile(file: File): Promise<Parsed<Plan>> {
	if (file.size > MOST_REPORT_BYTES) return tooLarge(file);
	const text = await file.text();
	if (isLink(text.trim())) return readPlanLink(text);
	const inReport = planInReport(text);
	if (inReport !== undefined) return inReport;
	if (file.size > LIMITS.bytes) return tooLarge(file);
	if (!/\.ya?ml$/i.test(file.name)) return readPlanText(text);
	const { readPlanYaml } = await import('../../plan/read-yaml.ts');
	return readPlanYaml(text);
}

const tooLarge = ({ name }: File): Parsed<Plan> =>
	failure('', `${name} is too large for a plan: at most ${LIMITS.bytes} bytes.`);

function planInReport(text: string): Parsed<Plan> | undefined {
	const json = parsedJson(text);
	if (!json.ok || documentKindOf(json.value) !== 'report') return undefined;
	return parsePlan(at(json.value, 'plan'));
}
