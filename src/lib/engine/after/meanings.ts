/**
 * What the figures outside the graph tell their reader, in the shape in which the graph explains its
 * own. In a workbook they are values "computed by the tool".
 */
export interface ComputedMeaning {
	readonly id: string;
	readonly label: string;
	readonly symbol?: string;
	readonly formula: string;
	readonly why?: string;
	/** What is left out, and which way that errs. */
	readonly limits?: string;
	/** Sections of the model, or its sources. */
	readonly sources: readonly string[];
}

export const COMPUTED = [
	{
		id: 'finance.presentValue',
		label: 'Present value',
		symbol: 'PV',
		formula: 'sum over months m of cash_m / (1 + r)^(m/12)',
		why: 'Money later is worth less than money now; month 0 is not discounted.',
		limits: 'A cash flow counts at the end of its month.',
		sources: ['model §14']
	},
	{
		id: 'finance.paybackMonths',
		label: 'Payback',
		formula: 'first month in which the running sum of avoided − spend − adoption reaches 0',
		why: 'Linear inside the month.',
		limits: 'Ignores what comes after, and the value of time.',
		sources: ['model §14']
	},
	{
		id: 'finance.irrAnnual',
		label: 'Internal rate of return, a year',
		formula: '(1 + i)^12 − 1 with sum over months m of net_m / (1 + i)^m = 0',
		limits: 'Given only where the flows change sign once; otherwise several rates would do.',
		sources: ['model §14']
	},
	{
		id: 'finance.roi',
		label: 'Return on what is spent',
		formula: '(PV avoided − PV adoption − PV spend) / PV spend',
		sources: ['model §14', 'model §21 S18']
	},
	{
		id: 'latency.pathP99',
		label: 'Latency that a request gains, p99',
		formula:
			'exp(μ + z99 · σ) of the lognormal with mean D · E and variance D · V · (1 + (D − 1) · ρ)',
		why: 'Quantiles do not add: it is rare that every call of a request is slow at once.',
		limits:
			'Errs low far out in the tail of many uncorrelated calls; the bound D · p99 stands beside.',
		sources: ['model §11']
	},
	{
		id: 'capacity.saturation',
		label: 'Rate at which a proxy is never idle',
		formula: 'c / s',
		sources: ['model §11']
	},
	{
		id: 'capacity.atSlo',
		label: 'Rate that a proxy carries within its objective',
		symbol: 'λmax',
		formula: 'largest λ with hop p99 + ln(C(c, λ · s) / 0.01) / (c / s − λ) ≤ objective',
		why: 'Waiting for a free worker grows without bound as a proxy fills up (Erlang C).',
		limits:
			'Adds a quantile to a quantile and takes service times to be exponential: both err low. ' +
			'Bursts beyond random arrivals are left out, which errs high.',
		sources: ['model §11']
	},
	{
		id: 'comparison.probabilityFirst',
		label: 'Chance of costing least',
		formula: 'draws in which the option costs least / draws, ties shared',
		why: 'All options see the same draw of what they share.',
		sources: ['model §15']
	},
	{
		id: 'comparison.expectedRegret',
		label: 'Expected regret',
		formula: 'mean over draws of (cost − least cost of that draw)',
		why: 'What choosing it before knowing costs on average.',
		sources: ['model §15']
	},
	{
		id: 'comparison.breakEven',
		label: 'Break-even',
		formula: 'x with cost A(x) = cost B(x), allocated billing',
		limits: 'Crossings closer together than one step of the scan are not seen.',
		sources: ['model §14']
	}
] as const satisfies readonly ComputedMeaning[];
