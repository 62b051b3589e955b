import { expect, it } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import { openEstimator } from '../open-estimator.ts';
import type { Answer, Question } from './questions.ts';
import { RangesWork } from './work.ts';

const work = new RangesWork(openEstimator);

async function answered(question: Question): Promise<Answer> {
	const steps = await work.begin(question);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

it('answers a plan of two options with a preview, then in full, under one set of draws', async () => {
	const plan: Plan = { options: ['linkerd', 'istio-ambient'] };
	const quick = await answered({ kind: 'ranges', plan, samples: 500, quick: true });
	const full = await answered({ kind: 'ranges', plan, samples: 500, quick: false });
	if (quick.kind !== 'ranges' || full.kind !== 'ranges') throw new Error('another answer');
	const { tornado, breakEvens, settle, ...shared } = full.decision.comparison;
	expect(quick.decision.comparison).toEqual(shared);
	expect(tornado).toHaveLength(2);
	expect(breakEvens?.length).toBeGreaterThan(5);
	expect(settle?.people).toBe(true);
});

it('compares two options over pods where the axis asked for is none of theirs', async () => {
	const asked = { kind: 'crossing', plan: {}, a: 'linkerd', b: 'consul' } as const;
	const answer = await answered({ ...asked, axis: 'licence:nobody' });
	if (answer.kind !== 'crossing') throw new Error('another answer');
	expect(answer.axis).toBe('pods');
	expect(answer.axes.map(({ id }) => id)).toContain('fte:consul');
	expect(answer.crossing?.points).toHaveLength(64);
});

it('sends answers that a worker can post: no class, no function', async () => {
	const answer = await answered({ kind: 'ranges', plan: {}, samples: 100, quick: true });
	expect(structuredClone(answer)).toEqual(answer);
});
