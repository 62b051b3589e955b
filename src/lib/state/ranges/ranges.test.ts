import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Plan } from '../../plan/plan.ts';
import type { Decision } from '../../report/decision/decision.ts';
import type { Report } from '../../report/types.ts';
import type { Answer, Desk, Hearing, Question } from './questions.ts';
import { Ranges } from './ranges.svelte.ts';

interface Asked {
	readonly question: Question;
	readonly hearing: Hearing;
}

/** Keeps what is asked; the test answers when and in whatever order it likes. */
class SlowDesk implements Desk {
	readonly asked: Asked[] = [];
	ask(question: Question, hearing: Hearing): void {
		this.asked.push({ question, hearing });
	}
	drop(): void {
		// A worker may have answered already: what was asked may still come in.
	}
}

/** A decision that tells by its seed which plan it is about. */
function decisionOf({ plan }: Question): Answer {
	const seed = Number(plan.workload?.pods);
	const simulation = { samples: 500, seed, generator: 'none', redrawn: 0 };
	const decision: Decision = { options: {}, comparison: { simulation }, warnings: [] };
	return { kind: 'ranges', decision };
}

const REPORT: Report = JSON.parse(
	'{ "options": [], "comparison": { "ranking": [] }, "warnings": [] }'
);
const planOf = (pods: number): Plan => ({ workload: { pods } });
const shownBy = (ranges: Ranges, plan: Plan): number | undefined =>
	ranges.over(plan, REPORT).comparison.simulation?.seed;

describe('ranges', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});

	it('previews 500 samples at once and draws 5,000 after 0.4 s without a change', () => {
		const desk = new SlowDesk();
		const ranges = new Ranges(desk);
		ranges.follow(planOf(1));
		vi.advanceTimersByTime(399);
		expect(desk.asked).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(desk.asked.map(({ question }) => 'samples' in question && question.samples)).toEqual([
			500, 5000
		]);
	});

	it('leaves no stale range beside any of a thousand plans, however late the answers come', () => {
		const desk = new SlowDesk();
		const ranges = new Ranges(desk);
		let plan = planOf(0);
		for (let step = 1; step <= 1000; step++) {
			plan = planOf(step);
			ranges.follow(plan);
			// Three old answers come in late, newest first, and the progress of a fourth.
			for (const late of [1, 7, 40]) {
				const old = desk.asked[desk.asked.length - 1 - late];
				old?.hearing.answer(decisionOf(old.question));
			}
			desk.asked.at(-5)?.hearing.progress(0.5);
			expect(shownBy(ranges, plan)).toBe(undefined);
			expect(ranges.running?.share).toBe(0);
			if (step % 3 === 0) {
				const own = desk.asked.at(-1);
				own?.hearing.answer(decisionOf(own.question));
				expect(shownBy(ranges, plan)).toBe(step);
			}
		}
		vi.advanceTimersByTime(400);
		const settled = desk.asked.at(-1);
		settled?.hearing.answer(decisionOf(settled.question));
		expect(shownBy(ranges, plan)).toBe(1000);
		expect(shownBy(ranges, planOf(1000))).toBe(undefined); // another plan, though an equal one
	});

	it('keeps what is known when 50,000 samples are called off, and hears them no more', () => {
		const desk = new SlowDesk();
		const plan = planOf(5);
		const ranges = new Ranges(desk, { plan, decision: decidedFirst });
		ranges.more(50_000);
		desk.asked[0]?.hearing.progress(0.25);
		expect(ranges.running).toEqual({ samples: 50_000, share: 0.25 });
		ranges.cancel();
		expect(ranges.running).toBe(undefined);
		desk.asked[0]?.hearing.answer(decisionOf({ ...desk.asked[0].question }));
		expect(shownBy(ranges, plan)).toBe(-1);
	});

	it('leaves 10,000 samples that a reader asked for to end, though the figures settle meanwhile', () => {
		const desk = new SlowDesk();
		const plan = planOf(1);
		const ranges = new Ranges(desk);
		ranges.settle(plan);
		ranges.more(10_000);
		ranges.settle(plan);
		expect(desk.asked).toHaveLength(2);
		expect(ranges.running?.samples).toBe(10_000);
		const asked = desk.asked[1];
		asked?.hearing.answer(decisionOf(asked.question));
		ranges.settle(plan);
		expect(desk.asked).toHaveLength(2);
		ranges.settle(planOf(2));
		expect(desk.asked).toHaveLength(3);
	});

	it('asks nothing and shows nothing where the plan wants points only', () => {
		const desk = new SlowDesk();
		const ranges = new Ranges(desk);
		const plan: Plan = { points: true };
		ranges.follow(plan);
		vi.advanceTimersByTime(1000);
		expect(desk.asked).toHaveLength(0);
		expect(ranges.over(plan, REPORT)).toBe(REPORT);
	});
});

const decidedFirst: Decision = {
	options: {},
	comparison: { simulation: { samples: 5000, seed: -1, generator: 'none', redrawn: 0 } },
	warnings: []
};
