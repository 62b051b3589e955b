import { readXlsx, type Workbook } from 'hucre/xlsx';
import { dataCsv, spreadsheetCsv } from '../../src/lib/export/csv.ts';
import { toMarkdown } from '../../src/lib/export/markdown.ts';
import { toPdf } from '../../src/lib/export/pdf.ts';
import { toXlsx } from '../../src/lib/export/xlsx.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import type { Report } from '../../src/lib/report/types.ts';
import { TODAY, worked } from '../report/shared.ts';
import { recalculated } from '../support/files/libreoffice.ts';
import { pdfText } from './pdf-text.ts';

/** One scenario in every file that a reader may open. */
export interface Scenario {
	readonly report: Report;
	readonly sheetCsv: string;
	readonly cellCsv: string;
	readonly markdown: string;
	/** The workbook as it was written. */
	readonly bytes: Uint8Array;
	/** Words of the PDF, laid out. */
	readonly pdf: string;
}

export async function filesOf(plan: Plan): Promise<Scenario> {
	const all = worked(plan);
	const report = reportOf(all, TODAY);
	return {
		report,
		sheetCsv: spreadsheetCsv(report),
		cellCsv: dataCsv(report),
		markdown: toMarkdown({ report }),
		bytes: await toXlsx({ worked: all, report }),
		pdf: await pdfText(await toPdf({ report }))
	};
}

/** Workbooks after LibreOffice has worked out every formula, in the order that they came in. */
export async function workedOut(books: readonly Uint8Array[]): Promise<readonly Workbook[]> {
	const again = await recalculated(new Map(books.map((bytes, at) => [`${at}.xlsx`, bytes])));
	return Promise.all(
		books.map((_, at) => {
			const bytes = again.get(`${at}.xlsx`);
			if (bytes === undefined) throw new Error('nothing was recalculated');
			return readXlsx(bytes);
		})
	);
}
