import { formatNumber, NBSP, NOT_AVAILABLE, write } from './number.ts';

const MIB_PER_GIB = 1024;
const MS_PER_SECOND = 1000;

/** A number with its unit, or `NOT_AVAILABLE` alone. */
export function withUnit(text: string, unit: string): string {
	return text === NOT_AVAILABLE ? text : `${text}${NBSP}${unit}`;
}

/** Cores: "100 m vCPU" below one, "21.6 vCPU" from one on. */
export function formatCores(cores: number): string {
	const milli = Math.abs(cores) > 0 && Math.abs(cores) < 0.9995;
	return milli
		? withUnit(formatNumber(cores * 1000), `m${NBSP}vCPU`)
		: withUnit(formatNumber(cores), 'vCPU');
}

/** Memory: "128 MiB", from 1024 MiB on "42 GiB". */
export function formatMemory(mib: number): string {
	return Math.abs(mib) < MIB_PER_GIB
		? withUnit(formatNumber(mib), 'MiB')
		: withUnit(formatNumber(mib / MIB_PER_GIB), 'GiB');
}

export function formatDisk(gib: number): string {
	return withUnit(formatNumber(gib), 'GiB');
}

/** Transfer, in the GB of the price list. */
export function formatTransfer(gb: number): string {
	return withUnit(formatNumber(gb), 'GB');
}

export function formatRate(requestsPerSecond: number): string {
	return withUnit(formatNumber(requestsPerSecond), 'req/s');
}

/** Milliseconds, from 1000 on seconds: "3.63 ms", "1.2 s". */
export function formatLatency(ms: number): string {
	return Math.abs(ms) < MS_PER_SECOND
		? withUnit(formatNumber(ms), 'ms')
		: withUnit(formatNumber(ms / MS_PER_SECOND), 's');
}

/** A fraction as a percentage, one decimal at most: "8 %", "66.7 %". */
export function formatPercent(fraction: number): string {
	return withUnit(write(fraction * 100, { maximumFractionDigits: 1 }), '%');
}

/** A share with three digits, as fields show it: "12.5 %", "0.25 %". */
export function formatShare(fraction: number): string {
	return withUnit(formatNumber(Number((fraction * 100).toPrecision(12))), '%');
}

/** "83 of 100", for a probability in a sentence; never 0 or 100 unless it is certain. */
export function formatChance(probability: number): string {
	if (!Number.isFinite(probability)) return NOT_AVAILABLE;
	const rounded = Math.round(probability * 100);
	if (probability > 0 && rounded === 0) return 'fewer than 1 of 100';
	if (probability < 1 && rounded === 100) return 'more than 99 of 100';
	return `${rounded} of 100`;
}

export function formatHours(hours: number): string {
	return withUnit(formatNumber(hours), 'h');
}

/** People: "0.85 FTE". */
export function formatFte(fte: number): string {
	return withUnit(formatNumber(fte), 'FTE');
}

/** "1 month", "36 months", "2.5 months". */
export function formatMonths(months: number): string {
	const text = formatNumber(months);
	return withUnit(text, text === '1' ? 'month' : 'months');
}
