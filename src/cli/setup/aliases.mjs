import { join } from 'node:path';
import { ROOT } from './command.mjs';

/** Parts of PDFKit that no report needs: a reader does not fetch them. */
const LEFT_OUT = join(ROOT, 'src/lib/export/pdf/left-out.ts');

/**
 * One PDFKit everywhere, its browser build: that for Node packs with another deflate, and the same
 * report would get other bytes on the command line than on the page.
 */
export const ALIASES = [
	{ find: /^@noble\/ciphers\/aes$/, replacement: LEFT_OUT },
	{ find: /^png-js$/, replacement: LEFT_OUT },
	{ find: /^linebreak$/, replacement: LEFT_OUT },
	{ find: /^pdfkit$/, replacement: join(ROOT, 'node_modules/pdfkit/js/pdfkit.browser.mjs') }
];
