import { afterEach, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';

afterEach(() => vi.restoreAllMocks());

/** A pace whose last run took so long, ms. */
function paceAfter(took: number): Pace {
	const clock = vi.spyOn(performance, 'now');
	clock.mockReturnValueOnce(1000).mockReturnValueOnce(1000 + took);
	const pace = new Pace();
	expect(pace.run(() => 'report')).toBe('report');
	return pace;
}

/** Whether the run waits for a task of its own, so that the stroke is shown before it. */
async function showsFirst(pace: Pace): Promise<boolean> {
	let begun = false;
	void pace.beforeRun().then(() => (begun = true));
	await Promise.resolve();
	await Promise.resolve();
	return !begun;
}

it('shows the first stroke before the model runs, for it may take long', async () => {
	expect(await showsFirst(new Pace())).toBe(true);
});

it('runs in the task of the stroke where the model takes less than two frames', async () => {
	expect(await showsFirst(paceAfter(8))).toBe(false);
});

it('shows the stroke first where the model is slow, as on a phone', async () => {
	expect(await showsFirst(paceAfter(80))).toBe(true);
});
