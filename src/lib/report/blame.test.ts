import { describe, expect, it } from 'vitest';
import { catalogs, TODAY } from '../plan/resolve/example-resolve.ts';
import type { Plan } from '../plan/plan.ts';
import { blameOf } from './blame.ts';
import { workOut } from './work-out.ts';

function blamed(plan: Plan) {
	const worked = workOut({ plan, catalog: catalogs.aws, generatedAt: TODAY, reading: 'doubles' });
	if (!worked.ok) throw new Error(worked.errors[0]?.message);
	return blameOf(worked.value);
}

describe('a plan without a single figure', () => {
	it('is refused at the number that stands in the way: pods of 9 cores on nodes of 8', () => {
		const [problem, ...others] = blamed({ workload: { appCpu: 9 } });
		expect(others).toEqual([]);
		expect(problem?.path).toBe('workload.appCpu');
		expect(problem?.message).toMatch(
			/^9 leaves no option to work out\. CPU requested by the application: .*fits on an empty node: a node of m7i\.2xlarge has 8 cores and 32 GiB\.$/
		);
	});

	it('is refused as a whole where the number is a default', () => {
		const plan: Plan = { options: ['linkerd'], workload: { headroom: 1e6 } };
		expect(blamed(plan)).toMatchObject([
			{ path: '', message: expect.stringMatching(/^No option can be worked out\. CPU requested/) }
		]);
	});

	it('keeps its report while one option can be worked out, or none is offered at all', () => {
		expect(blamed({})).toEqual([]);
		expect(blamed({ workload: { headroom: 1e6 } })).toEqual([]);
		const nowhere: Plan = { options: ['istio-sidecar'], platform: { runtime: 'ecs' } };
		expect(blamed(nowhere)).toEqual([]);
	});
});
