import type { Catalog } from '../catalog/catalog.ts';
import { nodeTypes } from '../catalog/nodes.ts';
import { regions } from '../catalog/regions.ts';

interface Choice {
	readonly value: string;
	readonly label: string;
}

export const regionChoices = ({ cloud }: Catalog): readonly Choice[] =>
	regions(cloud).map(({ id, label }) => ({ value: id, label }));

/** Nodes that a region sells, without those that share a core: too small to carry a mesh. */
export const nodeChoices = ({ cloud }: Catalog, region: string): readonly Choice[] =>
	nodeTypes(cloud, region)
		.filter((node) => !node.sharedCore)
		.map(({ type, vcpu, memGiB }) => ({
			value: type,
			label: `${type} · ${vcpu} vCPU, ${memGiB} GiB`
		}));
