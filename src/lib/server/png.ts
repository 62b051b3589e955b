import bold from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import { Resvg } from '@resvg/resvg-js';
import { inTurn } from './guarded.ts';
import { MOST } from './limits.ts';
import { Recent } from './recent.ts';
import { plainFont } from './woff.ts';

const fontOf = (dataUrl: string): Buffer =>
	plainFont(Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64'));

let fonts: readonly Buffer[] | undefined;
const drawn = new Recent<Uint8Array<ArrayBuffer>>(MOST.pictures);

/** PNG of an SVG at its own size, with the font that comes along: servers have none. */
export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
	const known = drawn.get(svg);
	if (known !== undefined) return known;
	fonts ??= [fontOf(regular), fontOf(bold)];
	const font = {
		fontBuffers: [...fonts],
		loadSystemFonts: false,
		defaultFontFamily: 'Inter',
		sansSerifFamily: 'Inter'
	};
	const png = await inTurn(() => new Uint8Array(new Resvg(svg, { font }).render().asPng()));
	drawn.set(svg, png);
	return png;
}
