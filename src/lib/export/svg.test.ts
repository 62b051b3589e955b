import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PRINT_COLOURS } from '../charts/print-palette.ts';
import { RecordingContext } from '../charts/recording-context.ts';
import { costSpec } from '../charts/specs/cost.ts';
import { overTimeSpec } from '../charts/specs/over-time.ts';
import { report } from './report-fixture.ts';
import { toSvg } from './svg.ts';

describe('the recording context', () => {
	it('bakes a shift of 10, 20 and a scale of 2 into a rectangle at 1, 1', () => {
		const context = new RecordingContext({});
		context.translate(10, 20);
		context.scale(2, 2);
		context.fillStyle = '#123456';
		context.fillRect(1, 1, 3, 4);
		// 10 + 2·1 = 12, 20 + 2·1 = 22; 6 wide, 8 high.
		expect(context.ops).toEqual([
			{ kind: 'fill', path: 'M12 22L18 22L18 30L12 30Z', paint: '#123456', opacity: 1 }
		]);
	});

	it('draws a full circle as four curves that end where they began', () => {
		const context = new RecordingContext({});
		context.beginPath();
		context.arc(0, 0, 10, 0, 2 * Math.PI);
		context.fill();
		const [op] = context.ops;
		const path = op?.kind === 'fill' ? op.path : '';
		expect(path.match(/C/g)).toHaveLength(4);
		expect(path.startsWith('M10 0')).toBe(true);
		expect(path).toMatch(/ 10 -?0$/);
	});

	it('gives back the state that was saved', () => {
		const context = new RecordingContext({});
		context.save();
		context.lineWidth = 5;
		context.translate(100, 0);
		context.restore();
		context.moveTo(1, 2);
		context.lineTo(3, 4);
		context.stroke();
		expect(context.ops[0]).toMatchObject({ path: 'M1 2L3 4', widthPx: 1 });
	});

	it('refuses gradients, images and paint that is no colour', () => {
		const context = new RecordingContext({});
		expect(() => context.createLinearGradient()).toThrow('gradient');
		expect(() => context.drawImage()).toThrow('image');
		context.fillStyle = {};
		expect(() => context.fillRect(0, 0, 1, 1)).toThrow('plain colours');
	});
});

describe('a chart as SVG', () => {
	const svg = toSvg({ spec: costSpec(report, 'all'), foot: 'prices as of 2026-11' });

	it('says what its whiskers mean, where it has any', () => {
		const range = { p10: '9.00', p50: '10.20', p90: '12.00' };
		const options = report.options.map((option) => ({ ...option, range }));
		const ranged = toSvg({ spec: costSpec({ ...report, options }, 'all') });
		expect(ranged).toContain('>P10–P90</text>');
		expect(toSvg({ spec: costSpec(report, 'month') })).not.toContain('P10');
	});

	it('writes a total left of its bar, where no whisker can carry it off', () => {
		const [x = ''] =
			/<text x="([\d.]+)"[^>]*text-anchor="end"[^>]*>\$10\.2</.exec(svg)?.slice(1) ?? [];
		const bars = [...svg.matchAll(/<path d="M([\d.]+) [^"]+" fill="url/g)].map(([, left]) => left);
		const starts = [...svg.matchAll(/<path d="M([\d.]+) [^"]+" fill="#/g)].map(([, left]) => left);
		const leftmost = Math.min(...[...bars, ...starts].map(Number));
		expect(Number(x)).toBeGreaterThan(0);
		expect(Number(x)).toBeLessThan(leftmost);
	});

	it('cuts the name of a line before its value leaves the picture', () => {
		const spec = overTimeSpec(report, { mode: 'running' });
		const lines = spec.lines.map((line) => ({ ...line, label: 'M'.repeat(24) }));
		const texts = [...toSvg({ spec: { ...spec, lines } }).matchAll(/>(MM+…?) ?([^<]*)</g)];
		expect(texts.length).toBeGreaterThan(0);
		// 176 px stand right of the lines; 12 px of M, the widest letter, are 10.8 px wide.
		for (const [, name = '', end = ''] of texts) {
			expect(name).toMatch(/^M{2,15}…$/);
			expect(end).not.toBe('');
		}
	});

	it('writes the values as text, escaped, and asks for nothing from outside', () => {
		expect(svg).toContain('>$10.2</text>');
		expect(svg).toContain('prices as of 2026-11');
		expect(svg).not.toMatch(/<script|<style|<image|foreignObject|href|NaN|Infinity/);
		const named = { ...report, options: report.options.map((o) => ({ ...o, label: '<b>&"' })) };
		expect(toSvg({ spec: costSpec(named, 'all') })).not.toContain('<b>');
	});

	it('is under 100 KB, and the same each time', () => {
		expect(svg.length).toBeLessThan(100_000);
		expect(toSvg({ spec: costSpec(report, 'all'), foot: 'prices as of 2026-11' })).toBe(svg);
	});

	it('draws the lines of a chart over time, which a cached path would lose', () => {
		const lines = toSvg({
			spec: overTimeSpec(report, { mode: 'running', of: report.comparison.cheapest })
		});
		const colour = PRINT_COLOURS['--mesh-linkerd'];
		// All options of the fixture were made from Linkerd.
		expect(lines).toMatch(new RegExp(`<path d="M[^"]+" fill="none" stroke="${colour}"`));
	});
});

it('keeps the colours of print equal to the light ones of the screen', () => {
	const css = readFileSync('src/styles/tokens/colour.css', 'utf8');
	const light = new Map(
		[...css.matchAll(/(--[\w-]+):\s*light-dark\(\s*(#[\da-f]+)/g)].map(([, name, value]) => [
			name,
			value
		])
	);
	for (const [token, value] of Object.entries(PRINT_COLOURS))
		expect([token, light.get(token)]).toEqual([token, value]);
});
