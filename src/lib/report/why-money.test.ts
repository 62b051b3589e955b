import { describe, expect, it } from 'vitest';
import type { Plan } from '../plan/plan.ts';
import { catalogs, TODAY } from '../plan/resolve/example-resolve.ts';
import type { Why } from './types.ts';
import { WHY_MONEY } from './why-money.ts';
import { whyOf } from './why.ts';
import { workOut } from './work-out.ts';

function why(plan: Plan, id: string, option = 'linkerd'): Why {
	const catalog = catalogs[plan.platform?.cloud ?? 'aws'];
	const worked = workOut({ plan, catalog, generatedAt: TODAY, reading: 'exact' });
	const told = worked.ok ? whyOf({ worked: worked.value, option, id, month: 1 }) : undefined;
	if (told === undefined) throw new Error(`nothing explains ${id}`);
	return told;
}

const valueOf = ({ terms }: Why, label: RegExp): number =>
	Number(terms.find((term) => label.test(term.label))?.value);

describe('a figure made from the ledger', () => {
	it.each(WHY_MONEY)('%s names what it is made from, over the whole plan', (id) => {
		const told = why({ finance: { months: 24 } }, id);
		expect(told.months).toBe(24);
		expect(told.month).toBeUndefined();
		expect(told.terms.map(({ id: term }) => term)).toContain('spend');
		for (const { value } of told.terms) expect(Number.isFinite(Number(value)), value).toBe(true);
	});

	it('spends the same in present value where money keeps its worth', () => {
		const told = why({ finance: { discountAnnual: 0 } }, 'finance.presentValue');
		// Spend adds up to 20 rows of 37 cells, each rounded by half a cent at most: 3.70 in all.
		expect(Math.abs(Number(told.value) - valueOf(told, /^Spend/))).toBeLessThan(3.7);
	});

	it.each(['provisioned', 'allocated'] as const)(
		'swaps the nodes of a bill that is %s for the other way, and nothing else',
		(billing) => {
			const told = why({ platform: { billing } }, 'finance.spendOtherwise');
			const swapped =
				valueOf(told, /^Spend$/) -
				valueOf(told, /^Nodes, as/) +
				valueOf(told, /^Nodes, (as whole|by)/);
			expect(Math.round(swapped * 100)).toBe(Math.round(Number(told.value) * 100));
			expect(told.label).toContain(
				billing === 'allocated' ? 'as whole nodes' : 'by the share used'
			);
		}
	);

	it('says why there is no payback where nothing is avoided', () => {
		expect(why({}, 'finance.paybackMonths').value).toMatch(/^none: Nothing is avoided/);
		expect(why({}, 'finance.irrAnnual').value).toMatch(/^none: Nothing is avoided/);
	});

	it('has nothing to say of an option that cannot be had', () => {
		const plan: Plan = { platform: { cloud: 'gcp' }, options: ['linkerd', 'vpc-lattice'] };
		expect(() => why(plan, 'finance.presentValue', 'vpc-lattice')).toThrow('nothing explains');
	});
});
