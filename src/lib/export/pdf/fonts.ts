import regularUrl from '@fontsource/inter/files/inter-latin-400-normal.woff?inline';
import semiboldUrl from '@fontsource/inter/files/inter-latin-600-normal.woff?inline';

/** Bytes of a data address: the same in browser, worker and Node, with nothing fetched. */
function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
	const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
	return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

export const FONTS = {
	regular: bytesOf(regularUrl),
	semibold: bytesOf(semiboldUrl)
} as const;
export type Face = keyof typeof FONTS;
