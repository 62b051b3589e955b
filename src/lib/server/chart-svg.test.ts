import { describe, expect, it } from 'vitest';
import { textWidth } from '../charts/text-width.ts';
import { chartSvg } from './chart-svg.ts';
import { embedAnswer } from './embed-answer.ts';

async function viewWith(label: string, mark?: string) {
	const ask = { form: 'card', theme: 'light', inputs: [] } as const;
	const answer = await embedAnswer(ask, '2026-11-24T10:00:00Z');
	if (!answer.ok) throw new Error(answer.errors[0]?.message);
	const { view } = answer.value;
	const [first, ...rest] = view.bars;
	if (first === undefined) throw new Error('The default plan has options.');
	const { mark: _, ...bare } = first;
	const marked = mark === undefined ? {} : { mark, end: mark };
	return { ...view, bars: [{ ...bare, label, ...marked }, ...rest] };
}

/** Texts that end at the names' edge, with their size. */
const namesIn = (svg: string) =>
	[...svg.matchAll(/x="310" y="[\d.]+" font-size="(\d+)"[^>]*>([^<]*)</g)].map(
		([, size, text = '']) => ({ size: Number(size), text })
	);

describe('the picture of a comparison', () => {
	it('breaks a long name within the 310 px before the totals and keeps every word of it', async () => {
		const label = 'Linkerd Enterprise (Buoyant), as the team runs it';
		const names = namesIn(chartSvg(await viewWith(label), 'light'));
		const own = names.slice(0, 2);
		expect(own.map(({ text }) => text).join(' ')).toBe(label);
		for (const { size, text } of names) expect(textWidth(text, size, 700)).toBeLessThan(310);
	});

	it('says once that an option has no figure', async () => {
		const svg = chartSvg(await viewWith('Consul Enterprise', 'incomplete'), 'light');
		expect(svg.match(/>incomplete</g)).toHaveLength(1);
	});
});
