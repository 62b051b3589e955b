import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlanText } from '../parse-plan.ts';
import { readRates } from './read-rates.ts';
import type { Rates } from './rates.ts';
import { currenciesOf, rateOf, withRate } from './with-rate.ts';

const euro = {
	base: 'EUR',
	date: '2026-11-20',
	source: 'European Central Bank, reference rates',
	rates: { USD: '1.25', JPY: '165.5', KWD: '0.3' }
};

function read(text: string): Rates {
	const rates = readRates(text);
	if (!rates.ok) throw new Error(JSON.stringify(rates.errors));
	return rates.value;
}

const faultsOf = (text: string): readonly string[] => {
	const rates = readRates(text);
	return rates.ok ? [] : rates.errors.map(({ path, message }) => `${path}: ${message}`);
};

describe('a file of rates', () => {
	it.each([
		// 1 EUR is 1.25 USD, so 1 USD is 0.8 EUR; 165.5 JPY ÷ 1.25 = 132.4; 0.3 KWD ÷ 1.25 = 0.24.
		['EUR', '0.8'],
		['JPY', '132.4'],
		['KWD', '0.24'],
		['USD', '1']
	])('on the euro gives one dollar in %s as %s', (currency, rate) => {
		expect(rateOf(read(JSON.stringify(euro)), currency)).toEqual({ ok: true, value: rate });
	});

	it('rounds a quotient to nine decimals: 1 ÷ 3 = 0.333333333', () => {
		const rates = read(JSON.stringify({ ...euro, rates: { USD: '3' } }));
		expect(rateOf(rates, 'EUR')).toEqual({ ok: true, value: '0.333333333' });
	});

	it('says the same as CSV, in any order of columns, with quotes and a byte-order mark', () => {
		const csv =
			'\uFEFFcurrency,rate,base,date,source\r\n' +
			'USD,1.25,EUR,2026-11-20,"European Central Bank, reference rates"\r\n' +
			'JPY,165.5,EUR,2026-11-20,"European Central Bank, reference rates"\r\n' +
			'KWD,0.3,EUR,2026-11-20,"European Central Bank, reference rates"\r\n';
		expect(read(csv)).toEqual(read(JSON.stringify(euro)));
	});

	it.each([
		['', ': The file of rates is empty.'],
		['{"base":"EUR"', /not valid JSON/],
		[JSON.stringify({ ...euro, base: 'euro' }), /^base: "euro" is not a currency code/],
		[JSON.stringify({ ...euro, date: '2026-02-30' }), /^date: "2026-02-30" is not a date/],
		[JSON.stringify({ ...euro, source: ' ' }), /^source: It is empty/],
		[JSON.stringify({ ...euro, rates: { USD: '0' } }), /^rates\.USD: "0" is not a rate above 0/],
		[JSON.stringify({ ...euro, rates: { USD: '1e9' } }), /^rates\.USD: "1e9" is not a rate/],
		[JSON.stringify({ ...euro, rates: { EUR: '2' } }), /^rates\.EUR: One EUR is one EUR: "2"/],
		[JSON.stringify({ ...euro, rates: {} }), /^rates: 0 currencies/],
		[JSON.stringify({ ...euro, sourc: 'x' }), /sourc/],
		['{"base":"EUR","base":"USD"}', /"base" is there twice/],
		['currency,rate\nUSD,1', /^line 1: .*no base, date, source/],
		['base,date,source,currency,rate\nEUR,2026-11-20,x,USD', /^line 2: 4 cells; the head has 5/],
		[
			'base,date,source,currency,rate\nEUR,2026-11-20,x,USD,1\nEUR,2026-11-21,x,JPY,1',
			/^line 3: date is "2026-11-21", above it "2026-11-20"/
		],
		[
			'base,date,source,currency,rate\nEUR,2026-11-20,x,USD,1\nEUR,2026-11-20,x,USD,1',
			/^line 3: "USD" is there twice/
		],
		['x'.repeat(65_537), /at most 65536 bytes; this has 65537/]
	])('that is %j is refused with the place and what is allowed', (text, sentence) => {
		expect(faultsOf(text).join('\n')).toMatch(sentence);
	});

	it('never throws, whatever it holds', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => typeof readRates(text).ok === 'boolean')
		);
	});

	const amount = fc
		.integer({ min: 1, max: 999_999_999 })
		.map((units) => (units / 10_000).toFixed(4));
	const table = fc.dictionary(fc.stringMatching(/^[A-Z]{3}$/), amount, { minKeys: 1, maxKeys: 20 });

	it('comes back from JSON and from CSV as it was written', () => {
		fc.assert(
			fc.property(table, (rates) => {
				const { XTS: _, ...others } = rates;
				const written = { ...euro, base: 'XTS', rates: { ...others, USD: '1.5' } };
				const lines = Object.entries(written.rates).map(
					([currency, rate]) => `XTS,${written.date},"${written.source}",${currency},${rate}`
				);
				const csv = ['base,date,source,currency,rate', ...lines].join('\n');
				const found = read(JSON.stringify(written));
				expect(Object.fromEntries(found.rates)).toEqual(written.rates);
				expect(read(csv)).toEqual(found);
			})
		);
	});
});

describe('a plan', () => {
	const rates = read(JSON.stringify(euro));

	it('takes the rate of a currency with its day and source, and can be read again', () => {
		const plan = withRate({ finance: { months: 12 } }, rates, 'JPY');
		if (!plan.ok) throw new Error('refused');
		expect(plan.value.finance).toEqual({
			months: 12,
			currency: 'JPY',
			rate: '132.4',
			rateDate: '2026-11-20',
			rateSource: 'European Central Bank, reference rates'
		});
		expect(readPlanText(JSON.stringify(plan.value))).toEqual(plan);
	});

	it('goes back to dollars without a trace of the rate', () => {
		const plan = withRate({}, rates, 'JPY');
		const back = plan.ok ? withRate(plan.value, rates, 'USD') : plan;
		expect(back).toEqual({ ok: true, value: { finance: {} } });
	});

	it('is told which currencies there are where one is lacking', () => {
		const found = withRate({}, rates, 'CHF');
		expect(found.ok ? '' : found.errors[0]?.message).toBe(
			'The file has no rate of "CHF": EUR, JPY, KWD or USD.'
		);
		expect(currenciesOf(rates)).toEqual(['EUR', 'JPY', 'KWD', 'USD']);
	});

	it('cannot be converted by a file that lacks the dollar', () => {
		const lacking = read(JSON.stringify({ ...euro, rates: { JPY: '165.5' } }));
		expect(currenciesOf(lacking)).toEqual([]);
		expect(withRate({}, lacking, 'JPY').ok).toBe(false);
	});
});
