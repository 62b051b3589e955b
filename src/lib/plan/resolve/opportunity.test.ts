import { describe, expect, it } from 'vitest';
import { leafAt, only, valueAt } from './example-resolve.ts';

describe('benefits of a mesh', () => {
	it('count nothing that only the user knows until it is set', () => {
		const option = only('linkerd');
		for (const key of ['incidents.costPerHour', 'releasesPerMonth', 'revenueMonthly']) {
			expect(leafAt(option, `opportunity.${key}`)).toMatchObject({ value: '0', basis: 'default' });
			expect(leafAt(option, `opportunity.${key}`).reason).toContain('until it is set');
		}
	});

	it('need the features that the user names, 2 of 8, and no other', () => {
		const features = ['mutual-tls', 'golden-metrics'] as const;
		const option = only('linkerd', { opportunity: { features } });
		const needed = Array.from({ length: 8 }, (_, at) =>
			valueAt(option, `opportunity.features[${at}].needed`)
		);
		expect(needed.filter((text) => text === '1')).toHaveLength(2);
		expect(leafAt(option, 'opportunity.features[0].needed')).toMatchObject({
			value: '1',
			basis: 'user',
			planPath: 'opportunity.features'
		});
	});

	it('are left out whole by one switch, and for who has no mesh', () => {
		const off = { opportunity: { enabled: false, releasesPerMonth: 5 } };
		expect(only('linkerd', off).record?.choices.opportunity).toBe(false);
		expect(only('no-mesh').record?.choices.opportunity).toBe(false);
		expect(leafAt(only('linkerd', off), 'opportunity.releasesPerMonth').reason).toContain(
			'left out'
		);
	});
});
