/**
 * Stands in for parts of PDFKit that no report needs, so that a reader does not fetch them: ciphers
 * of protected documents, the reader of PNG pictures, and the breaking of lines in every script, for
 * which `lines.ts` does all that Latin letters need.
 */
const notHere = (): never => {
	throw new Error(
		'Reports are not encrypted, hold no pictures of pixels and break their own lines.'
	);
};

export const cbc = notHere;
export const ecb = notHere;

// eslint-disable-next-line no-restricted-syntax -- the package that it stands for has a default export
export default notHere;
