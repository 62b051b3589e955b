import type { Report } from '../report/types.ts';

const MOST_CHARS = 40;

/** `mesh-cost_checkout-platform_2026-11-24_USD.csv` (`conventions.md` §3). */
export function fileNameOf(report: Report, extension: string): string {
	const day = report.generatedAt.slice(0, 10);
	return `mesh-cost_${slug(report.name)}_${day}_${report.currency}.${extension}`;
}

/** Letters and digits of ASCII; accents go, all else becomes a hyphen. */
export function slug(name: string): string {
	const plain = name
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();
	const words = plain.replace(/[^a-z0-9]+/g, '-').slice(0, MOST_CHARS);
	return words.replace(/^-|-$/g, '') || 'plan';
}
