/** JSON with sorted keys and without white space: equal plans give equal text. */
export function canonicalJson(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const fields = Object.entries(value)
		.filter(([, child]) => child !== undefined)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`);
	return `{${fields.join(',')}}`;
}
