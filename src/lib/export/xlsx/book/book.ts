import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Grid } from '../grid.ts';
import { columnName, sheetXml, type Printed, type SheetShape } from './sheet-xml.ts';
import { Styles } from './styles-xml.ts';
import { Texts } from './texts-xml.ts';
import { cellText, escaped, XML_HEAD } from './xml.ts';

export interface BookAsked {
	readonly sheets: readonly { readonly grid: Grid; readonly shape: SheetShape }[];
	/** Names, and the cells that they stand for. */
	readonly names: readonly { readonly name: string; readonly range: string }[];
	/** Number formats by the names that styles call them by. */
	readonly formats: Readonly<Record<string, string>>;
	readonly title: string;
	readonly subject: string;
	readonly made: Date;
}

/** Earliest day that a zip can name: the hour at which a file was made is no part of it. */
const DAY = '1980-01-01T00:00:00';

/** Above this a workbook gains a few percent and takes twice the time. */
const LEVEL = 4;

/** A workbook (ECMA-376, transitional) as bytes, the same for the same cells on every machine. */
export function bookOf(asked: BookAsked): Uint8Array<ArrayBuffer> {
	const [styles, texts] = [new Styles(asked.formats), new Texts()];
	const sheets = asked.sheets.map(({ grid, shape }, at) =>
		sheetXml({ rows: grid.rows, shape, styles, texts, isFirst: at === 0 })
	);
	const parts: Readonly<Record<string, string>> = {
		'[Content_Types].xml': typesXml(sheets.length),
		'_rels/.rels': relationsXml(ROOT_PARTS),
		'docProps/app.xml': APP_XML,
		'docProps/core.xml': coreXml(asked),
		'xl/workbook.xml': workbookXml(asked),
		'xl/_rels/workbook.xml.rels': relationsXml(bookParts(sheets.length)),
		'xl/styles.xml': styles.xml(),
		'xl/sharedStrings.xml': texts.xml(),
		...Object.fromEntries(sheets.map((xml, at) => [`xl/${sheetPath(at)}`, xml]))
	};
	const files: Zippable = Object.fromEntries(
		Object.entries(parts).map(([path, xml]) => [path, [strToU8(xml), { level: LEVEL, mtime: DAY }]])
	);
	return new Uint8Array(zipSync(files));
}

const sheetPath = (at: number): string => `worksheets/sheet${at + 1}.xml`;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

interface Relation {
	readonly id: string;
	readonly type: string;
	readonly target: string;
}

const ROOT_PARTS: readonly Relation[] = [
	{ id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'xl/workbook.xml' },
	{
		id: 'rId2',
		type: `${PACKAGE}/relationships/metadata/core-properties`,
		target: 'docProps/core.xml'
	},
	{ id: 'rId3', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml' }
];

const bookParts = (sheets: number): readonly Relation[] => [
	...Array.from({ length: sheets }, (_, at) => ({
		id: `rId${at + 1}`,
		type: `${OFFICE}/worksheet`,
		target: sheetPath(at)
	})),
	{ id: 'rIdStyles', type: `${OFFICE}/styles`, target: 'styles.xml' },
	{ id: 'rIdTexts', type: `${OFFICE}/sharedStrings`, target: 'sharedStrings.xml' }
];

const relationsXml = (relations: readonly Relation[]): string =>
	`${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations
		.map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

function typesXml(sheets: number): string {
	const parts = [
		['/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`],
		['/xl/styles.xml', `${SPREADSHEET}.styles+xml`],
		['/xl/sharedStrings.xml', `${SPREADSHEET}.sharedStrings+xml`],
		['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
		['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
		...Array.from({ length: sheets }, (_, at) => [
			`/xl/${sheetPath(at)}`,
			`${SPREADSHEET}.worksheet+xml`
		])
	];
	return (
		`${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
		'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
		'<Default Extension="xml" ContentType="application/xml"/>' +
		parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('') +
		'</Types>'
	);
}

/** Everything is worked out again when the file is opened: a cached value is never believed. */
function workbookXml({ sheets, names }: BookAsked): string {
	const list = sheets.map(
		({ grid }, at) =>
			`<sheet name="${escaped(grid.name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`
	);
	const defined = [
		...sheets.flatMap(({ grid, shape }, at) => printXml(grid.name, shape, at)),
		...names.map(
			({ name, range }) => `<definedName name="${escaped(name)}">${escaped(range)}</definedName>`
		)
	];
	return (
		`${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews>` +
		`<sheets>${list.join('')}</sheets>` +
		(defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`) +
		'<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
	);
}

/** What is printed, and the heads that come again on each page. */
function printXml(name: string, { frozen, printed, printedFrom = 1 }: SheetShape, at: number) {
	const area = printed === undefined ? [] : [areaXml(name, printed, at)];
	if (frozen === undefined) return area;
	const columns = frozen.columns === 0 ? [] : [`'${name}'!$A:$${columnName(frozen.columns)}`];
	const rows = printedFrom > frozen.rows ? [] : [`'${name}'!$${printedFrom}:$${frozen.rows}`];
	const range = escaped([...columns, ...rows].join(','));
	if (range === '') return area;
	const titles = `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${range}</definedName>`;
	return [...area, titles];
}

const APP_XML =
	`${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
	'<Application>MeshUp</Application></Properties>';

/** What is printed, from the first cell on; the rest is for the screen. */
const areaXml = (name: string, { rows, columns }: Printed, at: number): string =>
	`<definedName name="_xlnm.Print_Area" localSheetId="${at}">` +
	`${escaped(`'${name}'!$A$1:$${columnName(columns)}$${rows}`)}</definedName>`;

function coreXml({ title, subject, made }: BookAsked): string {
	const time = `${made.toISOString().slice(0, 19)}Z`;
	const date = (tag: string): string =>
		`<dcterms:${tag} xsi:type="dcterms:W3CDTF">${time}</dcterms:${tag}>`;
	return (
		`${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
		'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
		'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
		`<dc:title>${cellText(title)}</dc:title><dc:subject>${cellText(subject)}</dc:subject>` +
		`<dc:creator>MeshUp</dc:creator>${date('created')}${date('modified')}</cp:coreProperties>`
	);
}
