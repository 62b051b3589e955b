import type { Decimal } from '../decimal.ts';
import { invariant } from './invariant.ts';
import { mapCells, type Ledger } from './ledger.ts';

/** A dated rate: what one unit of the base currency buys. */
export interface ExchangeRate {
	/** ISO 4217 codes. */
	readonly from: string;
	readonly to: string;
	readonly rate: Decimal;
	/** Day the rate was published, ISO "YYYY-MM-DD". */
	readonly asOf: string;
	/** Decimals of the target's smallest unit. */
	readonly minorUnit: number;
}

/**
 * The ledger in another currency: each cell at one dated rate, then rounded; totals are sums of the
 * converted cells (`model.md` §14). One rate for all cells, so ranks stay those of the base
 * currency: rank before converting, for rounding may create ties.
 */
export function convertLedger(source: Ledger, exchange: ExchangeRate): Ledger {
	invariant(exchange.rate.gt(0), `the rate ${exchange.from}/${exchange.to} is not above 0`);
	const how = { minorUnit: exchange.minorUnit, rounding: source.rounding };
	return mapCells(source, how, (cell) => cell.times(exchange.rate));
}
