import { toBytes } from 'pdfkit/output';
import { formatMonth } from '../format/date.ts';
import { canonicalJson } from '../plan/canonical.ts';
import { crc32 } from '../plan/link/crc32.ts';
import type { Report } from '../report/types.ts';
import { appendices } from './pdf/appendix.ts';
import { capacity, comparison, lineItems } from './pdf/body.ts';
import { firstPage } from './pdf/first-page.ts';
import { withReadableNames } from './pdf/named.ts';
import { Paper, type PaperSize } from './pdf/paper.ts';

export interface PdfAsked {
	readonly report: Report;
	readonly size?: PaperSize;
	/** Address that restores the plan. */
	readonly link?: string;
}

/**
 * The report for a budget review: tagged, with embedded fonts and vector charts. The same report
 * gives the same bytes.
 */
export function toPdf(asked: PdfAsked): Promise<Uint8Array<ArrayBuffer>> {
	const { size = 'a4', link } = asked;
	const report = withReadableNames(asked.report);
	const checksum = checksumOf(report);
	const name = /service mesh/i.test(report.name)
		? report.name
		: `${report.name} · service mesh plan`;
	const start = report.startMonth === undefined ? '' : ` from ${formatMonth(report.startMonth)}`;
	const paper = new Paper({
		size,
		title: name,
		subject: report.sentence,
		made: new Date(report.generatedAt),
		head: [
			name,
			`${report.currency} · ${report.months} months${start} · prices to ${report.pricesAsOf.newest}`
		],
		foot: `Estimate, not a quote · model ${report.modelVersion} · data ${report.dataVersion} · checksum ${checksum}`
	});
	const { isCut } = firstPage(paper, report);
	comparison(paper, report, isCut);
	capacity(paper, report);
	lineItems(paper, report);
	appendices({ paper, report, link, checksum });
	paper.furniture();
	const bytes = toBytes(paper.doc);
	paper.doc.end();
	return bytes;
}

/** Eight digits that tell whether a printed report is of a plan. */
export const checksumOf = ({ plan }: Report): string => {
	const text = new TextEncoder().encode(canonicalJson(plan));
	return crc32(text)
		.toString(16)
		.padStart(8, '0')
		.replace(/^(.{4})/, '$1 ');
};
