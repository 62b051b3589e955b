import type { Commitment } from './cloud-schema.ts';
import type { Said } from './dated.ts';
import type { CloudView } from './load-cloud.ts';
import type { Figure, Grade, Method } from './schema.ts';
import { product } from './decimal-text.ts';
import { figureOf } from './figure-of.ts';
import { isMissing } from './missing.ts';
import { PLATFORM_KEYS, platformPrice } from './platform.ts';

export type FigureGroup = 'node' | 'spot' | 'pods' | 'service' | 'model' | 'commitment';

/** A row of the Prices page. */
export interface FigureRow {
	/** Unique, such as `aws/node/m7i.2xlarge/eu-west-1@2026-07-05`. */
	readonly id: string;
	readonly group: FigureGroup;
	readonly label: string;
	/** `*` for every region. */
	readonly region: string;
	readonly amount: string;
	readonly unit: string;
	readonly quantity?: number | undefined;
	readonly method: Method;
	readonly grade: Grade;
	/** Key for `sourceOf`. */
	readonly source: string;
	readonly asOf: string;
	readonly derivation?: string | undefined;
	readonly reason?: string | undefined;
	readonly note?: string | undefined;
}

interface Place {
	readonly group: FigureGroup;
	readonly key: string;
	readonly label: string;
	readonly region: string;
}

function row(cloud: CloudView, { group, key, label, region }: Place, figure: Figure): FigureRow {
	const mark = figure.method === 'assumed' ? '~' : '@';
	const id = `${cloud.cloud}/${group}/${key}/${region}${mark}${figure.asOf}`;
	return { id, group, label, region, ...figure };
}

type NodeBlock = CloudView['nodes']['prices'][number];

function* nodeRows(
	cloud: CloudView,
	group: 'node' | 'spot',
	blocks: readonly NodeBlock[]
): Generator<FigureRow> {
	for (const said of blocks) {
		for (const [type, amounts] of Object.entries(said.amounts)) {
			const label = group === 'node' ? `${type}, on demand` : `${type}, Spot`;
			for (const [region, amount] of Object.entries(amounts)) {
				const figure = figureOf(cloud, { amount, said }, { unit: 'USD/node-hour' });
				yield row(cloud, { group, key: type, label, region }, figure);
			}
		}
	}
}

function* podRows(cloud: CloudView): Generator<FigureRow> {
	for (const said of cloud.nodes.maxPods) {
		for (const [type, amount] of Object.entries(said.pods)) {
			const label = type === '*' ? 'Pods that fit on a node' : `Pods that fit on ${type}`;
			const figure = figureOf(cloud, { amount, said }, { unit: 'pod/node' });
			yield row(cloud, { group: 'pods', key: type, label, region: '*' }, figure);
		}
	}
}

function* serviceRows(cloud: CloudView): Generator<FigureRow> {
	for (const [sku, service] of Object.entries(cloud.services)) {
		for (const said of service.values) {
			for (const [region, amount] of Object.entries(said.amounts)) {
				const figure = figureOf(cloud, { amount, said }, service);
				yield row(cloud, { group: 'service', key: sku, label: service.name, region }, figure);
			}
		}
	}
}

/** What the model makes of the services, where that is more than the listed price. */
function* modelRows(cloud: CloudView): Generator<FigureRow> {
	for (const key of PLATFORM_KEYS) {
		const entry = cloud.platform[key];
		if (entry === undefined || isMissing(entry)) continue;
		const everywhere = !('sku' in entry);
		if (!everywhere && entry.times === undefined && entry.method === undefined) continue;
		for (const region of everywhere ? ['*'] : Object.keys(cloud.regions)) {
			const figure = platformPrice(cloud, region, key);
			if (isMissing(figure)) continue;
			const label = everywhere ? key : `${key}, from ${entry.sku}`;
			yield row(cloud, { group: 'model', key, label, region }, figure);
		}
	}
}

const KINDS: Readonly<Record<Commitment['kind'], string>> = {
	'standard-ri': 'standard reserved instance',
	'resource-cud': 'committed use',
	'sustained-use': 'sustained use',
	spot: 'Spot'
};

const UNITS: Readonly<Record<Commitment['measure'], string>> = {
	'USD/hour': 'USD/node-hour',
	'USD/month': 'USD/month',
	percent: '1'
};

function* commitmentRows(cloud: CloudView): Generator<FigureRow> {
	for (const block of cloud.commitments) {
		const percent = block.measure === 'percent';
		const unit = UNITS[block.measure];
		const said: Said = block;
		for (const [family, amounts] of Object.entries(block.amounts)) {
			const about = block.references[family] ?? family;
			const label = `${about}, ${KINDS[block.kind]}, ${block.term}${percent ? ', share off' : ''}`;
			for (const [region, amount] of Object.entries(amounts)) {
				const found = { amount: percent ? product(amount, '0.01') : amount, said };
				const figure = figureOf(cloud, found, { unit });
				const key = `${family}-${block.kind}-${block.term}`.replaceAll(' ', '-');
				yield row(cloud, { group: 'commitment', key, label, region }, figure);
			}
		}
	}
}

/** Every figure of a provider with where it comes from, old values included. */
export function* allFigures(cloud: CloudView): Generator<FigureRow> {
	yield* serviceRows(cloud);
	yield* modelRows(cloud);
	yield* podRows(cloud);
	yield* commitmentRows(cloud);
	yield* nodeRows(cloud, 'node', cloud.nodes.prices);
	yield* nodeRows(cloud, 'spot', cloud.nodes.spotPrices);
}
