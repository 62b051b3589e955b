import { Decimal } from '../../engine/decimal.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { commitmentTerms, type CommitmentTerm, type TermId } from '../../catalog/commitments.ts';
import type { CloudView } from '../../catalog/load-cloud.ts';
import { isMissing } from '../../catalog/missing.ts';
import type { NodeType } from '../../catalog/nodes.ts';
import type { Plan } from '../plan.ts';
import type { RecordDraft } from './draft.ts';
import { byDefault, derived, leafOf, type Leaf } from './leaf.ts';

const COVERAGE = 'purchase.commitmentCoverage';
const PLACES = 6;

type Terms = ReturnType<typeof commitmentTerms>;

const known = new WeakMap<CloudView, Map<string, Terms>>();

/** Ways to buy a family in a region, looked up once. */
function termsOf(cloud: CloudView, region: string, family: string): Terms {
	const families = known.get(cloud) ?? new Map<string, Terms>();
	const key = `${region} ${family}`;
	const before = families.get(key);
	if (before !== undefined) return before;
	const terms = commitmentTerms(cloud, region, family);
	known.set(cloud, families.set(key, terms));
	return terms;
}

/** Commitment, sustained use and spot. A way to buy without a price makes its rows a gap. */
export function addPurchase(
	draft: RecordDraft,
	plan: Plan,
	catalog: Catalog,
	region: string,
	node: NodeType
): void {
	const terms = termsOf(catalog.cloud, region, node.family);
	if (isMissing(terms)) return;
	const of = (id: TermId): CommitmentTerm | undefined => terms.find((term) => term.id === id);
	const sustained = sustainedUse(draft, of('on-demand'));
	const wanted = plan.platform?.commitment ?? 'on-demand';
	const term = of(wanted);
	if (term !== undefined && term.termMonths > 0) {
		const coverage = catalog.planning.figures[COVERAGE];
		draft.setAll({
			'purchase.terms[0].termMonths': derived(String(term.termMonths), term.label),
			'purchase.terms[0].coverage':
				coverage === undefined ? undefined : leafOf(coverage, 'planning'),
			'purchase.terms[0].discount': {
				...offLowered(leafOf(term.discount), sustained),
				planPath: 'platform.commitment'
			},
			'purchase.terms[0].fargateDiscount': derived('0', 'the term is for nodes')
		});
	}
	const spot = of('spot');
	if (spot === undefined) return;
	draft.set('purchase.spotDiscount', offLowered(leafOf(spot.discount), sustained));
}

/**
 * A full month of use lowers the price on demand by itself, where the provider does that: nodes that
 * carry a mesh run all month. Returns the share that falls away.
 */
function sustainedUse(draft: RecordDraft, onDemand: CommitmentTerm | undefined): string {
	const price = draft.get('node.priceHour');
	if (onDemand === undefined || isMissing(onDemand.discount)) return '0';
	const { amount, source, asOf } = onDemand.discount;
	if (price?.value === undefined || new Decimal(amount).isZero()) return '0';
	draft.set('node.priceHour', {
		...price,
		value: new Decimal(price.value).times(new Decimal(1).minus(amount)).toFixed(),
		basis: 'derived',
		source: [price.source, source].filter((key) => key !== undefined).join(', '),
		asOf: price.asOf ?? asOf,
		reason: `the list price ${price.value}, less ${amount} of it for a full month of use`
	});
	return amount;
}

/** A discount off the list price, as one off the price that sustained use has lowered. */
function offLowered(discount: Leaf, sustained: string): Leaf {
	const { value } = discount;
	if (value === undefined || sustained === '0') return discount;
	const left = new Decimal(1).minus(value).div(new Decimal(1).minus(sustained));
	const off = Decimal.max(0, new Decimal(1).minus(left)).toDecimalPlaces(PLACES);
	return {
		...discount,
		value: off.toFixed(),
		basis: 'derived',
		reason: `${value} off the list price, where sustained use takes off ${sustained} already`
	};
}

const TERM = /^purchase\.terms\[(\d{1,2})\]\./;

/** A discount that the user enters without a term holds for all of the use, month by month. */
export function completeTerms(draft: RecordDraft): void {
	const terms = new Set([...draft.leaves.keys()].flatMap((path) => TERM.exec(path)?.[0] ?? []));
	for (const term of terms) {
		const rest: Readonly<Record<string, Leaf>> = {
			termMonths: byDefault('1', 'A discount without a term holds month by month.'),
			coverage: byDefault('1', 'A discount without a term holds for all of the use.'),
			discount: byDefault('0', 'No discount is entered.'),
			fargateDiscount: byDefault('0', 'No discount on tasks is entered.')
		};
		for (const [key, leaf] of Object.entries(rest)) {
			if (draft.get(`${term}${key}`) === undefined) draft.set(`${term}${key}`, leaf);
		}
	}
}
