import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run } from '../../../../tests/support/files/run.ts';
import { loadCatalog } from '../../catalog/catalog.ts';
import { reportOf } from '../../report/build-report.ts';
import { decide } from '../../report/decision/decide.ts';
import { workOut } from '../../report/work-out.ts';
import { toPdf } from '../pdf.ts';

const MADE = '2026-11-24T10:00:00Z';
const catalog = await loadCatalog('aws');
const folder = mkdtempSync(join(tmpdir(), 'meshup-layout-'));

const LONG = 'Istio as the platform team of the northern region runs it today, with each namespace';
const EIGHT = [
	'no-mesh',
	'istio-sidecar',
	'istio-ambient',
	'linkerd',
	'linkerd-enterprise',
	'consul',
	'consul-enterprise',
	'vpc-lattice'
] as const;

const euros = { currency: 'EUR', rate: 0.92, rateDate: '2026-11-20' };
const renamed = (labels: Readonly<Record<string, string>>) =>
	Object.entries(labels).map(([id, label]) => ({ id, from: 'istio-sidecar' as const, label }));

const CASES = [
	['the default plan', {}],
	['one option over 12 months', { options: ['istio-ambient'], finance: { months: 12 } }],
	['eight options over 60 months', { options: EIGHT, finance: { months: 60 } }],
	['no traffic', { workload: { edgeRps: 0 } }],
	['long names', { name: LONG, options: renamed({ a: LONG, b: LONG.replaceAll(' ', '_') }) }],
	['names in other letters', { name: '结账 🚀', options: renamed({ a: '服务网格', b: '🚀' }) }],
	['fiscal years in euros', { finance: { ...euros, fiscalYearStart: 'april' } }],
	['groups of pods', { workload: { groups: [{ id: 'shop', pods: 120 }, { pods: 80 }] } }]
] as const;

interface Word {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

/** Words of each page in points from its upper left corner, with its size. */
async function pagesOf(file: string) {
	const text = await run('pdftotext', ['-bbox', file, '-']);
	return [...text.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([^]*?)<\/page>/g)].map(
		([, width, height, words = '']) => ({
			width: Number(width),
			height: Number(height),
			words: [...words.matchAll(/xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)"/g)].map(
				([, left, top, right, bottom]): Word => ({
					left: Number(left),
					top: Number(top),
					right: Number(right),
					bottom: Number(bottom)
				})
			)
		})
	);
}

/** Points that the margins take, and the furniture of a page above and below its text. */
const SIDE = 45;
const HEAD = 70;
const FOOT = 54;
/** Room that a table or chart leaves below itself, which holds no words. */
const BELOW = 16;
/** Letters of headings are larger than all others; heights of words are those of their lines. */
const HEADING = 12.6;

it.each(
	CASES.flatMap(([name, plan]) =>
		(['a4', 'letter'] as const).map((size) => [name, size, plan] as const)
	)
)(
	'holds all words of %s on %s between its margins, with no page half empty',
	async (name, size, plan) => {
		const worked = workOut({ plan, catalog, generatedAt: MADE, reading: 'exact' });
		if (!worked.ok) throw new Error(JSON.stringify(worked.errors));
		const report = decide({
			worked: worked.value,
			report: reportOf(worked.value, MADE),
			brief: false,
			samples: 50,
			seed: 1
		});
		const file = join(folder, `${name} ${size}.pdf`);
		writeFileSync(file, await toPdf({ report, size }));
		const pages = await pagesOf(file);
		expect(pages.length).toBeGreaterThan(5);
		pages.forEach(({ width, height, words }, at) => {
			const outside = words.filter(
				({ left, right, top, bottom }) =>
					left < SIDE - 1 || right > width - SIDE + 1 || top < 36 || bottom > height - 26
			);
			expect([at + 1, outside]).toEqual([at + 1, []]);
			const body = words.filter(({ top, bottom }) => top > 60 && bottom < height - FOOT + 4);
			const [lowest] = [...body].sort((a, b) => b.bottom - a.bottom);
			if (lowest === undefined) throw new Error(`page ${at + 1} is empty`);
			expect([at + 1, lowest.bottom - lowest.top]).toEqual([
				at + 1,
				Math.min(HEADING, lowest.bottom - lowest.top)
			]);
			if (at === pages.length - 1) return;
			const half = (height - HEAD - FOOT) / 2;
			expect([at + 1, lowest.bottom - HEAD + BELOW > half]).toEqual([at + 1, true]);
		});
	},
	30_000
);
