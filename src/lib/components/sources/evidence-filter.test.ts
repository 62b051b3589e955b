import { describe, expect, it } from 'vitest';
import { ALL_EVIDENCE, passes } from './evidence-filter.ts';

const istio = { mesh: 'istio-sidecar', version: '1.24', kind: 'vendor', mtls: true, rps: 1000 };

describe('the filter of the Evidence page', () => {
	it('lets everything through until something is chosen', () => {
		expect(passes(istio, ALL_EVIDENCE)).toBe(true);
	});

	it.each([
		[{ mesh: 'istio-sidecar' }, true],
		[{ mesh: 'linkerd' }, false],
		[{ version: '1.24' }, true],
		[{ version: '1.2' }, false],
		[{ kind: 'user' }, false],
		[{ condition: 'mtls' }, true],
		[{ condition: 'plain' }, false],
		[{ condition: 'rate' }, true],
		[{ mesh: 'istio-sidecar', kind: 'user' }, false]
	])('%j lets Istio 1.24 of its maker, with mTLS at 1000/s, through: %s', (chosen, through) => {
		expect(passes(istio, { ...ALL_EVIDENCE, ...chosen })).toBe(through);
	});

	it('takes a condition that is not stated for neither of its sides', () => {
		const { mtls: _, ...unstated } = istio;
		expect(passes(unstated, { ...ALL_EVIDENCE, condition: 'mtls' })).toBe(false);
		expect(passes(unstated, { ...ALL_EVIDENCE, condition: 'plain' })).toBe(false);
		expect(passes(unstated, { ...ALL_EVIDENCE, condition: 'open' })).toBe(false);
	});
});
