import type { CellFont, CellStyle, Edge } from './cell-style.ts';
import { escaped, XML_HEAD } from './xml.ts';

const FACE = 'Calibri';
const PLAIN: CellStyle = { font: { size: 11, colour: '16191D' } };

/** First number of a format that the reader of a file does not know by itself. */
const FIRST_FORMAT = 164;

/** Parts of a kind, each once, in the order in which they are met. */
class Parts {
	readonly #places = new Map<string, number>();

	constructor(first: readonly string[]) {
		for (const xml of first) this.of(xml);
	}

	of(xml: string): number {
		const known = this.#places.get(xml);
		if (known !== undefined) return known;
		const place = this.#places.size;
		this.#places.set(xml, place);
		return place;
	}

	xml(tag: string): string {
		return `<${tag} count="${this.#places.size}">${[...this.#places.keys()].join('')}</${tag}>`;
	}
}

const fontXml = ({ bold, italic, size, colour }: CellFont): string =>
	`<font>${bold === true ? '<b/>' : ''}${italic === true ? '<i/>' : ''}<sz val="${size}"/>` +
	`<color rgb="FF${colour}"/><name val="${FACE}"/><family val="2"/></font>`;

const fillXml = (colour: string | undefined): string =>
	colour === undefined
		? NO_FILL
		: `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`;

const NO_FILL = '<fill><patternFill patternType="none"/></fill>';
/** The second fill is fixed by the format. */
const FIXED_FILL = '<fill><patternFill patternType="gray125"/></fill>';

const edgeXml = (tag: 'top' | 'bottom', edge: Edge | undefined): string =>
	edge === undefined
		? `<${tag}/>`
		: `<${tag} style="${edge.style}"><color rgb="FF${edge.colour}"/></${tag}>`;

const borderXml = ({ top, bottom }: CellStyle): string =>
	`<border><left/><right/>${edgeXml('top', top)}${edgeXml('bottom', bottom)}<diagonal/></border>`;

function alignmentXml({ horizontal, vertical, wrap, indent }: CellStyle): string {
	const words = [
		horizontal === undefined ? '' : ` horizontal="${horizontal}"`,
		vertical === undefined ? '' : ` vertical="${vertical}"`,
		wrap === true ? ' wrapText="1"' : '',
		indent === undefined ? '' : ` indent="${indent}"`
	].join('');
	return words === '' ? '' : `<alignment${words}/>`;
}

/** The styles of a workbook: each gets a number, by which cells name it. */
export class Styles {
	readonly #numbers = new Map<CellStyle, number>();
	readonly #fonts = new Parts([fontXml(PLAIN.font)]);
	readonly #fills = new Parts([NO_FILL, FIXED_FILL]);
	readonly #borders = new Parts([borderXml(PLAIN)]);
	readonly #formats = new Map<string, number>();
	readonly #looks: string[] = [];
	readonly #known: Readonly<Record<string, string>>;

	/** `known`: formats by the names that styles call them by. */
	constructor(known: Readonly<Record<string, string>>) {
		this.#known = known;
		this.numberOf(PLAIN);
	}

	numberOf(style: CellStyle): number {
		const known = this.#numbers.get(style);
		if (known !== undefined) return known;
		const number = this.#looks.length;
		this.#numbers.set(style, number);
		this.#looks.push(this.#look(style));
		return number;
	}

	#look(style: CellStyle): string {
		const parts = [
			`numFmtId="${this.#format(style.format)}"`,
			`fontId="${this.#fonts.of(fontXml(style.font))}"`,
			`fillId="${this.#fills.of(fillXml(style.fill))}"`,
			`borderId="${this.#borders.of(borderXml(style))}"`,
			'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
		];
		return `<xf ${parts.join(' ')}>${alignmentXml(style)}</xf>`;
	}

	#format(name: string | undefined): number {
		if (name === undefined) return 0;
		const format = this.#known[name] ?? name;
		const number = this.#formats.get(format) ?? FIRST_FORMAT + this.#formats.size;
		this.#formats.set(format, number);
		return number;
	}

	xml(): string {
		const formats = [...this.#formats].map(
			([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`
		);
		const looks = this.#looks;
		return (
			`${XML_HEAD}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
			(formats.length === 0
				? ''
				: `<numFmts count="${formats.length}">${formats.join('')}</numFmts>`) +
			this.#fonts.xml('fonts') +
			this.#fills.xml('fills') +
			this.#borders.xml('borders') +
			'<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
			`<cellXfs count="${looks.length}">${looks.join('')}</cellXfs>` +
			'<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
			'</styleSheet>'
		);
	}
}
