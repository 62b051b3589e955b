import { Decimal } from '../../engine/decimal.ts';
import { DISCOUNT_KINDS, type DiscountKind, type Plan } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import type { Leaf } from './leaf.ts';

/** Prices of each kind, by the start of their input paths. */
const PRICES: Readonly<Record<DiscountKind, readonly string[]>> = {
	compute: ['node.priceHour', 'fargate.vcpuHour', 'fargate.gibHour'],
	storage: ['storage.perGiBMonth'],
	transfer: ['network.crossAzPerGB'],
	loadBalancer: ['network.lbHour', 'network.lbPerGB'],
	observability: ['observability.per'],
	meshFee: ['mesh.fee'],
	licence: ['support.licence.', 'support.migration.source.licence.']
};

/** Inputs of a licence that are money. */
const isMoney = (path: string): boolean =>
	!path.includes('licence') || /unitPrice|minimumAnnual/.test(path);

/**
 * Takes what was negotiated off list prices, kind by kind. A price that the user wrote is what was
 * negotiated already and stays.
 */
export function applyDiscounts(draft: RecordDraft, { finance }: Plan): void {
	for (const kind of DISCOUNT_KINDS) {
		const written = finance?.discounts?.[kind];
		if (written === undefined) continue;
		const left = new Decimal(1).minus(written);
		for (const [path, leaf] of [...draft.leaves]) {
			const isOfKind = PRICES[kind].some((start) => path.startsWith(start)) && isMoney(path);
			if (!isOfKind || path === 'mesh.feeDiscount' || leaf.basis === 'user') continue;
			draft.set(path, discounted(leaf, left, kind));
		}
	}
}

function discounted(leaf: Leaf, left: Decimal, kind: DiscountKind): Leaf {
	const off = (amount: string | undefined): string | undefined =>
		amount === undefined ? undefined : left.times(amount).toFixed();
	const percent = new Decimal(1).minus(left).times(100).toFixed();
	const { value, low, high } = leaf;
	return {
		...leaf,
		value: off(value),
		...(low === undefined ? {} : { low: off(low) ?? low }),
		...(high === undefined ? {} : { high: off(high) ?? high }),
		changed: true,
		planPath: `finance.discounts.${kind}`,
		note: `List price less ${percent} % negotiated.`
	};
}
