/**
 * Stands in for parts of PDFKit that no report needs, so that a reader does not fetch them: ciphers
 * of protected documents and the reader of PNG pictures.
 */
const notHere = (): never => {
	throw new Error('Reports are neither encrypted nor hold pictures of pixels.');
};

export const cbc = notHere;
export const ecb = notHere;

// eslint-disable-next-line no-restricted-syntax -- the package that it stands for has a default export
export default notHere;
