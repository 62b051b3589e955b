import { describe, expect, it } from 'vitest';
import { markdownName, markdownText } from './markdown-text.ts';
import { toMarkdown } from './markdown.ts';
import { report } from './report-fixture.ts';

describe('text within Markdown', () => {
	it.each([
		['a|b', 'a\\|b'],
		['<script>', '\\<script\\>'],
		['`code`', '\\`code\\`'],
		['[x](y)', '\\[x\\](y)'],
		['two\nlines', 'two lines'],
		['@team', '@\u2060team'],
		['#12', '#\u206012'],
		['back\\slash', 'back\\\\slash'],
		['https://evil.example', 'https:\u2060//evil.example']
	])('%j is no markup', (text, written) => {
		expect(markdownText(text)).toBe(written);
	});

	it('loses its middle beyond 64 characters', () => {
		// 31 letters, an ellipsis, 31 letters.
		expect(markdownName(`${'a'.repeat(50)}${'b'.repeat(50)}`)).toBe(
			`${'a'.repeat(31)}…${'b'.repeat(31)}`
		);
	});
});

describe('the comment', () => {
	const lines = toMarkdown({ report, link: 'https://host.example/#s=a(b' }).split('\n');

	it('holds totals to the cent, and a gap in words', () => {
		expect(lines).toContain('| **=1+1** | 10.20 | 0.00 | 0.00 | 10.20 | 10.20 |');
		expect(lines).toContain(
			'| priced (incomplete) | not available | 0.00 | 0.00 | not available | not available |'
		);
	});

	it('makes the ask in the words of the report, and holds P10, P50 and P90 once they are drawn', () => {
		expect(lines).toContain(
			'Fund =1+1 with $10.20 over 2 months: the plan’s own figure, no range was drawn.'
		);
		const range = { p10: '9.00', p50: '11.00', p90: '14.00' };
		const options = report.options.map((option) =>
			option.id === 'mine' ? { ...option, range } : option
		);
		const drawn = toMarkdown({ report: { ...report, options } }).split('\n');
		expect(drawn).toContain(
			'| Option | Infrastructure | Support | Of it one-off | Total, USD | P10 | P50 | P90 | Present value |'
		);
		expect(drawn).toContain(
			'| **=1+1** | 10.20 | 0.00 | 0.00 | 10.20 | 9.00 | 11.00 | 14.00 | 10.20 |'
		);
	});

	it('folds every row away, and says why a figure is missing', () => {
		expect(lines).toContain('| Nodes | 10.20 | not available |');
		expect(lines).toContain('- priced, Nodes: The vendor names no price.');
	});

	it('ends with the link, whose brackets cannot end it early', () => {
		expect(lines.at(-2)).toBe('[Open the plan](https://host.example/#s=a%28b)');
	});

	it('compares with a report before the change: 10.20 after 8.00 is +2.20, +27.5 %', () => {
		const [first, ...rest] = report.options;
		const cheaper = first && { ...first, totals: { ...first.totals, spend: '8.00' } };
		const before = { ...report, options: cheaper === undefined ? rest : [cheaper, ...rest] };
		const told = toMarkdown({ report, before }).split('\n');
		expect(told).toContain('| =1+1 | 8.00 | 10.20 | +2.20 | +27.5 % |');
	});

	it('stays under 60,000 characters with 12 options of 24 long rows', () => {
		const [first] = report.options;
		const [row] = first?.rows ?? [];
		if (first === undefined || row === undefined) throw new Error('the fixture has rows');
		const rows = Array.from({ length: 24 }, (_, at) => ({
			...row,
			key: `infra.row${at}`,
			label: `Row ${at}`
		}));
		const options = Array.from({ length: 12 }, (_, at) => ({
			...first,
			id: `o${at}`,
			label: 'x'.repeat(120),
			rows
		}));
		const told = toMarkdown({ report: { ...report, options } });
		expect(told.length).toBeLessThan(60_000);
		expect(told).toContain('| Row 23 |');
	});
});
