import { describe, expect, it } from 'vitest';
import { catalogs, leafAt, only, valueAt } from './example-resolve.ts';

const SOURCE = 'support.migration.source.';
const leaving = { migration: { from: 'app-mesh' } } as const;

describe('the mesh that is being left', () => {
	it('has the figures that it has as an option', () => {
		const option = only('linkerd', leaving);
		const itself = only('app-mesh');
		const paths = [...itself.leaves.keys()].filter(
			(path) => path.startsWith('mesh.') && itself.leaves.get(path)?.unwritten !== true
		);
		expect(paths.length).toBeGreaterThan(20);
		for (const path of paths) {
			expect(leafAt(option, `${SOURCE}${path}`).value).toBe(leafAt(itself, path).value);
		}
		expect(option.record?.source?.choices.mesh).toMatchObject({ id: 'app-mesh', kind: 'sidecar' });
	});

	it('is sized and overridden like an option', () => {
		const plan = {
			...leaving,
			platform: { sizing: 'requests' },
			overrides: { 'app-mesh': { 'mesh.proxy.cpuReq': 0.33 } }
		} as const;
		const { record } = only('linkerd', plan);
		expect(record?.source?.choices.mesh.sizing).toBe('requests');
		expect(record?.source?.values.get('mesh.proxy.cpuReq')?.toFixed()).toBe('0.33');
		expect(record?.values.get('mesh.proxy.cpuReq')?.toFixed()).not.toBe('0.33');
	});

	it('brings the licence of which no price is published, as a gap', () => {
		const { record } = only('consul', { migration: { from: 'linkerd-enterprise' } });
		expect(record?.source?.choices.licence?.unit).toBe('pod');
		expect(record?.source?.values.has('support.licence.tiers[0].unitPrice')).toBe(false);
	});

	it('costs nothing to leave for where one is', () => {
		const option = only('istio-sidecar', { migration: { from: 'istio-sidecar' } });
		for (const key of ['designHours', 'hoursFirstService', 'cash', 'parallelMonths']) {
			expect(valueAt(option, `support.migration.${key}`)).toBe('0');
		}
		expect(option.record?.source).toBeUndefined();
	});

	it('is none where there was none, and for who does without', () => {
		expect(only('linkerd').record?.source).toBeUndefined();
		expect(only('linkerd', { migration: { from: 'no-mesh' } }).record?.source).toBeUndefined();
		expect(only('no-mesh', leaving).record?.source).toBeUndefined();
	});

	it('keeps an invoice as the word of the user', () => {
		const option = only('linkerd', { migration: { from: 'app-mesh', oldMonthly: 900 } });
		expect(option.record?.choices.oldMonthly).toBe(true);
		expect(leafAt(option, 'support.migration.oldMonthly')).toMatchObject({
			value: '900',
			basis: 'user'
		});
	});

	it('has no price where its provider is another', () => {
		const plan = { platform: { cloud: 'gcp' }, ...leaving } as const;
		const leaf = leafAt(only('linkerd', plan, catalogs.gcp), `${SOURCE}mesh.feePerProxyHour`);
		expect(leaf.missing?.missing).toBe('not-offered');
	});
});
