import type { Report } from '../report/types.ts';
import type { Worked } from '../report/work-out.ts';
import { endingOf, typeOf, type FileWish } from './file-kinds.ts';
import type { FileOut } from './file-out.ts';
import { fileNameOf } from './filename.ts';
import { linkTo } from './link-to.ts';
import { planText, reportText } from './json.ts';

export interface FilesAsked {
	readonly wish: FileWish;
	readonly worked: Worked;
	/** With its ranges, where there are to be any. */
	readonly report: Report;
	/** Where MeshUp is to be found, for the link back; without it the link is the part from `#` on. */
	readonly address?: string;
}

/**
 * The files of a wish: one, or a CSV and its description. Page, command line and server all come
 * through here, so the same plan on the same day gives the same bytes. Code of a format is fetched
 * when it is asked for.
 */
export async function makeFiles(asked: FilesAsked): Promise<readonly FileOut[]> {
	const { wish, report } = asked;
	const name = fileNameOf(report, endingOf(wish));
	const file = { name, type: typeOf(wish.kind), content: await contentOf(asked) };
	if (wish.kind !== 'data-csv') return [file];
	const { csvMetadata } = await import('./csv.ts');
	const about = { name: `${name}-metadata.json`, type: 'application/csvm+json' };
	return [file, { ...about, content: csvMetadata(name) }];
}

async function contentOf(asked: FilesAsked): Promise<FileOut['content']> {
	const { wish, report, worked, address } = asked;
	switch (wish.kind) {
		case 'pdf': {
			const { toPdf } = await import('./pdf.ts');
			const size = wish.size === undefined ? {} : { size: wish.size };
			return toPdf({ report, ...size, ...(await linkTo(worked.plan, address)) });
		}
		case 'xlsx': {
			const { toXlsx } = await import('./xlsx.ts');
			return toXlsx({ worked, report, ...(await linkTo(worked.plan, address)) });
		}
		case 'csv':
			return (await import('./csv.ts')).spreadsheetCsv(report, wish.style);
		case 'data-csv':
			return (await import('./csv.ts')).dataCsv(report);
		case 'focus':
			return (await import('./focus.ts')).focusCsv(report);
		case 'json':
			return reportText(report);
		case 'plan':
			return planText(worked.plan);
		case 'md':
			return markdownOf(asked);
		case 'svg':
			return pictureOf(asked);
	}
}

/** A link without an address leads nowhere from a comment: it is left out. */
async function markdownOf({ report, worked, address }: FilesAsked): Promise<string> {
	const { toMarkdown } = await import('./markdown.ts');
	return address === undefined
		? toMarkdown({ report })
		: toMarkdown({ report, ...(await linkTo(worked.plan, address)) });
}

async function pictureOf({ wish, report }: FilesAsked): Promise<string> {
	const [{ toSvg }, { chartOf }] = await Promise.all([import('./svg.ts'), import('./chart-of.ts')]);
	return toSvg({ spec: chartOf(report, wish.chart ?? 'cost'), foot: footOf(report) });
}

const footOf = ({ name, exchange, pricesAsOf, modelVersion, generatedAt }: Report): string =>
	`${name}${exchange === undefined ? '' : ` · ${exchange.words}`} · prices to ${pricesAsOf.newest} · model ${modelVersion} · made ${generatedAt.slice(0, 10)} · estimate, not a quote`;
