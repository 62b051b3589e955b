import type { Choices } from '../choices.ts';
import { subscript } from '../graph/explain.ts';
import { constant, one, sum, zero, type Expr } from '../graph/expr.ts';
import { inputs, itemInputs } from '../inputs.ts';
import type { Allocatable } from './allocatable.ts';
import { drift } from './time.ts';

const { node, time, purchase } = inputs;

export interface UnitPrices {
	readonly core: Expr<'USD/core-hour'>;
	readonly gib: Expr<'USD/GiB-hour'>;
	/** With the node's idle and reserved part spread over what can be packed. */
	readonly coreLoaded: Expr<'USD/core-hour'>;
	readonly gibLoaded: Expr<'USD/GiB-hour'>;
}

const mibPerGib = constant(1024, 'MiB/GiB');
const gibPerCore = constant(1, 'GiB/core');

/** A node's price split over cores and memory (`model.md` §7). */
export function unitPrices(of: Allocatable): UnitPrices {
	const weight = node.vcpu.times(gibPerCore).by(node.coreToGibRatio).plus(node.memGiB);
	const gib = node.priceHour.over(weight).as({
		id: 'price.gib',
		label: 'Price of a GiB of a node',
		symbol: 'p_gib'
	});
	const core = gib.times(gibPerCore).by(node.coreToGibRatio).as({
		id: 'price.core',
		label: 'Price of a vCPU of a node',
		symbol: 'p_core',
		why: 'The price of a node is split so that a vCPU costs as many GiB as they do where both are sold apart.'
	});
	const usableCpu = of.cpu.minus(node.systemDaemonCpu).by(node.packing);
	const usableMem = of.memMiB.minus(node.systemDaemonMemMiB).by(node.packing).over(mibPerGib);
	return {
		core,
		gib,
		coreLoaded: core.by(node.vcpu.over(usableCpu)).as({
			id: 'price.coreLoaded',
			label: 'Price of a requested vCPU',
			symbol: 'p_core′',
			why: 'What stays reserved or empty on a node is paid too: requests carry it.'
		}),
		gibLoaded: gib.by(node.memGiB.over(usableMem)).as({
			id: 'price.gibLoaded',
			label: 'Price of a requested GiB',
			symbol: 'p_gib′'
		})
	};
}

/** On-demand money of the nodes that the mesh adds: whole nodes, the bill. */
export const provisioned = (added: Expr<'node'>): Expr<'USD/month'> =>
	added.times(node.priceHour).times(time.hoursPerMonth).by(drift);

/** On-demand money of what the mesh asks for: its fair share of nodes. */
export const allocated = (
	cpu: Expr<'core'>,
	memMiB: Expr<'MiB'>,
	prices: UnitPrices
): Expr<'USD/month'> => {
	const cores = cpu.times(prices.coreLoaded);
	const memory = memMiB.over(mibPerGib).times(prices.gibLoaded);
	return cores.plus(memory).times(time.hoursPerMonth).by(drift);
};

export interface Bought {
	/** Prefix of the names: the same formulas serve several rows. */
	readonly id: string;
	/** Which discount applies. */
	readonly discount: 'discount' | 'fargateDiscount';
}

/**
 * Cash after commitments and interruptible nodes (`model.md` §7).
 *
 * Each term is bought at its turn for a share of what the longer terms then leave uncovered; what is
 * bought is paid, used or not.
 */
export function afterCommitments(
	choices: Choices,
	onDemand: Expr<'USD/month'>,
	{ id, discount }: Bought
): Expr<'USD/month'> {
	const none = zero('USD/month');
	const use = onDemand.as({ id: `${id}.onDemand`, label: 'At prices on demand', symbol: 'U' });
	const bought: Expr<'USD/month'>[] = [];
	const paid: Expr<'USD/month'>[] = [];
	for (const { at, months } of choices.terms) {
		const term = itemInputs('purchase.terms', at);
		const name = `${id}.term${at + 1}`;
		const open = use.minus(sum('USD/month', bought)).atLeast(none);
		const share = open
			.by(term.coverage)
			.heldFor(months)
			.as({
				id: name,
				label: `Use that term ${at + 1} covers, ${months} months from each purchase`,
				symbol: `Q${subscript(at + 1)}`
			});
		bought.push(share);
		paid.push(
			share.by(one.minus(term[discount])).as({
				id: `${name}.paid`,
				label: `Paid for term ${at + 1}, used or not`,
				symbol: `paid${subscript(at + 1)}`
			})
		);
	}
	if (bought.length === 0) return atSpot(choices, use, discount);
	const left = use
		.minus(sum('USD/month', bought))
		.atLeast(none)
		.as({ id: `${id}.uncovered`, label: 'Use that no term covers', symbol: 'left' });
	return sum('USD/month', paid).plus(atSpot(choices, left, discount));
}

/** Part of the use is on interruptible nodes; tasks have none. */
function atSpot(
	choices: Choices,
	left: Expr<'USD/month'>,
	discount: Bought['discount']
): Expr<'USD/month'> {
	if (!choices.spot || discount === 'fargateDiscount') return left;
	return left.by(one.minus(purchase.spotShare.by(purchase.spotDiscount)));
}
