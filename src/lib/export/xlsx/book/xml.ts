export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** Text as content or attribute of XML. */
export const escaped = (text: string): string =>
	/[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? '') : text;

/** What XML cannot hold, and line ends that its readers would change. */
// eslint-disable-next-line no-control-regex -- these are the very characters that go
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Most characters of a cell in Excel. */
const LONGEST_TEXT = 32_767;

/** Text of a cell; Excel reads `_x0041_` as a letter, so such text is written with its line escaped. */
export const cellText = (text: string): string =>
	escaped(
		text
			.replace(NOT_IN_XML, '')
			.replace(/\r\n?/g, '\n')
			.slice(0, LONGEST_TEXT)
			.replace(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
	);
