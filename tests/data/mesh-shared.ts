import type { MeshFigures } from '../../src/lib/catalog/mesh.ts';

/** What stands at a path inside anything, to compare with tables of facts. */
export function at(value: unknown, path: string): unknown {
	return path.split('.').reduce<unknown>((node, key) => {
		return typeof node === 'object' && node !== null && key in node
			? (node as Record<string, unknown>)[key]
			: undefined;
	}, value);
}

/** Low, central and high of a range at a path. */
export const triple = (value: MeshFigures, path: string): readonly unknown[] =>
	['low', 'central', 'high'].map((end) => at(value, `${path}.${end}`));

/** Shows every object inside a value, itself included. */
export function everyObject(value: unknown, see: (node: Record<string, unknown>) => void): void {
	if (typeof value !== 'object' || value === null) return;
	see(value as Record<string, unknown>);
	Object.values(value).forEach((child) => everyObject(child, see));
}
