import type { FileOut } from '../lib/export/file-out.ts';
import type { Report } from '../lib/report/types.ts';
import type { EstimateAsked } from './estimate-args.ts';
import type { Estimated } from './estimate-command.ts';
import { changeTable } from './table/change-table.ts';
import { reportTable } from './table/report-table.ts';
import { inLargeFiles } from './tiers.ts';

interface OutFile {
	/** `undefined`: standard output. */
	readonly name: string | undefined;
	readonly content: FileOut['content'];
}

export interface OutAsked extends Estimated {
	readonly asked: EstimateAsked;
	readonly before: Report | undefined;
}

/** What is written, and where: the answer, and beside a data CSV in a file its description. */
export async function outFiles(all: OutAsked): Promise<readonly OutFile[]> {
	const { asked, report, before } = all;
	const { wish, out } = asked;
	if (wish === undefined) {
		const table = reportTable(report);
		const changes = before === undefined ? '' : `\n${changeTable(before, report)}`;
		return [{ name: out, content: table + changes }];
	}
	if (wish.kind === 'md' && before !== undefined) {
		const { toMarkdown } = await import('../lib/export/markdown.ts');
		return [{ name: out, content: toMarkdown({ report, before }) }];
	}
	if (wish.kind === 'pdf' || wish.kind === 'xlsx') inLargeFiles();
	const address = asked.address === undefined ? {} : { address: asked.address };
	const { makeFiles } = await import('../lib/export/make-files.ts');
	const [file] = await makeFiles({ wish, worked: all.worked, report, ...address });
	if (file === undefined) return [];
	const answer = { name: out, content: await pictured(asked, file) };
	if (wish.kind !== 'data-csv' || out === undefined) return [answer];
	const { csvMetadata } = await import('../lib/export/csv.ts');
	const fileName = out.replace(/^.*[/\\]/, '');
	return [answer, { name: `${out}-metadata.json`, content: csvMetadata(fileName) }];
}

/** An SVG as it is, or as pixels. */
async function pictured(
	{ form }: EstimateAsked,
	{ content }: FileOut
): Promise<OutFile['content']> {
	if (form !== 'png' || typeof content !== 'string') return content;
	const { toPng } = await import('../lib/server/png.ts');
	return toPng(content);
}
