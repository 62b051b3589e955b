import type { FillLook } from '../palette.ts';

/** Looks as the page resolves them now: a canvas cannot read custom properties. */
export interface PaletteValues {
	/** The colour of a custom property, such as `--ink`. */
	readonly colour: (token: string) => string;
	/** What a series is filled with: its colour, or the pattern that tells it apart in grey. */
	readonly fill: (look: FillLook) => string | CanvasPattern;
	readonly font: string;
}
