import type { LicenceJson, TermJson } from '../records/record-json.ts';
import { or } from './basics.ts';

/** §7: buys each term at its months and pays what was bought. Returns cash per month. */
export function withTerms(
	use: readonly number[],
	terms: readonly TermJson[],
	how: { readonly tasks: boolean; readonly spotShare: number; readonly spotDiscount: number }
): readonly number[] {
	const order = terms
		.map((term, listed) => ({ term, listed }))
		.sort(
			(a, b) =>
				or(b.term.termMonths) - or(a.term.termMonths) ||
				or(b.term.discount) - or(a.term.discount) ||
				a.listed - b.listed
		)
		.map(({ term }) => term);
	const inForce = order.map(() => 0);
	return use.map((now, at) => {
		let longer = 0;
		let paid = 0;
		order.forEach((term, j) => {
			if (at % or(term.termMonths) === 0) {
				inForce[j] = or(term.coverage) * Math.max(0, now - longer);
			}
			const bought = inForce[j] ?? 0;
			longer += bought;
			paid += bought * (1 - or(how.tasks ? term.fargateDiscount : term.discount));
		});
		const left = Math.max(0, now - longer);
		if (how.tasks) return paid + left;
		return paid + left * (how.spotShare * (1 - how.spotDiscount) + 1 - how.spotShare);
	});
}

/** §12: a year's licence for so many units, a month of it. */
export function licenceMonth(licence: LicenceJson, units: number): number {
	const tiers = licence.tiers ?? [];
	const end = (at: number) => (at === tiers.length - 1 ? Infinity : (tiers[at]?.upTo ?? Infinity));
	let annual = 0;
	if (licence.mode === 'volume') {
		const band = tiers.findIndex((_, at) => units <= end(at) * (1 + 1e-12));
		annual = units * or(tiers[band]?.unitPrice);
	} else {
		tiers.forEach((tier, at) => {
			const from = at === 0 ? 0 : end(at - 1);
			annual += Math.max(0, Math.min(units, end(at)) - from) * or(tier.unitPrice);
		});
	}
	return Math.max(annual, or(licence.minimumAnnual)) / 12;
}

const PAIRS: readonly (readonly [units: number, mib: number])[] = [
	[256, [512, 1024, 2048]] as const,
	[512, steps(1024, 4096, 1024)] as const,
	[1024, steps(2048, 8192, 1024)] as const,
	[2048, steps(4096, 16_384, 1024)] as const,
	[4096, steps(8192, 30_720, 1024)] as const,
	[8192, steps(16_384, 61_440, 4096)] as const,
	[16_384, steps(32_768, 122_880, 8192)] as const
].flatMap(([units, sizes]) => sizes.map((mib) => [units, mib] as const));

function steps(from: number, to: number, by: number): readonly number[] {
	const all: number[] = [];
	for (let mib = from; mib <= to; mib += by) all.push(mib);
	return all;
}

/** §8: the cheapest pair with room for both, by trying all; undefined where nothing fits. */
export function cheapestTask(
	cpu: number,
	mem: number,
	price: { readonly vcpuHour: number; readonly gibHour: number }
): { readonly pair: readonly [number, number]; readonly hour: number } | undefined {
	let best: { readonly pair: readonly [number, number]; readonly hour: number } | undefined;
	for (const [units, mib] of PAIRS) {
		if (units / 1024 < cpu - 1e-9 || mib < mem - 1e-9) continue;
		const hour = (units / 1024) * price.vcpuHour + (mib / 1024) * price.gibHour;
		if (best === undefined || hour < best.hour * (1 - 1e-12)) best = { pair: [units, mib], hour };
	}
	return best;
}

/** §14. */
export function presentValue(flows: readonly number[], rate: number): number {
	return flows.reduce((total, flow, m) => total + flow / (1 + rate) ** (m / 12), 0);
}
