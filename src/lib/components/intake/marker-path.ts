import type { Marker } from '$lib/charts/palette.ts';

const PATHS: Readonly<Record<Marker, string>> = {
	circle: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z',
	triangle: 'M0-5 5 4H-5z',
	rect: 'M-4-4h8v8h-8z',
	rectRot: 'M0-5.5 5.5 0 0 5.5-5.5 0z',
	cross: 'M-4-4 4 4M4-4-4 4',
	star: 'M0-5.5V5.5M-4.8-2.8 4.8 2.8M4.8-2.8-4.8 2.8'
};

/** Outline of a marker around 0, 0, as Chart.js draws it. */
export const markerPath = (marker: Marker): string => PATHS[marker];
