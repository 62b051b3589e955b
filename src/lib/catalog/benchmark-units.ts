/** Units as publications print them. */
export const PRINTED_UNITS = [
	'ms',
	'mCPU',
	'vCPU',
	'vCPU/1000rps',
	'MB',
	'MiB',
	'kB',
	'KiB/1000',
	'rps',
	'updates/s',
	'%'
] as const;
export type PrintedUnit = (typeof PRINTED_UNITS)[number];

interface Conversion {
	readonly unit: 'ms' | 'core' | 'core-s/traversal' | 'MiB' | 'KiB' | 'request/s' | '1';
	readonly times?: number;
	/** Divides: a division rounds once where a factor such as 0.001 would round twice. */
	readonly over?: number;
}

/** What one printed unit is in a unit of the engine. One sampler divided KiB by 1000. */
const CONVERSIONS: Readonly<Record<PrintedUnit, Conversion>> = {
	ms: { unit: 'ms' },
	mCPU: { unit: 'core', over: 1000 },
	vCPU: { unit: 'core' },
	'vCPU/1000rps': { unit: 'core-s/traversal', over: 1000 },
	MB: { unit: 'MiB', times: 1_000_000, over: 1_048_576 },
	MiB: { unit: 'MiB' },
	kB: { unit: 'KiB', times: 1000, over: 1024 },
	'KiB/1000': { unit: 'MiB', times: 1000, over: 1024 },
	rps: { unit: 'request/s' },
	'updates/s': { unit: 'request/s' },
	'%': { unit: '1', over: 100 }
};

/** A printed value in the engine's unit, for charts and fits; the printed text stays the record. */
export interface Normal {
	readonly value: number;
	readonly unit: Conversion['unit'];
}

export function normal(value: string, unit: PrintedUnit): Normal {
	const { unit: into, times = 1, over = 1 } = CONVERSIONS[unit];
	return { value: (Number(value) * times) / over, unit: into };
}
