import { cellText, XML_HEAD } from './xml.ts';

/** Texts of a workbook, each once: cells name them by number. */
export class Texts {
	readonly #numbers = new Map<string, number>();
	#uses = 0;

	numberOf(text: string): number {
		this.#uses++;
		const known = this.#numbers.get(text);
		if (known !== undefined) return known;
		const number = this.#numbers.size;
		this.#numbers.set(text, number);
		return number;
	}

	xml(): string {
		const items = [...this.#numbers.keys()].map(
			(text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`
		);
		return (
			`${XML_HEAD}<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
			`count="${this.#uses}" uniqueCount="${items.length}">${items.join('')}</sst>`
		);
	}
}
