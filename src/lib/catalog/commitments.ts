import type { Commitment } from './cloud-schema.ts';
import { type Found, inForce, own, type Said } from './dated.ts';
import { difference, product, quotient } from './decimal-text.ts';
import { figureOf } from './figure-of.ts';
import type { CloudView } from './load-cloud.ts';
import { isMissing } from './missing.ts';
import { nodePrice } from './nodes.ts';
import { isRegion } from './regions.ts';
import type { Figure, Missing } from './schema.ts';

export type TermId = 'on-demand' | '1y' | '3y' | 'spot';

export interface CommitmentTerm {
	readonly id: TermId;
	readonly label: string;
	/** 0 where nothing is committed. */
	readonly termMonths: number;
	/** Share of the on-demand price that falls away, 0 to 1, unit `1`. */
	readonly discount: Figure | Missing;
}

const HOURS_PER_MONTH = '730';
const PLACES = 6;

/** Which blocks of the file make a term. A full month of sustained use lowers the on-demand price. */
const BLOCKS: Readonly<Record<TermId, (it: Commitment) => boolean>> = {
	'on-demand': ({ kind }) => kind === 'sustained-use',
	'1y': ({ term }) => term === '1yr',
	'3y': ({ term }) => term === '3yr',
	spot: ({ kind }) => kind === 'spot'
};

interface Offer extends Said {
	readonly block: Commitment;
}

function derivationOf(block: Commitment, amount: string, listed: string, type: string): string {
	const price = block.measure === 'USD/month' ? `(${amount}/${HOURS_PER_MONTH})` : amount;
	return `1 − ${price}/${listed}: its price over the on-demand price of ${type}.`;
}

/** The discount in one region, by the prices of the family's reference type. */
function discountIn(
	cloud: CloudView,
	id: TermId,
	region: string,
	family: string
): Figure | undefined {
	const offers: readonly Offer[] = cloud.commitments
		.filter(BLOCKS[id])
		.map((block) => ({ ...block, block }));
	const found = inForce(
		offers,
		({ block }) => own(own(block.amounts, family) ?? {}, region),
		cloud.pinned
	);
	const block = offers.find((it) => it === found?.said)?.block;
	if (found === undefined || block === undefined) return undefined;
	if (block.measure === 'percent') {
		return figureOf(cloud, { ...found, amount: product(found.amount, '0.01') }, { unit: '1' });
	}
	const type = own(block.references, family);
	const listed = type === undefined ? undefined : nodePrice(cloud, region, type);
	if (type === undefined || listed === undefined || isMissing(listed)) return undefined;
	return figureOf(cloud, shareOff(block, found, listed.amount, type), { unit: '1' });
}

function shareOff(block: Commitment, found: Found, listed: string, type: string): Found {
	const onDemand = block.measure === 'USD/month' ? product(listed, HOURS_PER_MONTH) : listed;
	const derivation = derivationOf(block, found.amount, listed, type);
	return {
		amount: difference('1', quotient(found.amount, onDemand, PLACES)),
		said: { ...found.said, method: 'derived', derivation }
	};
}

/** The discount of a region we hold none for: that of the default region, marked as assumed. */
function discount(cloud: CloudView, id: TermId, region: string, family: string): Figure | Missing {
	const here = discountIn(cloud, id, region, family);
	if (here !== undefined) return here;
	const home = cloud.defaults.region;
	const there = discountIn(cloud, id, home, family);
	if (there !== undefined) {
		const reason = `No price held for ${region}: the share is that of ${family} in ${home}.`;
		return { ...there, method: 'assumed', grade: 'D', reason };
	}
	const reason = `No ${id} price of ${family} is held for ${cloud.label}: enter its discount.`;
	return { missing: 'not-published', reason };
}

function onDemand(cloud: CloudView, region: string, family: string): CommitmentTerm {
	const sustained = discount(cloud, 'on-demand', region, family);
	if (!isMissing(sustained)) {
		const label = 'On demand, with the discount for sustained use';
		return { id: 'on-demand', label, termMonths: 0, discount: sustained };
	}
	const { source, asOf } = cloud.nodes.specs;
	const said: Said = {
		from: asOf,
		source,
		method: 'derived',
		grade: 'A',
		derivation: 'The list price itself: nothing falls away.'
	};
	const none = figureOf(cloud, { amount: '0', said }, { unit: '1' });
	return { id: 'on-demand', label: 'On demand', termMonths: 0, discount: none };
}

/**
 * How nodes of a family can be bought in a region, with the share each way takes off the list price.
 * A way without a price is there with the reason, so that a page can show it greyed.
 */
export function commitmentTerms(
	cloud: CloudView,
	region: string,
	family: string
): readonly CommitmentTerm[] | Missing {
	if (!isRegion(cloud, region)) {
		const reason = `${cloud.label} has no region "${region}" in the data.`;
		return { missing: 'not-offered', reason };
	}
	if (!Object.values(cloud.nodes.types).some((type) => type.family === family)) {
		const reason = `${cloud.label} has no family "${family}" in the data.`;
		return { missing: 'not-offered', reason };
	}
	const of = (id: TermId): Figure | Missing => discount(cloud, id, region, family);
	return [
		onDemand(cloud, region, family),
		{ id: '1y', label: 'One year, committed', termMonths: 12, discount: of('1y') },
		{ id: '3y', label: 'Three years, committed', termMonths: 36, discount: of('3y') },
		{ id: 'spot', label: 'Spot, may be taken back', termMonths: 0, discount: of('spot') }
	];
}
