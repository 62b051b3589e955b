/** A file made here, ready to be kept. */
export interface FileOut {
	readonly name: string;
	/** MIME type, with the charset where it is text. */
	readonly type: string;
	readonly content: string | Uint8Array<ArrayBuffer>;
}
