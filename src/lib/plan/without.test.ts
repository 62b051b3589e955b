import { describe, expect, it } from 'vitest';
import { withoutFaults } from './without.ts';

const fault = (path: string) => ({ path, message: 'at fault' });

describe('withoutFaults', () => {
	it('takes out a field and leaves its neighbours', () => {
		const plan = { workload: { pods: -1, services: 3 }, name: 'x' };
		expect(withoutFaults(plan, [fault('workload.pods')])).toEqual({
			workload: { services: 3 },
			name: 'x'
		});
	});

	it('takes out a list as a whole: the places of what stays in it would move', () => {
		const plan = { workload: { groups: [{ pods: 1 }, { pods: -1 }], azs: 3 } };
		expect(withoutFaults(plan, [fault('workload.groups[1].pods')])).toEqual({
			workload: { azs: 3 }
		});
	});

	it('takes out the group in which a field is missing', () => {
		const plan = { finance: { currency: 'EUR' }, workload: { pods: 3 } };
		expect(withoutFaults(plan, [fault('finance.rate'), fault('finance.rateDate')])).toEqual({
			workload: { pods: 3 }
		});
	});

	it('finds an override by its path, whose points are part of the key', () => {
		const numbers = { 'mesh.proxy.cpuReq': -1, 'mesh.proxy.m0': 40 };
		const plan = { overrides: { '*': numbers } };
		expect(withoutFaults(plan, [fault('overrides.*.mesh.proxy.cpuReq')])).toEqual({
			overrides: { '*': { 'mesh.proxy.m0': 40 } }
		});
	});

	it('does not judge a node by the usual region where that of the plan is at fault', () => {
		const plan = { platform: { region: 'eu-wset-1', nodeType: 'm7i.2xlarge', runtime: 'k8s' } };
		expect(withoutFaults(plan, [fault('platform.region')])).toEqual({
			platform: { runtime: 'k8s' }
		});
		expect(withoutFaults(plan, [fault('platform.cloud')])).toEqual({});
	});

	it('leaves alone what has no fields', () => {
		expect(withoutFaults([1], [fault('a')])).toEqual([1]);
		expect(withoutFaults({ a: 1 }, [fault(''), fault('b.c')])).toEqual({ a: 1 });
	});
});
