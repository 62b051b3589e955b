import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/files/run.ts';

/** The words of a PDF where they stand on the page. */
export async function pdfText(bytes: Uint8Array): Promise<string> {
	const folder = mkdtempSync(join(tmpdir(), 'meshup-pdf-'));
	const file = join(folder, 'report.pdf');
	writeFileSync(file, bytes);
	const text = await run('pdftotext', ['-layout', '-nopgbrk', file, '-']);
	rmSync(folder, { recursive: true });
	return text;
}
