import { describe, expect, it } from 'vitest';
import { csvMetadata, DATA_COLUMNS, dataCsv, spreadsheetCsv } from './csv.ts';
import { fileNameOf } from './filename.ts';
import { report } from './report-fixture.ts';

describe('the ledger for a spreadsheet', () => {
	const lines = spreadsheetCsv(report).split('\r\n');

	it('begins with a byte-order mark and one column a month', () => {
		expect(lines[0]).toBe(
			'\uFEFFoption,option_id,status,block,row,row_key,currency,month_0,month_1,month_2,total,note'
		);
	});

	it('holds the cells of the report to the cent, and guards a name that is a formula', () => {
		expect(lines[1]).toBe(
			`"'=1+1",mine,available,infra,Nodes,infra.compute,USD,0.00,10.25,-0.05,10.20,`
		);
		expect(lines[2]).toBe(
			`"'=1+1",mine,available,spend,Spend: infrastructure and support,total.spend,USD,,,,10.20,`
		);
	});

	it('leaves a missing price empty and says why', () => {
		expect(lines[3]).toBe(
			'priced,priced,incomplete,infra,Nodes,infra.compute,USD,,,,,The vendor names no price.'
		);
	});

	it('has one line for an option that is not offered', () => {
		expect(lines[5]).toBe('elsewhere,elsewhere,not-offered,,,,USD,,,,,not sold there');
	});

	it('comes with semicolons and decimal commas where a locale wants them', () => {
		expect(spreadsheetCsv(report, 'comma')).toContain(';0,00;10,25;-0,05;10,20;');
	});
});

describe('the ledger for programs', () => {
	const lines = dataCsv(report).split('\r\n');

	it('has one line a cell, with its calendar month', () => {
		expect(lines.slice(1, 4)).toEqual([
			`mine,"'=1+1",available,infra,infra.compute,Nodes,0,,0.00,USD,one-off,opex,,1.0.0,2026-11-24,,,`,
			`mine,"'=1+1",available,infra,infra.compute,Nodes,1,2026-12,10.25,USD,recurring,opex,,1.0.0,2026-11-24,,,`,
			`mine,"'=1+1",available,infra,infra.compute,Nodes,2,2027-01,-0.05,USD,recurring,opex,,1.0.0,2026-11-24,,,`
		]);
		expect(lines).toHaveLength(1 + 6 + 1);
	});

	it('is described column by column', () => {
		const described: unknown = JSON.parse(csvMetadata('ledger.csv'));
		expect(described).toMatchObject({
			url: 'ledger.csv',
			tableSchema: { columns: DATA_COLUMNS.map(({ name, datatype }) => ({ name, datatype })) }
		});
	});
});

it('names a file by slug, day and currency', () => {
	expect(fileNameOf(report, 'csv')).toBe('mesh-cost_zurich-pay-go_2026-11-24_USD.csv');
	expect(fileNameOf({ ...report, name: '///' }, 'csv')).toBe('mesh-cost_plan_2026-11-24_USD.csv');
	const long = fileNameOf({ ...report, name: 'x'.repeat(200) }, 'csv');
	expect(long).toBe(`mesh-cost_${'x'.repeat(40)}_2026-11-24_USD.csv`);
});
