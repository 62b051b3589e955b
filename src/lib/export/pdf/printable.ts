/** Beyond Latin-1, what the font has. */
const MORE = 'ıŒœʻʼˆ˚˜–—‘’‚“”„•…′″‹›€™↑↓−';

/** What reads as well by other letters. */
const INSTEAD: Readonly<Record<string, string>> = {
	Δ: 'd',
	Σ: 'sum ',
	Ω: 'Ohm',
	η: 'eta',
	κ: 'kappa',
	ρ: 'rho',
	φ: 'phi',
	β: 'beta',
	'→': '->',
	'≤': '<=',
	'≥': '>=',
	'≠': '!=',
	'∞': 'no limit',
	ł: 'l',
	Ł: 'L',
	đ: 'd',
	Đ: 'D',
	'\u202f': '\u00a0',
	'\u2009': '\u00a0'
};

const SOFT_HYPHEN = 0xad;

const isPrinted = (letter: string): boolean => {
	const code = letter.codePointAt(0) ?? 0;
	return (
		(code >= 0x20 && code < 0x7f) ||
		(code >= 0xa0 && code <= 0xff && code !== SOFT_HYPHEN) ||
		MORE.includes(letter)
	);
};

/** Stands for a letter that cannot be printed. */
const UNKNOWN = '?';

/**
 * Text in letters that the font has. A PDF drops others in silence, so they are replaced: by their
 * plain letter where there is one, else by a question mark, and counted for the reader.
 */
export class Printable {
	#replaced = 0;

	get replaced(): number {
		return this.#replaced;
	}

	of(text: string): string {
		let printed = '';
		for (const letter of text.normalize('NFC')) {
			if (isPrinted(letter)) printed += letter;
			else printed += this.#instead(letter);
		}
		return printed;
	}

	#instead(letter: string): string {
		if (/\s/.test(letter)) return ' ';
		if (/\p{Cf}|\p{Cc}|\p{M}/u.test(letter)) return '';
		// A picture among letters is missed by nobody, and nothing reads as it does.
		if (/\p{Extended_Pictographic}/u.test(letter)) {
			this.#replaced++;
			return '';
		}
		const known = INSTEAD[letter];
		if (known !== undefined) return known;
		this.#replaced++;
		const plain = [...letter.normalize('NFKD')].filter(isPrinted).join('');
		return plain === '' ? UNKNOWN : plain;
	}
}
