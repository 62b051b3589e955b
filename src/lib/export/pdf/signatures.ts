import { colourOf } from './lettering.ts';
import type { Paper } from './paper.ts';

/** Points that they take. */
export const SIGNED = 42;

/** Three lines to sign on, at the foot of the page. */
export function signatures(paper: Paper): void {
	paper.need(SIGNED);
	paper.y += paper.room - SIGNED;
	const top = paper.y + 26;
	const width = (paper.width - 48) / 3;
	['Prepared by, date', 'Reviewed by, date', 'Approved by, date'].forEach((text, at) => {
		const x = paper.left + at * (width + 24);
		paper.artifact(() => {
			paper.doc
				.moveTo(x, top)
				.lineTo(x + width, top)
				.lineWidth(0.75)
				.strokeColor(colourOf('--ink-2'))
				.stroke();
		});
		const style = { size: 8, colour: '--ink-3' };
		paper.leaf('P', () => paper.write(text, { x, y: top + 4, width }, style));
	});
	paper.y = top + 18;
}
