import type { Report, ReportAssumption } from '../../report/types.ts';
import type { Paper } from './paper.ts';
import { table } from './table.ts';

const SMALL = { size: 8.5, colour: '--ink-3' } as const;

export interface AppendixAsked {
	readonly paper: Paper;
	readonly report: Report;
	readonly link: string | undefined;
	readonly checksum: string;
}

/** What the figures rest on: every assumption, every source, the method and what is left out. */
export function appendices(asked: AppendixAsked): void {
	assumptions(asked);
	sources(asked);
	method(asked);
}

function assumptions({ paper, report }: AppendixAsked): void {
	paper.newPage();
	paper.heading(2, 'Appendix A: assumptions');
	paper.paragraph(
		'Every input, with its range where one is known. "default" marks what nobody has set; "changed" what the author of the plan has. Where options differ, each is named. Numbers in brackets are sources of appendix B.',
		SMALL
	);
	const groups = new Map<string, ReportAssumption[]>();
	for (const assumption of report.assumptions) {
		const group = groups.get(assumption.path);
		if (group === undefined) groups.set(assumption.path, [assumption]);
		else group.push(assumption);
	}
	const labels = new Map(report.options.map(({ id, label }) => [id, label]));
	const numbers = numbersOf(report);
	const nameOf = nameIn([...groups.values()].flatMap(([first]) => first ?? []));
	table(paper, {
		size: 7.5,
		columns: [
			{ head: 'Input', share: 2.2 },
			{ head: 'Value', share: 3.6 },
			{ head: 'Unit', share: 1.1 },
			{ head: 'Whose word [source], as of', share: 1.9 }
		],
		rows: [...groups.values()].map((group) => ({
			cells: [
				group[0] === undefined ? '' : nameOf(group[0]),
				valuesOf(group, labels),
				group[0]?.unit === '1' ? '' : (group[0]?.unit ?? ''),
				basisOf(group, numbers)
			]
		}))
	});
}

/** Names of inputs; two that read the same are told apart by their path. */
function nameIn(inputs: readonly ReportAssumption[]): (input: ReportAssumption) => string {
	const uses = new Map<string, number>();
	for (const { label } of inputs) uses.set(label, (uses.get(label) ?? 0) + 1);
	return ({ label, path }) => ((uses.get(label) ?? 0) > 1 ? `${label} (${path})` : label);
}

/** Sources are numbered in their order: keys would take half of the page. */
const numbersOf = ({ sources }: Report): ReadonlyMap<string, number> =>
	new Map(sources.map(({ id }, at) => [id, at + 1]));

/** Values that options share are said once. */
function valuesOf(group: readonly ReportAssumption[], labels: ReadonlyMap<string, string>): string {
	const owners = new Map<string, string[]>();
	for (const { value, low, high, option } of group) {
		const range = low === undefined || high === undefined ? '' : ` (${low} to ${high})`;
		const text = `${value}${range}`;
		const label = option === undefined ? '' : (labels.get(option) ?? option);
		owners.set(text, [...(owners.get(text) ?? []), label]);
	}
	if (owners.size === 1) return [...owners.keys()][0] ?? '';
	return [...owners].map(([text, names]) => `${names.join(', ')}: ${text}`).join('; ');
}

function basisOf(group: readonly ReportAssumption[], numbers: ReadonlyMap<string, number>): string {
	const said = new Map<string, Set<number>>();
	for (const { basis, source, asOf, changed } of group) {
		const word = [changed ? 'changed' : basis, asOf]
			.filter((text) => text !== undefined)
			.join(', ');
		const known = said.get(word) ?? new Set<number>();
		const number = source === undefined ? undefined : numbers.get(source);
		if (number !== undefined) known.add(number);
		said.set(word, known);
	}
	return [...said]
		.map(([word, known]) => (known.size === 0 ? word : `${word} [${[...known].join(', ')}]`))
		.join('; ');
}

function sources({ paper, report }: AppendixAsked): void {
	paper.newPage();
	paper.heading(2, 'Appendix B: sources');
	table(paper, {
		size: 7.5,
		columns: [
			{ head: 'No.', share: 0.4 },
			{ head: 'Publisher and title', share: 3.4 },
			{ head: 'Address', share: 3.4 },
			{ head: 'Read on', share: 1 }
		],
		rows: report.sources.map(({ publisher, title, url, locator, retrieved, stale }, at) => ({
			cells: [
				String(at + 1),
				`${publisher}: ${title}`,
				[url, locator].filter((text) => text !== undefined).join(', '),
				stale === true ? `${retrieved}, older than 90 days` : retrieved
			]
		}))
	});
}

/** Appendix C: how it was worked out, and what it does not hold. */
function method({ paper, report, link, checksum }: AppendixAsked): void {
	paper.need(220);
	paper.heading(2, 'Appendix C: method and exclusions');
	const billing = report.billing === 'provisioned' ? 'whole nodes' : 'the share of nodes used';
	const lines = [
		`Model ${report.modelVersion}, figures of ${report.dataVersion}, made ${report.generatedAt}.`,
		'Not included: tax, data-centre and application cost, and discounts that the plan does not name. Prices are list prices unless the plan says otherwise.',
		`Nodes are billed as ${billing}. Each cell of the ledger is rounded once to the smallest unit of ${report.currency}; all totals add up the cells shown. Present values use unrounded months, month 0 undiscounted and the others at their end.`,
		'A figure that nobody has published or measured is shown as missing with its reason and never counted as 0.',
		...report.warnings.map(({ message }) => message),
		...(link === undefined ? [] : [`This plan: ${link}`]),
		`Checksum of the plan: ${checksum}.`
	];
	for (const text of lines) paper.paragraph(text, { size: 9, colour: '--ink-2' });
	const { replaced } = paper.printable;
	if (replaced > 0) {
		paper.paragraph(
			`${replaced} letters that the font of this document lacks stand by their plain letter or as a question mark.`,
			SMALL
		);
	}
}
