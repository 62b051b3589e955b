import type { Listed } from './listed.ts';

export interface PriceFilter {
	/** `*` for every region. */
	readonly region: string;
	/** `*` for every group. */
	readonly group: string;
	readonly text: string;
	readonly only: 'all' | 'stale' | 'gaps' | 'assumed';
}

const ONLY: Readonly<Record<PriceFilter['only'], (row: Listed) => boolean>> = {
	all: () => true,
	stale: (row) => row.stale,
	gaps: (row) => row.missing !== undefined,
	assumed: (row) => row.method === 'assumed' || row.method === 'claimed'
};

/** Rows that pass; a row for every region passes in each. All words of the text must be found. */
export function filtered(rows: readonly Listed[], filter: PriceFilter): readonly Listed[] {
	const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
	const found = (row: Listed): boolean => {
		if (words.length === 0) return true;
		const text = `${row.label} ${row.id} ${row.region} ${row.unit} ${row.source}`.toLowerCase();
		return words.every((word) => text.includes(word));
	};
	return rows.filter(
		(row) =>
			(filter.region === '*' || row.region === '*' || row.region === filter.region) &&
			(filter.group === '*' || row.group === filter.group) &&
			ONLY[filter.only](row) &&
			found(row)
	);
}
