// What @types/pdfkit leaves out.
declare module 'pdfkit/output' {
	export function toBytes(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}

declare namespace PDFKit.Mixins {
	interface StructureElementOptions {
		scope?: 'Row' | 'Column' | 'Both';
		bbox?: [number, number, number, number];
		placement?: 'Block' | 'Inline';
	}
}
