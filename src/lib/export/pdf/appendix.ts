import { linkLabel } from '../link-to.ts';
import type { Report } from '../../report/types.ts';
import { assumptionsTable } from './assumptions.ts';
import { SMALL } from './lettering.ts';
import type { Paper } from './paper.ts';
import { titledTable } from './table.ts';

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
	paper.section();
	titledTable(paper, 'Appendix A: assumptions', {
		...assumptionsTable(report),
		about:
			'Every input, with its range where one is known. "default" marks what nobody has set; "changed" what the author of the plan has. Where options differ, each is named. Numbers in brackets are sources of appendix B.'
	});
}

function sources({ paper, report }: AppendixAsked): void {
	paper.section();
	titledTable(paper, 'Appendix B: sources', {
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
		...(link === undefined ? [] : [`${linkLabel('This plan', link)}: ${link}`]),
		`Checksum of the plan: ${checksum}.`
	];
	for (const text of lines) paper.paragraph(text, { size: 9, colour: '--ink-2' });
	if (paper.printable.replaced > 0) {
		paper.paragraph(
			'Some letters that the font of this document lacks stand by their plain letter or as a question mark; pictures are left out.',
			SMALL
		);
	}
}
