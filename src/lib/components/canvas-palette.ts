import type { PaletteValues } from '$lib/charts/config/palette-values.ts';
import type { FillLook } from '$lib/charts/palette.ts';

const SIZE = 8;

type Colour = PaletteValues['colour'];

function tile(look: FillLook, colour: Colour): HTMLCanvasElement {
	const canvas = document.createElement('canvas');
	canvas.width = SIZE;
	canvas.height = SIZE;
	const context = canvas.getContext('2d');
	if (context === null) return canvas;
	context.fillStyle = colour(look.token);
	context.fillRect(0, 0, SIZE, SIZE);
	context.strokeStyle = context.fillStyle = colour('--card');
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
function fillOf(look: FillLook, colour: Colour): string | CanvasPattern {
	if (look.pattern === 'solid') return colour(look.token);
	const context = document.createElement('canvas').getContext('2d');
	const pattern = context?.createPattern(tile(look, colour), 'repeat');
	return pattern ?? colour(look.token);
}

/** Reads tokens through a probe, because `light-dark()` resolves in a property, not in a token. */
export function readPalette(root: HTMLElement): PaletteValues {
	const probe = document.createElement('span');
	const seen = new Map<string, string>();
	const colour: Colour = (token) => {
		const known = seen.get(token);
		if (known !== undefined) return known;
		probe.style.color = `var(${token})`;
		root.append(probe);
		const value = getComputedStyle(probe).color;
		probe.remove();
		seen.set(token, value);
		return value;
	};
	return { colour, fill: (look) => fillOf(look, colour), font: getComputedStyle(root).fontFamily };
}
