import type { FileOut } from './file-out.ts';

const FREED_AFTER_MS = 10_000;

/** Hands a file to the browser. Where downloads are blocked it says nothing: no error can be caught. */
export function download({ name, type, content }: FileOut): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), FREED_AFTER_MS);
}
