import { describe, expect, it } from 'vitest';
import { worked } from '../../../../tests/report/shared.ts';
import type { Plan } from '../plan.ts';

const leafOf = (plan: Plan, path: string) =>
	worked({ options: ['linkerd'], ...plan }).options[0]?.option.leaves.get(path);

describe('a negotiated discount', () => {
	it('takes 10 % off the list price of a node, and says so', () => {
		const list = leafOf({}, 'node.priceHour');
		const less = leafOf({ finance: { discounts: { compute: 0.1 } } }, 'node.priceHour');
		// By hand: nine tenths of the list price, digit for digit.
		expect(Number(less?.value)).toBe(Number((Number(list?.value) * 0.9).toFixed(10)));
		expect(less?.note).toBe('List price less 10 % negotiated.');
		expect([less?.changed, less?.source]).toEqual([true, list?.source]);
	});

	it('of one kind leaves the prices of others alone', () => {
		const finance = { discounts: { transfer: '0.25' } };
		expect(leafOf({ finance }, 'node.priceHour')).toEqual(leafOf({}, 'node.priceHour'));
		const [list, less] = [{}, { finance }].map((plan) => leafOf(plan, 'network.crossAzPerGB'));
		expect(Number(less?.value)).toBe(Number(list?.value) * 0.75);
	});

	it('leaves a price of the user’s own as it was written', () => {
		const overrides = { '*': { 'node.priceHour': '0.3' } };
		const finance = { discounts: { compute: 0.5 } };
		expect(leafOf({ finance, overrides }, 'node.priceHour')?.value).toBe('0.3');
	});
});
