import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import { readXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { run } from '../../../tests/support/files/run.ts';
import { loadCatalog } from '../catalog/catalog.ts';
import type { Plan } from '../plan/plan.ts';
import { reportOf } from '../report/build-report.ts';
import { isGap } from '../report/gap.ts';
import { workOut } from '../report/work-out.ts';
import type { FileKind } from './file-kinds.ts';
import { makeFiles } from './make-files.ts';

const MADE = '2026-11-24T10:00:00Z';
const catalog = await loadCatalog('aws');

function made(finance: Plan['finance']) {
	const plan = { options: ['linkerd'] as const, finance: { months: 12, ...finance } };
	const all = workOut({ plan, catalog, generatedAt: MADE, reading: 'exact' });
	if (!all.ok) throw new Error(JSON.stringify(all.errors));
	return { worked: all.value, report: reportOf(all.value, MADE) };
}

const dollars = made({});
const converted = made({
	currency: 'EUR',
	rate: '0.8731',
	rateDate: '2026-11-20',
	rateSource: 'Bank of Examples'
});

async function textOf(kind: FileKind): Promise<string> {
	const [file] = await makeFiles({ wish: { kind }, ...converted });
	if (file === undefined) throw new Error('no file was made');
	const { content } = file;
	if (typeof content === 'string') return content;
	if (kind === 'xlsx')
		return JSON.stringify((await readXlsx(content)).sheets.map(({ rows }) => rows));
	const path = join(mkdtempSync(join(tmpdir(), 'meshup-rate-')), 'report.pdf');
	writeFileSync(path, content);
	return run('pdftotext', ['-l', '1', path, '-']);
}

it.each(['pdf', 'xlsx', 'csv', 'data-csv', 'focus', 'json', 'plan', 'md', 'svg'] as const)(
	'a file of kind %s says the rate, its day and its source',
	async (kind) => {
		const text = (await textOf(kind)).replace(/\s+/g, ' ');
		for (const word of ['0.8731', '2026-11-20', 'Bank of Examples']) expect(text).toContain(word);
	}
);

it('converts each cell and rounds it half to even, and adds up converted cells', () => {
	const [from, to] = [dollars, converted].map(({ report }) => report.options[0]);
	for (const row of from?.rows ?? []) {
		const other = to?.rows.find(({ key }) => key === row.key);
		const cells = [row.month0, ...row.monthly];
		const others = other === undefined ? [] : [other.month0, ...other.monthly];
		const expected = cells.map((cell) =>
			isGap(cell) ? cell : new Decimal(cell).times('0.8731').toFixed(2, Decimal.ROUND_HALF_EVEN)
		);
		expect(others).toEqual(expected);
		const sum = expected.reduce<Decimal>(
			(total, cell) => total.plus(isGap(cell) ? NaN : cell),
			new Decimal(0)
		);
		expect(other?.total).toBe(sum.toFixed(2));
	}
});
