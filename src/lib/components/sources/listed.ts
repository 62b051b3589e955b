import { ageDays, isStale } from '$lib/catalog/age.ts';
import type { FigureRow } from '$lib/catalog/all-figures.ts';
import type { MeshRow } from '$lib/catalog/mesh-rows.ts';
import type { Source } from '$lib/catalog/schema.ts';

/** A figure, or a gap, as the Prices page lists it. */
export interface Listed {
	readonly id: string;
	readonly group: string;
	readonly label: string;
	/** `*` for every region, or where regions mean nothing. */
	readonly region: string;
	readonly amount?: string;
	readonly low?: string;
	readonly high?: string;
	/** In words, with the quantity when it is not one. */
	readonly unit: string;
	readonly method: string;
	readonly grade: string;
	readonly asOf: string;
	readonly stale: boolean;
	/** Publisher and title. */
	readonly source: string;
	readonly url?: string;
	/** Reason, sum or remark. */
	readonly words: string;
	/** Set where there is no figure: `words` has the reason. */
	readonly missing?: string;
}

const GROUPS: Readonly<Record<string, string>> = {
	node: 'Nodes, on demand',
	spot: 'Nodes, Spot',
	pods: 'Pods per node',
	service: 'Services',
	model: 'As the model takes them',
	commitment: 'Commitments',
	mesh: 'Meshes',
	people: 'People',
	benefits: 'Benefits',
	companion: 'Companions'
};

export const groupWords = (group: string): string => GROUPS[group] ?? group;

const unitWords = (unit: string, quantity: number | undefined): string => {
	const words = unit === '1' ? '' : unit.replaceAll('/', ' per ');
	return quantity === undefined ? words : `${words}, for ${quantity.toLocaleString('en-US')}`;
};

export function sourceAddress(source: Source): string | undefined {
	if (source.checkAt !== undefined) return source.checkAt;
	if (source.url !== undefined) return source.url;
	if (source.repo === undefined) return undefined;
	const blob = source.path === undefined ? '' : `/blob/${source.commit ?? 'HEAD'}/${source.path}`;
	return `https://github.com/${source.repo}${blob}`;
}

function said(source: Source | undefined): Pick<Listed, 'source' | 'url'> {
	if (source === undefined) return { source: '' };
	const url = sourceAddress(source);
	return {
		source: `${source.publisher}: ${source.title}`,
		...(url === undefined ? {} : { url })
	};
}

interface Context {
	/** ISO day that ages are counted to. */
	readonly today: string;
	readonly sourceOf: (key: string) => Source | undefined;
}

const joined = (...parts: readonly (string | undefined)[]): string =>
	parts.filter(Boolean).join(' ');

export function listedPrice(row: FigureRow, { today, sourceOf }: Context): Listed {
	return {
		id: row.id,
		group: row.group,
		label: row.label,
		region: row.region,
		amount: row.amount,
		unit: unitWords(row.unit, row.quantity),
		method: row.method,
		grade: row.grade,
		asOf: row.asOf,
		stale: isStale(row, today),
		words: joined(row.reason, row.derivation, row.note),
		...said(sourceOf(row.source))
	};
}

export function listedFigure(row: MeshRow, { today, sourceOf }: Context): Listed {
	const [first] = row.sources;
	return {
		id: row.id,
		group: row.group,
		label: row.label,
		region: '*',
		unit: unitWords(row.unit, undefined),
		method: row.method,
		grade: row.grade,
		asOf: row.asOf,
		stale: row.asOf !== '' && row.method !== 'assumed' && isStale(row, today),
		words: row.why,
		...(row.amount === undefined ? {} : { amount: row.amount }),
		...(row.low === undefined ? {} : { low: row.low }),
		...(row.high === undefined ? {} : { high: row.high }),
		...(row.missing === undefined ? {} : { missing: row.missing }),
		...said(first === undefined ? undefined : sourceOf(first))
	};
}

/** `3 days`, `4 months`, `2 years`; nothing for a figure without a date. */
export function ageWords(asOf: string, today: string): string {
	const days = asOf === '' ? undefined : ageDays({ asOf }, today);
	if (days === undefined) return asOf === '' ? '' : 'no date';
	if (days < 1) return 'today';
	if (days < 60) return days === 1 ? '1 day' : `${days} days`;
	return days < 730 ? `${Math.round(days / 30.4)} months` : `${Math.floor(days / 365)} years`;
}
