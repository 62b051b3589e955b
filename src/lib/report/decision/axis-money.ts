import type { Currency } from '../work-out.ts';

/** How values along an axis are told: prices in the currency of the report, at the plan's rate. */
export interface AxisMoney {
	readonly unit: string;
	readonly of: (value: number) => number;
}

/** "USD per node-hour" becomes "EUR per node-hour"; what is no price stays as it is. */
export function axisMoney(unit: string, { code, rate }: Currency): AxisMoney {
	const per = /^USD( per .+)$/.exec(unit)?.[1];
	if (per === undefined || rate === undefined) return { unit, of: (value) => value };
	return { unit: `${code}${per}`, of: (value) => value * Number(rate) };
}
