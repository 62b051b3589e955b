import { Decimal } from '../../engine/decimal.ts';
import { failure, success, type Parsed } from '../parsed.ts';
import type { Plan } from '../plan.ts';
import { listed, quoted } from '../text.ts';
import type { Rates } from './rates.ts';

const DOLLARS = 'USD';
/** Decimals that a plan keeps of a rate. */
const PLACES = 9;

/** Units of a currency for one of the base. */
const ratioOf = ({ base, rates }: Rates, currency: string): string | undefined =>
	currency === base ? '1' : rates.get(currency);

/** Currencies that a file can turn dollars into, dollars among them. */
export const currenciesOf = (rates: Rates): readonly string[] =>
	ratioOf(rates, DOLLARS) === undefined
		? []
		: [...new Set([DOLLARS, rates.base, ...rates.rates.keys()])].sort();

/**
 * Units of a currency for one US dollar. A file on another base has both by that base: their quotient,
 * rounded to nine decimals.
 */
export function rateOf(rates: Rates, currency: string): Parsed<string> {
	const dollars = ratioOf(rates, DOLLARS);
	if (dollars === undefined) {
		return failure(
			'rates.USD',
			`Prices are in US dollars, and the file has no rate of USD for ${rates.base}.`
		);
	}
	const units = ratioOf(rates, currency);
	if (units === undefined) {
		return failure(
			'rates',
			`The file has no rate of ${quoted(currency)}: ${listed(currenciesOf(rates), 20)}.`
		);
	}
	if (Number(dollars) === 1) return success(units);
	const quotient = new Decimal(units).div(dollars).toDecimalPlaces(PLACES);
	return quotient.isZero()
		? failure('rates', `One US dollar is less than 0.000000001 ${currency}.`)
		: success(quotient.toFixed());
}

/** The plan in a currency, with its rate, the day and the source of it; in dollars with none of them. */
export function withRate(plan: Plan, rates: Rates, currency: string): Parsed<Plan> {
	const rate = rateOf(rates, currency);
	if (!rate.ok) return rate;
	const {
		currency: _code,
		rate: _rate,
		rateDate: _day,
		rateSource: _source,
		...rest
	} = plan.finance ?? {};
	const { date, source } = rates;
	const money =
		currency === DOLLARS ? {} : { currency, rate: rate.value, rateDate: date, rateSource: source };
	return success({ ...plan, finance: { ...rest, ...money } });
}
