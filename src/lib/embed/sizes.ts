import type { Form } from './address.ts';

/** A frame, px. */
export interface FrameSize {
	readonly width: number;
	readonly height: number;
}

/**
 * Frames where no loader sets the height: tall enough for a column of 320 px, the narrowest that is
 * supported, so that nothing scrolls inside.
 */
export const FRAMES: Readonly<Record<Form, FrameSize>> = {
	card: { width: 600, height: 320 },
	chart: { width: 720, height: 910 },
	sliders: { width: 600, height: 480 }
};
