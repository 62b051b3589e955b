import { join } from 'node:path';
import { ROOT } from './command.mjs';

/**
 * One PDFKit everywhere, its browser build: that for Node packs with another deflate, and the same
 * report would get other bytes on the command line than on the page.
 */
export const ALIASES = [
	{ find: /^pdfkit$/, replacement: join(ROOT, 'node_modules/pdfkit/js/pdfkit.browser.mjs') }
];
