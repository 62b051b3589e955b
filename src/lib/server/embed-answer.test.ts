import { describe, expect, it } from 'vitest';
import { encodePlan } from '../plan/link.ts';
import { embedAnswer } from './embed-answer.ts';
import type { EmbedAsk } from '../embed/address.ts';

const NOW = '2026-11-24T10:00:00Z';
const card = (more: Partial<EmbedAsk> = {}): EmbedAsk => ({
	form: 'card',
	theme: 'auto',
	inputs: [],
	...more
});

async function viewOf(ask: EmbedAsk) {
	const answer = await embedAnswer(ask, NOW);
	if (!answer.ok) throw new Error(answer.errors[0]?.message);
	return answer.value.view;
}

describe('embedAnswer', () => {
	it('says that nothing was entered where an address names no plan', async () => {
		const view = await viewOf(card());
		expect(view).toMatchObject({ isDefault: true, currency: 'USD', months: 36 });
		expect(view.headline).toMatch(/ costs least: \$[\d.]+k over 36 months$/);
	});

	it('tells how far the total of the cheapest may lie, low before high', async () => {
		const { note } = await viewOf(card());
		const [, low, high] = /futures \$([\d.]+)k – \$([\d.]+)k\./.exec(note) ?? [];
		expect(Number(low)).toBeGreaterThan(0);
		expect(Number(high)).toBeGreaterThan(Number(low));
	});

	it('calls a preset by its name, the medium one too, which is the plan of nobody in particular', async () => {
		const { name, isDefault } = await viewOf(card({ preset: 'medium' }));
		expect([name, isDefault]).toEqual(['Preset “Default”', false]);
	});

	it('shows the plan of a state by its name, 12 months of it', async () => {
		const state = await encodePlan({ name: 'Checkout', finance: { months: 12 } });
		expect(await viewOf(card({ state }))).toMatchObject({
			name: 'Checkout',
			isDefault: false,
			months: 12
		});
	});

	it.each([
		['an empty one', ''],
		['markup', '"><script>alert(1)</script>'],
		['a cut one', 'AQAA'],
		['17,000 characters', 'A'.repeat(17_000)],
		['one of a later version', 'fwAAAAAAAAA']
	])('has no figure for a state that cannot be read: %s', async (_, state) => {
		const answer = await embedAnswer(card({ state }), NOW);
		expect(answer.ok).toBe(false);
		expect(JSON.stringify(answer)).not.toContain('$');
	});

	it('a pinned figure reads the same a year later; only its own day is told', async () => {
		const ask = card({ pinned: '2026-11-24' });
		const today = await embedAnswer(ask, NOW);
		const later = await embedAnswer(ask, '2027-11-24T10:00:00Z');
		expect(today.ok && today.value.view).toEqual(later.ok && later.value.view);
		expect(today.ok && today.value.view.standing).toEqual({ kind: 'pinned', day: '2026-11-24' });
	});

	it('says so when the figures were pinned with another model', async () => {
		const { standing } = await viewOf(card({ pinned: '2026-11-24', model: '0.9.0' }));
		expect(standing).toEqual({ kind: 'pinned', day: '2026-11-24', otherModel: '0.9.0' });
	});

	it.each([
		['2026-11-25', 'lies ahead'],
		['2026-02-30', 'not a date'],
		['1999-12-31', 'lies before'],
		['<b>', 'not a date']
	])('refuses to pin to %s: it %s', async (pinned, why) => {
		const answer = await embedAnswer(card({ pinned }), NOW);
		expect(answer.ok ? '' : answer.errors[0]?.message).toContain(why);
	});
});
