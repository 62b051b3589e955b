import { formatMoneyCompact, formatMoneyDifference } from '../../format/money.ts';
import { formatShare } from '../../format/quantity.ts';
import { formatNumber, write } from '../../format/number.ts';
import type { Report, ReportTornado, ReportTornadoBar } from '../../report/types.ts';

export interface TornadoRow {
	/** Input of the model. */
	readonly path: string;
	readonly label: string;
	readonly people: boolean;
	/** What spend becomes less the central case, at the end that gives less and at the other. */
	readonly cheap: number;
	readonly dear: number;
	/** The input at those ends: "0.25", "0.75". */
	readonly atCheap: string;
	readonly atDear: string;
	readonly unit: string;
	readonly cheapSpend: string;
	readonly dearSpend: string;
	/** Difference between the ends. */
	readonly moves: string;
	/** Correlations of ranks, "0.62"; absent for too few samples. */
	readonly rank?: string;
	readonly partialRank?: string;
}

/** What moves the spend of one option, without a pixel. */
export interface TornadoSpec {
	readonly option: string;
	readonly title: string;
	readonly finding: string;
	readonly central: string;
	readonly rows: readonly TornadoRow[];
	readonly low: number;
	readonly high: number;
	readonly rest?: string;
	/** Writes a difference, short enough for a tick. */
	readonly short: (difference: number) => string;
}

const rankWords = (rank: number): string =>
	write(rank, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** As the field of the input shows it. */
function amount(text: string | undefined, { percent }: ReportTornadoBar): string {
	if (text === undefined) return '';
	return percent === true ? formatShare(Number(text)) : formatNumber(Number(text));
}

function row(bar: ReportTornadoBar, tornado: ReportTornado, currency: string): TornadoRow {
	const central = Number(tornado.central);
	const [atCheap, atDear] = bar.cheapEnd === 'low' ? [bar.low, bar.high] : [bar.high, bar.low];
	return {
		path: bar.path,
		label: bar.label,
		people: bar.people,
		cheap: Number(bar.cheap) - central,
		dear: Number(bar.dear) - central,
		atCheap: amount(atCheap, bar),
		atDear: amount(atDear, bar),
		unit: bar.unit === '1' ? '' : bar.unit.replaceAll('/', ' per '),
		cheapSpend: formatMoneyCompact(bar.cheap, currency),
		dearSpend: formatMoneyCompact(bar.dear, currency),
		moves: formatMoneyCompact(Number(bar.dear) - Number(bar.cheap), currency),
		...(bar.rank === undefined ? {} : { rank: rankWords(bar.rank) }),
		...(bar.partialRank === undefined ? {} : { partialRank: rankWords(bar.partialRank) })
	};
}

/** Nothing while the option's tornado is not drawn. */
export function tornadoSpec(report: Report, option: string): TornadoSpec | undefined {
	const tornado = report.comparison.tornado?.find((it) => it.option === option);
	const label = report.options.find(({ id }) => id === option)?.label;
	if (tornado === undefined || label === undefined) return undefined;
	const rows = tornado.bars.map((bar) => row(bar, tornado, report.currency));
	const { rest } = tornado;
	const short = (difference: number): string => formatMoneyDifference(difference, report.currency);
	return {
		option,
		title: `What moves the spend of ${label}`,
		finding: findingOf(rows, tornado, label),
		central: formatMoneyCompact(tornado.central, report.currency),
		rows,
		low: Math.min(0, ...rows.map(({ cheap }) => cheap)),
		high: Math.max(0, ...rows.map(({ dear }) => dear)),
		...(rest === undefined
			? {}
			: {
					rest: `${rest.count} more ${rest.count === 1 ? 'input moves' : 'inputs move'} it by ${formatMoneyCompact(rest.widest, report.currency)} or less each.`
				}),
		short
	};
}

function findingOf(rows: readonly TornadoRow[], tornado: ReportTornado, label: string): string {
	const [first] = rows;
	if (first === undefined) return `Nothing moves ${label}: every input is one number.`;
	const what = `“${first.label}” alone moves it from ${first.cheapSpend} to ${first.dearSpend}`;
	if (!tornado.peopleLead) return `${what}, more than any other input.`;
	const machines = rows.find(({ people }) => !people);
	const next =
		machines === undefined
			? ''
			: ` The first input that is not about people, “${machines.label}”, moves it by ${machines.moves}.`;
	return `People lead: ${what}.${next}`;
}
