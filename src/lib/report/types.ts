/**
 * The report: one pure, serialisable object that every rendering lays out and none computes from.
 *
 * Money is decimal text in `currency`, already rounded once by the ledger. A figure that is not
 * available is a `Gap` with its reason, never 0.
 */

/** Why a figure is not there. */
export interface Gap {
	readonly missing: 'not-published' | 'not-measured' | 'not-offered' | 'ended' | 'not-applicable';
	readonly reason: string;
}

/** Decimal text, such as `-12.30`. */
export type Money = string;

export type MoneyOrGap = Money | Gap;

export type Block = 'infra' | 'support' | 'avoided' | 'adoption';

export interface ReportRow {
	/** A key of `model.md` §17, such as `infra.compute`. */
	readonly key: string;
	readonly block: Block;
	readonly label: string;
	/** One-off cash before month 1. */
	readonly month0: MoneyOrGap;
	/** Months 1…N. */
	readonly monthly: readonly MoneyOrGap[];
	readonly total: MoneyOrGap;
}

export interface ReportTotals {
	readonly infra: MoneyOrGap;
	/** All rows of support, what is paid before month 1 included: the one meaning of the word. */
	readonly support: MoneyOrGap;
	/** The part of support paid in month 0. */
	readonly oneOff: MoneyOrGap;
	/** infra + support, month 0 included: the sum of the displayed cells. */
	readonly spend: MoneyOrGap;
	readonly avoided: MoneyOrGap;
	readonly adoption: MoneyOrGap;
	/** Present value of spend at the plan's discount rate. */
	readonly presentValue: MoneyOrGap;
	/** Spend if nodes were billed the other way: by the share used instead of whole, or the reverse. */
	readonly spendOtherwise: MoneyOrGap;
	/** avoided − spend − adoption, present value. */
	readonly netPresentValue: MoneyOrGap;
	/** Months until the running net reaches 0; absent when it never does. */
	readonly paybackMonths?: number;
	/** Annual rate as a fraction; absent when there is none or several. */
	readonly irrAnnual?: number;
	readonly roi?: number;
}

export interface CapacityMonth {
	readonly month: number;
	readonly pods: number;
	readonly podsMeshed: number;
	readonly proxies: number;
	readonly waypoints: number;
	/** Requested by the mesh for scheduling, all of it: proxies, plane, gateways, agents. */
	readonly coresRequested: number;
	/** Used at peak by proxies, tunnels and waypoints; not known of proxies that a provider sizes. */
	readonly coresUsed: number | Gap;
	/** Cores of the nodes that the mesh adds to the bill. */
	readonly coresInvoiced: number;
	readonly gibRequested: number;
	readonly gibUsed: number | Gap;
	readonly gibInvoiced: number;
	readonly nodesBaseline: number;
	readonly nodesMesh: number;
	/** The limit that fixes the number of nodes. */
	readonly binding: 'cpu' | 'memory' | 'pods' | 'shape' | 'zones' | 'none';
	readonly nodesByLimit: {
		readonly cpu: number;
		readonly memory: number;
		readonly pods: number;
		readonly shape: number;
	};
	/** Use of one proxy over its request; absent where nothing is requested or run by us. */
	readonly usePerRequestCpu?: number;
	readonly usePerRequestMem?: number;
	readonly ratePerProxyRps: number;
}

/** What `proxies`, their rate and their use over their request are of; waypoints count apart. */
export type CountedProxy = 'sidecar' | 'ztunnel' | 'task proxy';

export interface ReportCapacity {
	readonly month1: CapacityMonth;
	readonly monthLast: CapacityMonth;
	readonly proxy: CountedProxy;
	/** "over-reserved", "under-requested…", "no request set": words about requests of `proxy`, when due. */
	readonly remark?: string;
	/** Whole-node counts of both packing modes, when they differ by more than a zone step. */
	readonly packing: { readonly sum: number; readonly shape: number; readonly differs: boolean };
}

export interface ReportLatency {
	readonly addedMeanMs: number;
	readonly addedP99Ms: number;
	/** All hops slow at once: the upper bound. */
	readonly addedP99ComonotonicMs: number;
	readonly hopP50Ms: number;
	readonly hopP99Ms: number;
	/** The proxy that all below are of; absent where none of ours runs. */
	readonly limitedBy?: 'sidecar' | 'ztunnel' | 'waypoint';
	readonly proxySaturationRps?: number;
	/** Requests/s that one proxy carries within the objective. */
	readonly proxyRpsAtSlo?: number;
	/** 1 − peak rate of the busiest group over `proxyRpsAtSlo`. */
	readonly headroom?: number;
	/** Month in which growth uses the headroom up, within the horizon. */
	readonly monthFull?: number;
}

export type OptionStatus = 'available' | 'ended' | 'incomplete' | 'not-offered';

/** A month in which something changes for an option. */
export interface ReportMilestone {
	readonly kind: 'commitment' | 'nodes' | 'capacity' | 'support' | 'payback';
	/** Month of the plan, from 1. */
	readonly month: number;
	/** What happens then: the end of a sentence. */
	readonly words: string;
}

export interface ReportOption {
	readonly id: string;
	readonly label: string;
	/** The option it was made from: fixes colour and marker. */
	readonly base: string;
	readonly kind: 'sidecar' | 'ambient' | 'managed' | 'none';
	readonly status: OptionStatus;
	/** In words, for every status but `available`; also "support ends in month 7". */
	readonly statusReason?: string;
	/** ISO date. */
	readonly endOfSupport?: string;
	readonly rows: readonly ReportRow[];
	readonly totals: ReportTotals;
	readonly capacity: ReportCapacity | Gap;
	readonly latency: ReportLatency | Gap;
	/** Earliest first. */
	readonly milestones?: readonly ReportMilestone[];
	/** P10–P90 of spend, when a simulation has run. */
	readonly range?: ReportBand;
	/** Spend by month with its band, when a simulation has run. */
	readonly overTime?: ReportOverTime;
	/** Running state of the mesh in counts that pages quote: fte, connections, series, GB … */
	readonly facts: readonly {
		readonly id: string;
		readonly label: string;
		readonly value: number;
		readonly unit: string;
	}[];
	/** Recurring spend of month 1 for each of these things. */
	readonly unitCosts?: readonly {
		readonly per: 'service' | 'pod' | 'million requests';
		readonly count: number;
		readonly amount: Money;
	}[];
	/** Spend over the plan by group of pods, where there are several. */
	readonly showback?: readonly {
		readonly group: string;
		/** Of the pods of month 1. */
		readonly share: number;
		readonly amount: Money;
	}[];
	/** The fault that stopped this option, instead of rows. */
	readonly error?: { readonly code: string; readonly path: string; readonly message: string };
}

export interface ReportAssumption {
	/** Path of an input of `model.md` §2, with the option in front when it differs by option. */
	readonly id: string;
	readonly option?: string;
	readonly path: string;
	readonly label: string;
	readonly value: string;
	readonly low?: string;
	readonly high?: string;
	readonly unit: string;
	/** A fraction that its field shows in per cent. */
	readonly percent?: true;
	/** Whose word it is. */
	readonly basis: 'user' | 'published' | 'derived' | 'claimed' | 'assumed' | 'default';
	/** Keys into `sources`. */
	readonly source?: string;
	readonly asOf?: string;
	readonly reason?: string;
	/** The user has changed it. */
	readonly changed: boolean;
	/** Path of the plan field that sets it, when there is one. */
	readonly planPath?: string;
}

export interface ReportSource {
	readonly id: string;
	readonly publisher: string;
	readonly title: string;
	readonly url?: string;
	readonly locator?: string;
	/** When it was read, ISO date. */
	readonly retrieved: string;
	readonly grade?: string;
	readonly stale?: boolean;
}

export interface ReportWarning {
	readonly code: string;
	readonly message: string;
	readonly path?: string;
	/** Option ids; absent: all. */
	readonly options?: readonly string[];
}

/** A tenth of the simulated futures lies below `p10`, half below `p50`, a tenth above `p90`. */
export interface ReportBand {
	readonly p10: Money;
	readonly p50: Money;
	readonly p90: Money;
}

/** Months 0 (what is paid before the start) to N. */
export interface ReportOverTime {
	readonly monthly: readonly ReportBand[];
	readonly cumulative: readonly ReportBand[];
}

/** One input at the ends of its range, all others as they are. */
export interface ReportTornadoBar {
	readonly path: string;
	readonly label: string;
	readonly unit: string;
	/** A fraction that its field shows in per cent. */
	readonly percent?: true;
	/** Of work, not of machines. */
	readonly people: boolean;
	readonly low?: string;
	readonly central?: string;
	readonly high?: string;
	/** Spend at the end that gives less and at the one that gives more: by outcome, not by size. */
	readonly cheap: Money;
	readonly dear: Money;
	readonly cheapEnd: 'low' | 'high';
	/** Correlation of its ranks with those of spend, from −1 to 1; absent for too few samples. */
	readonly rank?: number;
	/** The same with the effect of all other inputs taken out: what only travels along shows 0. */
	readonly partialRank?: number;
	readonly basis?: ReportAssumption['basis'];
	readonly source?: string;
	readonly asOf?: string;
	readonly planPath?: string;
}

/** What moves the spend of one option: twelve bars, widest first, and the rest. */
export interface ReportTornado {
	readonly option: string;
	readonly central: Money;
	readonly bars: readonly ReportTornadoBar[];
	readonly peopleLead: boolean;
	readonly rest?: { readonly count: number; readonly widest: Money };
}

/** The two cheapest options, draw by draw. */
export interface ReportPair {
	readonly a: string;
	readonly b: string;
	readonly probabilityACheaper: number;
	readonly probabilityTie: number;
	/** What the number of samples leaves open. */
	readonly standardError: number;
	/** How much A costs beyond B. */
	readonly difference: ReportBand;
}

/** The input whose measurement would say most about the first two. */
export interface ReportSettling extends Omit<
	ReportTornadoBar,
	'cheap' | 'dear' | 'cheapEnd' | 'rank' | 'partialRank'
> {
	/** The option that reads it. */
	readonly option: string;
	/** Correlation of its ranks with those of the difference, from −1 to 1. */
	readonly rank: number;
	/** The same with the effect of all other inputs taken out. */
	readonly partialRank: number;
}

/** Which of two options is cheaper between two values of what is moved. */
export interface ReportStretch {
	readonly from: number;
	readonly to: number;
	/** `unknown`: one of them does not fit there. */
	readonly cheaper: 'a' | 'b' | 'equal' | 'unknown';
}

/** Where two options cost the same while one thing moves, nodes billed by the share used. */
export interface ReportBreakEven {
	/** What moves, such as `pods` or `fte:linkerd`. */
	readonly axis: string;
	readonly label: string;
	readonly unit: string;
	/** What moves along with it and what stays. */
	readonly assumes: string;
	readonly a: string;
	readonly b: string;
	/** Where the plan stands; absent for a price that is not published. */
	readonly at?: number;
	readonly from: number;
	readonly to: number;
	readonly crossings: readonly number[];
	readonly stretches: readonly ReportStretch[];
	/** The finding in a sentence. */
	readonly words: string;
}

/** A price that nobody publishes, and what it may be for its option to cost least. */
export interface ReportPriceLimit {
	readonly option: string;
	readonly path: string;
	readonly label: string;
	readonly unit: string;
	/** The cheapest option that has a price. */
	readonly against: string;
	/** Absent: the option wins at no price, or at any that was looked at. */
	readonly below?: number;
	readonly words: string;
}

/** How the ranges were drawn, so that a run can be repeated. */
export interface ReportSimulation {
	readonly samples: number;
	readonly seed: number;
	readonly generator: string;
	/** Draws that ended in an error and were replaced. */
	readonly redrawn: number;
}

/** What is absent below was not simulated. */
export interface ReportComparison {
	/** Option ids, cheapest first; only those that can be chosen and are complete. */
	readonly ranking: readonly string[];
	readonly cheapest?: string;
	/** By the other billing; differs from `ranking` only "within one node step". */
	readonly rankingOtherwise: readonly string[];
	readonly rankingDiffers: boolean;
	/** Options left out of the ranking, with why. */
	readonly excluded: readonly { readonly id: string; readonly reason: string }[];
	/** `ranking[1]` less `ranking[0]`. */
	readonly lead?: Money;
	readonly simulation?: ReportSimulation;
	/** Share of futures in which an option costs least; they add up to 1. */
	readonly probabilityCheapest?: Readonly<Record<string, number>>;
	/** Mean cost beyond the cheapest: the price of choosing it without knowing. */
	readonly regret?: Readonly<Record<string, Money>>;
	/** Share of futures in which the options stand in the order of `ranking`. */
	readonly rankStability?: number;
	/** `rankStability` is below 0.8. */
	readonly tooCloseToCall?: boolean;
	readonly pair?: ReportPair;
	readonly settle?: ReportSettling;
	readonly tornado?: readonly ReportTornado[];
	/** The first two, over one thing at a time. */
	readonly breakEvens?: readonly ReportBreakEven[];
	readonly priceLimits?: readonly ReportPriceLimit[];
	/** How sure the answer is, in a sentence or two. */
	readonly words?: string;
}

/** One option that the ask names. */
export interface ReportFunding {
	/** Id of the option. */
	readonly option: string;
	/** What to fund it with: P90 of its spend, or what is planned where no range was drawn. */
	readonly amount: Money;
	/** Spend with every input at its likely value. */
	readonly planned: Money;
	/** Half of the futures cost more; absent where no range was drawn. */
	readonly median?: Money;
}

/** What the report asks money for. */
export interface ReportAsk {
	/** Cheapest as planned first; more than one where the first place is too close to call. */
	readonly options: readonly ReportFunding[];
	/** Share of futures in which an amount is enough; absent where no range was drawn. */
	readonly confidence?: number;
	/** The ask without a full stop: the same words wherever it is made. */
	readonly words: string;
}

/** One dated rate: each cell is converted and rounded once, and totals add up converted cells. */
export interface ReportExchange {
	/** Units of the report's currency for one US dollar, as decimal text. */
	readonly rate: string;
	/** ISO date. */
	readonly date: string;
	readonly source?: string;
	/** "1 USD = 0.92 EUR on 2026-11-20 (source)": the same words in every rendering. */
	readonly words: string;
}

export interface Report {
	readonly version: 1;
	readonly modelVersion: string;
	readonly dataVersion: string;
	/** ISO date-time, a parameter: nothing here reads a clock. */
	readonly generatedAt: string;
	/** The plan as the user wrote it: defaults left out. */
	readonly plan: unknown;
	readonly name: string;
	readonly currency: string;
	/** The rate that cells were converted at, where the currency is not the dollar. */
	readonly exchange?: ReportExchange;
	readonly months: number;
	/** "YYYY-MM" of month 1. */
	readonly startMonth?: string;
	/** 1 to 12: the month in which a fiscal year begins; totals by year follow it. */
	readonly fiscalYearStart?: number;
	readonly billing: 'provisioned' | 'allocated';
	/** Oldest and newest date among the prices used. */
	readonly pricesAsOf: { readonly oldest: string; readonly newest: string };
	readonly platform: { readonly cloud: string; readonly region: string; readonly nodeType: string };
	readonly options: readonly ReportOption[];
	readonly comparison: ReportComparison;
	readonly assumptions: readonly ReportAssumption[];
	readonly sources: readonly ReportSource[];
	readonly warnings: readonly ReportWarning[];
	/** Absent where nothing can be chosen. */
	readonly ask?: ReportAsk;
	/** The answer in one sentence, and one more about what stands behind it. */
	readonly sentence: string;
	readonly subSentence: string;
}

/** One term of an explanation: an input (with where it comes from) or a step (with its own terms). */
export interface WhyTerm {
	readonly kind: 'input' | 'step' | 'constant';
	/** Input path or step id. */
	readonly id: string;
	/** Whose step it is, where not of the option that is explained. */
	readonly option?: string;
	readonly label: string;
	/** How the formula writes it; absent where the formula says it in words. */
	readonly symbol?: string;
	readonly value: string;
	readonly unit: string;
	readonly assumption?: ReportAssumption;
}

/** What the why panel shows for one number. */
export interface Why {
	readonly option: string;
	readonly id: string;
	readonly label: string;
	readonly symbol?: string;
	/** Plan month it is worked out for; 0 is the one-off month, absent for a total. */
	readonly month?: number;
	/** Months that a total is over, from the first. */
	readonly months?: number;
	readonly value: string;
	readonly unit: string;
	readonly formula: string;
	readonly why?: string;
	readonly limits?: string;
	readonly terms: readonly WhyTerm[];
	/** Keys into the report's sources, of the formula itself. */
	readonly sources: readonly string[];
}
