import type { FillLook } from '../palette.ts';
import type { PaletteValues } from './palette-values.ts';

const SIZE = 8;

function tile(look: FillLook, palette: PaletteValues): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = SIZE;
	canvas.height = SIZE;
	const context = canvas.getContext('2d');
	if (context === null) return canvas;
	context.fillStyle = palette.colour(look.token);
	context.fillRect(0, 0, SIZE, SIZE);
	context.strokeStyle = context.fillStyle = palette.colour('--card');
	context.globalAlpha = 0.55;
	if (look.pattern === 'dots') {
		context.beginPath();
		context.arc(SIZE / 2, SIZE / 2, 1.4, 0, 2 * Math.PI);
		context.fill();
	} else {
		context.lineWidth = 1.6;
		context.beginPath();
		for (const shift of [-SIZE, 0, SIZE]) {
			context.moveTo(shift, SIZE);
			context.lineTo(shift + SIZE, 0);
		}
		context.stroke();
	}
	return canvas;
}

/** The fill of a series: its colour, with the pattern that tells it apart in grey. */
export function fillOf(look: FillLook, palette: PaletteValues): string | CanvasPattern {
	if (look.pattern === 'solid') return palette.colour(look.token);
	const context = document.createElement('canvas').getContext('2d');
	const pattern = context?.createPattern(tile(look, palette), 'repeat');
	return pattern ?? palette.colour(look.token);
}
