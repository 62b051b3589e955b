import type { FileOut } from '../../export/file-out.ts';

/** Pixels for each px of the picture: sharp on dense screens and on paper. */
const DENSITY = 2;

/** The pixels of an SVG, drawn by the browser with its own fonts. */
export async function toPng({ name, content }: FileOut): Promise<FileOut> {
	const address = URL.createObjectURL(new Blob([content], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = image.naturalWidth * DENSITY;
		canvas.height = image.naturalHeight * DENSITY;
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
		if (blob === null) throw new Error('The browser could not draw the picture.');
		const bytes = new Uint8Array(await blob.arrayBuffer());
		return { name: name.replace(/\.svg$/, '.png'), type: 'image/png', content: bytes };
	} finally {
		URL.revokeObjectURL(address);
	}
}
