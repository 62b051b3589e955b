/** How a slider maps its 0…STEPS to values; logarithmic where values span decades. */
export interface Scale {
	readonly min: number;
	readonly max: number;
	readonly kind: 'linear' | 'log';
	/** Values are rounded to this many significant digits (log) or to this step (linear). */
	readonly grain: number;
}

export const STEPS = 400;

/** Value under the thumb, as the text that goes into the field. */
export function valueAt(position: number, scale: Scale): string {
	const part = Math.min(Math.max(position / STEPS, 0), 1);
	if (scale.kind === 'linear') {
		const raw = scale.min + part * (scale.max - scale.min);
		const places = Math.max(0, -Math.floor(Math.log10(scale.grain)));
		return Number((Math.round(raw / scale.grain) * scale.grain).toFixed(places)).toString();
	}
	const floor = Math.max(scale.min, 1);
	const raw = floor * (scale.max / floor) ** part;
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(raw)) + 1 - scale.grain);
	return String(Math.round(raw / unit) * unit);
}

/** Where the thumb stands for a value; a value beyond an end stands at that end. */
export function positionOf(value: number, scale: Scale): number {
	const inside = Math.min(Math.max(value, scale.min), scale.max);
	const part =
		scale.kind === 'linear'
			? (inside - scale.min) / (scale.max - scale.min)
			: Math.log(Math.max(inside, 1) / Math.max(scale.min, 1)) /
				Math.log(scale.max / Math.max(scale.min, 1));
	return Math.round(part * STEPS);
}
