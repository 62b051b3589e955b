import { memo } from '../../engine/memo.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { isMissing } from '../../catalog/missing.ts';
import { nodeType, type NodeType } from '../../catalog/nodes.ts';
import type { CloudView } from '../../catalog/load-cloud.ts';
import { platformPrices, type PlatformPrices } from '../../catalog/platform.ts';
import type { Runtime } from '../../catalog/mesh-ids.ts';
import type { Figure, Missing } from '../../catalog/schema.ts';
import type { Plan } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { derived, leafOf, ofFigure, ofMissing, type Leaf } from './leaf.ts';
import { addPurchase } from './purchase.ts';

/** Where the plan runs, with its gaps filled by defaults. */
export interface Place {
	readonly cloud: 'aws' | 'gcp' | 'azure';
	readonly region: string;
	readonly nodeType: string;
	readonly runtime: Runtime;
}

const PROVIDER = { aws: 'eks', gcp: 'gke', azure: 'aks' } as const;

/** Nodes, prices and purchase of a region (`model.md` §2). */
export function addPlatform(draft: RecordDraft, plan: Plan, catalog: Catalog, place: Place): void {
	const onEcs = place.runtime.startsWith('ecs');
	draft.choose('node.provider', onEcs ? 'plain' : PROVIDER[place.cloud]);
	const { platform } = plan;
	draft.choose('node.packingMode', platform?.packingMode ?? 'sum');
	draft.choose('node.azBalanced', platform?.azBalanced ?? true);
	draft.choose('node.surviveAzLoss', platform?.surviveAzLoss ?? false);
	draft.choose('purchase.billing', platform?.billing ?? 'provisioned');
	const { node, prices } = listOf(catalog.cloud, place);
	addNode(draft, node);
	if (onEcs) {
		const tasks = catalog.planning.figures['workload.tasksPerInstance'];
		if (tasks !== undefined) draft.set('node.maxPods', leafOf(tasks, 'planning'));
	}
	addPrices(draft, plan, prices);
	if (!isMissing(node)) addPurchase(draft, plan, catalog, place.region, node);
}

function addNode(draft: RecordDraft, node: NodeType | Missing): void {
	if (isMissing(node)) {
		draft.set('node.priceHour', ofMissing(node));
		return;
	}
	draft.setAll(leavesOfNode(node));
}

const leavesOfNode = memo((node: NodeType): Readonly<Record<string, Leaf>> => {
	const spec = (value: string): Leaf => ({
		value,
		distribution: 'fixed',
		basis: 'published',
		grade: node.specs.grade,
		source: node.specs.source,
		asOf: node.specs.asOf,
		changed: false,
		planPath: 'platform.nodeType'
	});
	return {
		'node.vcpu': spec(node.vcpu),
		'node.memGiB': spec(node.memGiB),
		'node.maxPods': ofFigure(node.maxPods),
		'node.priceHour': { ...ofFigure(node.price), planPath: 'platform.nodeType' }
	};
});

const none = derived('0', 'the provider keeps the metrics: samples are paid, no disk or memory');

interface PriceList {
	readonly node: NodeType | Missing;
	readonly prices: PlatformPrices;
}

const lists = new WeakMap<CloudView, Map<string, PriceList>>();

/** Node and prices of a place, looked up once: every option and every stroke asks for them again. */
function listOf(cloud: CloudView, { region, nodeType: type }: Place): PriceList {
	const known = lists.get(cloud) ?? new Map<string, PriceList>();
	const key = `${region} ${type}`;
	const before = known.get(key);
	if (before !== undefined) return before;
	const list = { node: nodeType(cloud, region, type), prices: platformPrices(cloud, region) };
	lists.set(cloud, known.set(key, list));
	return list;
}

function addPrices(draft: RecordDraft, plan: Plan, prices: PlatformPrices): void {
	draft.setAll({
		'network.bytesPerGB': leaf(prices.bytesPerGB),
		'network.crossAzPerGB': leaf(prices.crossAzPerGB),
		'network.lbHour': leaf(prices.lbHour),
		'network.lbPerGB': leaf(prices.lbPerGB),
		'storage.perGiBMonth': leaf(prices.perGiBMonth),
		'observability.perGBTrace': leaf(prices.perGBTrace),
		'observability.perGBLog': leaf(prices.perGBLog)
	});
	if (runsTasks(plan)) {
		draft.setAll({
			'fargate.vcpuHour': leaf(prices.fargateVcpuHour),
			'fargate.gibHour': leaf(prices.fargateGibHour)
		});
	}
	addMetrics(draft, plan, {
		hosted: leaf(prices.perMillionSamples),
		disk: leaf(prices.perGiBMonth)
	});
}

/** A price of the region. */
const leaf = memo((figure: Figure | Missing): Leaf => ({
	...leafOf(figure),
	planPath: 'platform.region'
}));

interface MetricPrices {
	/** Of a million samples, at the provider. */
	readonly hosted: Leaf;
	/** Of a GiB of disk for a month, for a server of our own. */
	readonly disk: Leaf;
}

/** Hosted metrics are paid by the sample, our own by disk and memory: never both (`model.md` §10). */
function addMetrics(draft: RecordDraft, plan: Plan, { hosted, disk }: MetricPrices): void {
	if (plan.observability?.metrics !== 'hosted') {
		draft.set('observability.perGiBMonth', disk);
		return;
	}
	draft.setAll({
		'observability.perMillionSamples': hosted,
		'observability.perGiBMonth': none,
		'observability.memKiBPerSeries': none
	});
}

const runsTasks = (plan: Plan): boolean =>
	plan.platform?.runtime === 'fargate' ||
	plan.workload?.groups?.some((group) => group.runtime === 'fargate') === true;
