import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import bold from '@fontsource/inter/files/inter-latin-700-normal.woff?inline';
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import { Resvg } from '@resvg/resvg-js';
import { plainFont } from '../export/plain-font.ts';
import { Answers } from './answers.ts';
import { inTurn } from './guarded.ts';
import { MOST } from './limits.ts';

/** The rasteriser takes fonts as files only; these live as long as the server. */
function fontFiles(): readonly string[] {
	const folder = mkdtempSync(join(tmpdir(), 'meshup-fonts-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	return [regular, bold].map((dataUrl, at) => {
		const woff = Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
		const file = join(folder, `${at}.ttf`);
		writeFileSync(file, plainFont(woff));
		return file;
	});
}

let files: readonly string[] | undefined;
const drawn = new Answers<Uint8Array<ArrayBuffer>>(MOST.pictures);

function draw(svg: string): Uint8Array<ArrayBuffer> {
	files ??= fontFiles();
	const font = {
		fontFiles: [...files],
		loadSystemFonts: false,
		defaultFontFamily: 'Inter',
		sansSerifFamily: 'Inter'
	};
	return new Uint8Array(new Resvg(svg, { font }).render().asPng());
}

/** PNG of an SVG at its own size, with the font that comes along: servers have none. */
export const toPng = (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
	drawn.ask(svg, () => inTurn(() => draw(svg)));
