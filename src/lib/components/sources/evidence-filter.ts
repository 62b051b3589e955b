/** What the Evidence page is narrowed to; an empty text is everything. */
export interface EvidenceFilter {
	readonly mesh: string;
	readonly version: string;
	readonly kind: string;
	readonly condition: string;
}

export const ALL_EVIDENCE: EvidenceFilter = { mesh: '', version: '', kind: '', condition: '' };

/** What a filter looks at. */
export interface Filterable {
	readonly mesh: string;
	readonly version: string;
	readonly kind: string;
	readonly mtls?: boolean | undefined;
	readonly loop?: 'open' | 'closed' | undefined;
	readonly rps?: number | undefined;
}

export const CONDITION_CHOICES: readonly (readonly [id: string, label: string])[] = [
	['mtls', 'with mTLS'],
	['plain', 'without mTLS'],
	['open', 'open loop'],
	['closed', 'closed loop'],
	['rate', 'at a stated rate']
];

function hasCondition({ mtls, loop, rps }: Filterable, condition: string): boolean {
	if (condition === 'mtls' || condition === 'plain') return mtls === (condition === 'mtls');
	if (condition === 'rate') return rps !== undefined;
	return loop === condition;
}

export function passes(it: Filterable, filter: EvidenceFilter): boolean {
	const { mesh, version, kind, condition } = filter;
	return (
		(mesh === '' || it.mesh === mesh) &&
		(version === '' || it.version === version) &&
		(kind === '' || it.kind === kind) &&
		(condition === '' || hasCondition(it, condition))
	);
}
