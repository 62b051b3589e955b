import fc from 'fast-check';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/lib/engine/outcome.ts';
import { toXlsx } from '../../src/lib/export/xlsx.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';
import { reportOf } from '../../src/lib/report/build-report.ts';
import { plans } from '../report/random-plans.ts';
import { TODAY, worked } from '../report/shared.ts';
import { disagreements, inBook } from './disagreements.ts';
import { withInputs, withPlanted } from './edit-workbook.ts';
import { filesOf, workedOut } from './files-of.ts';
import { PAYLOADS } from './payloads.ts';

/** A few of a year each in `npm test`; 500 of any length in `npm run test:agreement`, in slices if need be. */
const RUNS = Number(process.env['AGREEMENT'] ?? 0);
const FROM = Number(process.env['AGREEMENT_FROM'] ?? 0);
const FEW = 3;
/** Workbooks that one run of LibreOffice opens: it takes as long to start as to work out five. */
const BATCH = 25;
const AN_HOUR = 3_600_000;

const yearOf = (plan: Plan): Plan => ({ ...plan, finance: { ...plan.finance, months: 12 } });
const small = fc.sample(plans, { numRuns: FEW, seed: 500 }).map(yearOf);

/** One option: what is edited in the sheet, and the same as an edit of the plan. */
const before: Plan = { options: ['istio-ambient'], finance: { months: 12 } };
const INPUTS = {
	'in.workload.groups.1.pods': 450,
	'in.time.discountAnnual': 0.07,
	'in.observability.traceSampling': 0.02
};
const after: Plan = {
	...before,
	workload: { pods: 450 },
	finance: { months: 12, discountAnnual: 0.07 },
	overrides: { '*': { 'observability.traceSampling': 0.02 } }
};

/** Plans in which every text that a user writes is one of twelve payloads. */
const hostile: readonly Plan[] = Array.from({ length: 5 }, (_, at) => {
	const texts = PAYLOADS.slice(at * 12, at * 12 + 12);
	const [first = ''] = texts;
	return {
		name: first,
		workload: { groups: [{ id: first, pods: 10, appCpu: 0.1, appMemMiB: 128 }] },
		options: texts.map((label, number) => ({ id: `o${number}`, from: 'no-mesh' as const, label })),
		overrides: { '*': { 'network.crossAzPerGB': { value: 0.01, note: first } } },
		finance: { months: 12 }
	};
});

const bookOf = async (plan: Plan): Promise<Uint8Array> => {
	const all = worked(plan);
	return toXlsx({ worked: all, report: reportOf(all, TODAY) });
};

// LibreOffice takes seconds to start: everything that it is to open goes there together.
const scenarios = await Promise.all(small.map(filesOf));
const plain = await bookOf(before);
const planted = withPlanted(plain, 'Line items', 'G6');
const hostileBooks = await Promise.all(hostile.map(bookOf));
const books = await workedOut([
	...scenarios.map(({ bytes }) => bytes),
	planted,
	withInputs(plain, INPUTS),
	...hostileBooks
]);
const [mended, edited] = books.slice(FEW) as [Workbook, Workbook];

describe('report, CSV, workbook, PDF and Markdown', () => {
	it('agree to the cent in the headline and every row, over 3 plans of a year', () => {
		const wrong = scenarios.map((scenario, at) => {
			const book = books[at];
			return book === undefined ? ['no workbook'] : disagreements(scenario, book).slice(0, 3);
		});
		expect(wrong).toEqual(scenarios.map(() => []));
	});

	const drawn = fc.sample(plans, { numRuns: Math.max(RUNS, 1), seed: 1 }).slice(0, RUNS);
	const batches = Array.from(
		{ length: Math.ceil(Math.max(0, RUNS - FROM) / BATCH) },
		(_, at) => FROM + at * BATCH
	);
	for (const from of batches) {
		const batch = drawn.slice(from, from + BATCH);
		const title = `agree to the cent, scenarios ${from + 1} to ${from + batch.length} of ${RUNS}`;
		it(
			title,
			async () => {
				const made = await Promise.all(batch.map(filesOf));
				const again = await workedOut(made.map(({ bytes }) => bytes));
				const wrong = made.flatMap((scenario, at) => {
					const said = disagreements(scenario, again[at] ?? { sheets: [] });
					return said.length === 0 ? [] : [[JSON.stringify(batch[at]), ...said.slice(0, 3)]];
				});
				expect(wrong).toEqual([]);
			},
			AN_HOUR
		);
	}
});

describe('a workbook', () => {
	const report = reportOf(worked(before), TODAY);

	it('shows a wrong cached value as it is, and loses it once it is worked out', async () => {
		expect(inBook(await readXlsx(plain), report)).toEqual([]);
		expect(inBook(await readXlsx(planted), report)).toHaveLength(1);
		expect(inBook(mended, report)).toEqual([]);
	});

	it('says after three edits in the sheet what the plan with these edits says', () => {
		const all = worked(after);
		const now = reportOf(all, TODAY);
		expect(inBook(edited, now)).toEqual([]);
		expect(inBook(edited, report).length).toBeGreaterThan(10);
		// Columns H and K of the summary: present values, rounded once in the sheet as in the report.
		const line = edited.sheets[0]?.rows.find((row) => row[0] === 'Istio (ambient)');
		const { presentValue, netPresentValue } = now.options[0]?.totals ?? {};
		expect([line?.[7], line?.[10]].map(String)).toEqual(
			[presentValue, netPresentValue].map((amount) => String(Number(amount)))
		);
		// Unrounded months: those of the engine, to 1e-9.
		const run = all.options[0]?.run;
		const cash = [...(run === undefined ? [] : outcomeOf(run).cash)].filter(([key]) =>
			/^(?:infra|support)\./.test(key)
		);
		const months = edited.sheets[1]?.rows.find((row) => row[3] === 'unrounded.spend')?.slice(8, 21);
		expect(months).toHaveLength(13);
		for (const [month, cell] of (months ?? []).entries()) {
			const sum = cash.reduce((total, [, row]) => total + Number(row[month]), 0);
			expect(Math.abs(Number(cell) - sum)).toBeLessThanOrEqual(1e-9 * Math.abs(sum));
		}
	});
});

describe('60 texts that spreadsheets have been made to run', () => {
	it('are text in every cell of a workbook, and none is a formula that we did not write', async () => {
		for (const [at, bytes] of hostileBooks.entries()) {
			const ours = formulasOf(await readXlsx(bytes));
			const book = books[FEW + 2 + at];
			expect(ours.filter((formula) => /cmd|WEBSERVICE|HYPERLINK|DDE|IMPORT/.test(formula))).toEqual(
				[]
			);
			const texts = new Set((book?.sheets ?? []).flatMap(({ rows }) => rows.flat()).map(String));
			for (const option of hostile[at]?.options ?? []) {
				const label = typeof option === 'string' ? '' : (option.label ?? '');
				expect([label, [...texts].some((text) => text.includes(label.trim()))]).toEqual([
					label,
					true
				]);
			}
		}
	});
});

const formulasOf = ({ sheets }: Workbook): readonly string[] =>
	sheets.flatMap(({ cells = new Map() }) =>
		[...cells.values()].flatMap(({ formula }) => (formula === undefined ? [] : [formula]))
	);
