import regularUrl from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import semiboldUrl from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';
import { plainFont } from '../plain-font.ts';
import { withoutFeature } from './without-feature.ts';

/** Bytes of a data address: the same in browser, worker and Node, with nothing fetched. */
function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
	const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

/** Letters that look to their neighbours take as long as all else in a page, and change little. */
const fontOf = (dataUrl: string): Uint8Array<ArrayBuffer> =>
	withoutFeature(plainFont(bytesOf(dataUrl)), 'calt');

export const FONTS = {
	regular: fontOf(regularUrl),
	semibold: fontOf(semiboldUrl)
} as const;
export type Face = keyof typeof FONTS;
