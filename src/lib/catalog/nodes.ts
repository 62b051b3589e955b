import type { NodeSpec } from './cloud-schema.ts';
import { inForce, own } from './dated.ts';
import { figureOf } from './figure-of.ts';
import type { CloudView } from './load-cloud.ts';
import { isMissing } from './missing.ts';
import { isRegion } from './regions.ts';
import type { Figure, Grade, Missing } from './schema.ts';
import { qualified } from './sources.ts';

/** An instance type as a region sells it. */
export interface NodeType {
	readonly type: string;
	readonly family: string;
	/** Billed cores, decimal text. */
	readonly vcpu: string;
	/** GiB, decimal text. */
	readonly memGiB: string;
	readonly arch: 'amd64' | 'arm64';
	readonly processor?: string;
	/** Bills a fraction of its cores: too small to carry a mesh, and its cores are not its own. */
	readonly sharedCore: boolean;
	/** Where cores and memory come from. */
	readonly specs: { readonly source: string; readonly asOf: string; readonly grade: Grade };
	readonly maxPods: Figure;
	/** USD/node-hour, on demand. */
	readonly price: Figure;
}

function noRegion(cloud: CloudView, region: string): Missing {
	return {
		missing: 'not-offered',
		reason: `${cloud.label} has no region "${region}" in the data.`
	};
}

/** On-demand price of a node, USD/node-hour. */
export function nodePrice(cloud: CloudView, region: string, type: string): Figure | Missing {
	return priceIn(cloud, cloud.nodes.prices, region, type, 'sells');
}

/** Spot price of a node where the sources hold one per type, USD/node-hour. Volatile. */
export function spotPrice(cloud: CloudView, region: string, type: string): Figure | Missing {
	return priceIn(cloud, cloud.nodes.spotPrices, region, type, 'publishes a Spot price of');
}

function priceIn(
	cloud: CloudView,
	blocks: CloudView['nodes']['prices'],
	region: string,
	type: string,
	verb: string
): Figure | Missing {
	if (!isRegion(cloud, region)) return noRegion(cloud, region);
	const found = inForce(
		blocks,
		({ amounts }) => own(own(amounts, type) ?? {}, region),
		cloud.pinned
	);
	if (found !== undefined) return figureOf(cloud, found, { unit: 'USD/node-hour' });
	const reason = `No source at hand ${verb} "${type}" in ${region}.`;
	return { missing: 'not-offered', reason };
}

function maxPods(cloud: CloudView, type: string): Figure | undefined {
	const found = inForce(
		cloud.nodes.maxPods,
		({ pods }) => own(pods, type) ?? own(pods, '*'),
		cloud.pinned
	);
	return found && figureOf(cloud, found, { unit: 'pod/node' });
}

function toNodeType(
	cloud: CloudView,
	region: string,
	type: string,
	spec: NodeSpec
): NodeType | Missing {
	const price = nodePrice(cloud, region, type);
	if (isMissing(price)) return price;
	const pods = maxPods(cloud, type);
	if (pods === undefined) {
		return {
			missing: 'not-published',
			reason: `No source at hand says how many pods fit on "${type}".`
		};
	}
	return {
		type,
		family: spec.family,
		vcpu: spec.vcpu,
		memGiB: spec.memGiB,
		arch: spec.arch,
		...(spec.processor === undefined ? {} : { processor: spec.processor }),
		sharedCore: spec.visibleVcpu !== undefined,
		specs: { ...cloud.nodes.specs, source: qualified(cloud, cloud.nodes.specs.source) },
		maxPods: pods,
		price
	};
}

/** One instance type in one region. */
export function nodeType(cloud: CloudView, region: string, type: string): NodeType | Missing {
	const spec = own(cloud.nodes.types, type);
	if (spec !== undefined) return toNodeType(cloud, region, type, spec);
	return {
		missing: 'not-offered',
		reason: `"${type}" is no instance type of ${cloud.label} in the data.`
	};
}

/** What a region sells, in the order of the file: by family, then size. */
export function nodeTypes(cloud: CloudView, region: string): readonly NodeType[] {
	return Object.entries(cloud.nodes.types).flatMap(([type, spec]) => {
		const it = toNodeType(cloud, region, type, spec);
		return 'missing' in it ? [] : [it];
	});
}

/** The node a new plan starts with: 8 cores, 32 GiB of the newest common family the region sells. */
export function defaultNodeType(cloud: CloudView, region: string): string {
	const sold = cloud.defaults.nodeTypes.find((type) => !isMissing(nodePrice(cloud, region, type)));
	return sold ?? cloud.defaults.yardstick;
}
