/** Advance widths of Inter in thousandths of the size, for U+0020…U+007E (from the font's own table). */
const REGULAR = [
	281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610,
	618, 646, 593, 620, 566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601,
	590, 746, 743, 269, 571, 672, 565, 903, 753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682,
	679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612, 583, 370, 613, 591, 242, 242, 549,
	242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426, 333, 426, 662
];

/** What semibold text is wider by, on the whole. */
const BOLD_FACTOR = 1.025;
const OTHER = 640;
const SPACE = 0x20;

/** Width of a text in px where there is no canvas to ask: close enough to lay out labels. */
export function textWidth(text: string, sizePx: number, weight: number): number {
	let thousandths = 0;
	for (const letter of text) {
		thousandths += REGULAR[(letter.codePointAt(0) ?? 0) - SPACE] ?? OTHER;
	}
	return (thousandths / 1000) * sizePx * (weight >= 600 ? BOLD_FACTOR : 1);
}
