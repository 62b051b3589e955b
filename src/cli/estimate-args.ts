import { nearest } from '../lib/engine/nearest.ts';
import { CHARTS, holdsRanges, type ChartId, type FileWish } from '../lib/export/file-kinds.ts';
import { failure, success, type Parsed } from '../lib/plan/parsed.ts';
import { isDay } from '../lib/plan/parts.ts';
import { quoted } from '../lib/plan/text.ts';
import { readArgs } from './args.ts';
import { readLimit } from './gate.ts';
import { POINTS } from './points.ts';
import { readSimulating, SIMULATE_FLAGS, type Simulating } from './simulate-options.ts';

export const FORMATS = [
	...['table', 'json', 'csv', 'data-csv', 'focus'],
	...['md', 'xlsx', 'pdf', 'svg', 'png']
] as const;

/** What `meshup estimate` was asked for. */
export interface EstimateAsked {
	readonly plan: string | undefined;
	/** A table for the terminal, or a file. PNG is drawn from the SVG. */
	readonly form: 'table' | 'png' | FileWish['kind'];
	readonly wish: FileWish | undefined;
	readonly out: string | undefined;
	readonly failAbove: string | undefined;
	readonly compareTo: string | undefined;
	/** Where MeshUp is to be found, for links in files. */
	readonly address: string | undefined;
	/** ISO date that stands for today. */
	readonly date: string | undefined;
	readonly simulating: Simulating;
	/** Currency that both plans are to be in, and the file with its rate. */
	readonly currency: string | undefined;
	readonly rates: string | undefined;
}

const FLAGS = [
	...['--format', '--out', '--fail-above', '--compare-to'],
	...['--currency', '--rates'],
	...['--paper', '--decimal', '--chart', '--address', '--date'],
	...SIMULATE_FLAGS
];

export function readEstimateArgs(argv: readonly string[]): Parsed<EstimateAsked> {
	const args = readArgs(argv, FLAGS, [POINTS]);
	if (!args.ok) return args;
	const { words, flags } = args.value;
	const [plan, ...more] = words;
	if (more.length > 0) return failure('', `Name one plan; ${quoted(more[0])} is one too many.`);
	const format = oneOf('--format', flags.get('--format') ?? 'table', FORMATS);
	if (!format.ok) return format;
	const wish = wishOf(format.value, flags);
	if (!wish.ok) return wish;
	const limit = flags.get('--fail-above');
	const failAbove = limit === undefined ? success(undefined) : readLimit(limit);
	if (!failAbove.ok) return failAbove;
	const compareTo = comparedTo(plan, format.value, flags);
	if (!compareTo.ok) return compareTo;
	const date = flags.get('--date');
	if (date !== undefined && !isDay(date)) {
		return failure('--date', `${quoted(date)} is not a day such as 2026-11-24.`);
	}
	const money = moneyOf(flags);
	if (!money.ok) return money;
	const simulating = readSimulating(flags);
	if (!simulating.ok) return simulating;
	return success({
		plan,
		form: format.value,
		wish: wish.value,
		out: flags.get('--out'),
		failAbove: failAbove.value,
		compareTo: compareTo.value,
		address: flags.get('--address'),
		date,
		...money.value,
		simulating: draws(wish.value) ? simulating.value : undefined
	});
}

/** A currency needs a file of rates, and a file one currency. */
function moneyOf(flags: Flags): Parsed<Pick<EstimateAsked, 'currency' | 'rates'>> {
	const [currency, rates] = [flags.get('--currency'), flags.get('--rates')];
	if (currency !== undefined && !/^[A-Z]{3}$/.test(currency)) {
		return failure('--currency', `${quoted(currency)} is not a currency code such as EUR.`);
	}
	if (rates === undefined && currency !== undefined) {
		return failure('--rates', `${currency} needs a file of rates: MeshUp ships no exchange rates.`);
	}
	return rates !== undefined && currency === undefined
		? failure('--currency', 'Say which currency of the file: --currency EUR.')
		: success({ currency, rates });
}

/** A table has ranges; of files, those that hold any. */
const draws = (wish: FileWish | undefined): boolean => wish === undefined || holdsRanges(wish.kind);

type Flags = ReadonlyMap<string, string>;

/** A flag of one format means nothing to another, and says so. */
const OF_FORMAT: Readonly<Record<string, readonly string[]>> = {
	'--paper': ['pdf'],
	'--decimal': ['csv'],
	'--chart': ['svg', 'png'],
	'--address': ['pdf', 'xlsx', 'md']
};

function wishOf(form: EstimateAsked['form'], flags: Flags): Parsed<FileWish | undefined> {
	for (const [flag, forms] of Object.entries(OF_FORMAT)) {
		if (flags.has(flag) && !forms.includes(form)) {
			return failure(flag, `${flag} goes with ${forms.join(', ')}, not with ${form}.`);
		}
	}
	if (form === 'table') return success(undefined);
	const size = chosen('--paper', flags, ['a4', 'letter']);
	const style = chosen('--decimal', flags, ['point', 'comma']);
	const chart = chosen<ChartId>(
		'--chart',
		flags,
		CHARTS.map(({ id }) => id)
	);
	if (!size.ok) return size;
	if (!style.ok) return style;
	if (!chart.ok) return chart;
	return success({
		kind: form === 'png' ? 'svg' : form,
		...(size.value === undefined ? {} : { size: size.value }),
		...(style.value === undefined ? {} : { style: style.value }),
		...(chart.value === undefined ? {} : { chart: chart.value })
	});
}

function chosen<T extends string>(
	flag: string,
	flags: Flags,
	known: readonly T[]
): Parsed<T | undefined> {
	const written = flags.get(flag);
	return written === undefined ? success(undefined) : oneOf(flag, written, known);
}

function comparedTo(
	plan: string | undefined,
	form: EstimateAsked['form'],
	flags: Flags
): Parsed<string | undefined> {
	const other = flags.get('--compare-to');
	if (other === undefined) return success(undefined);
	if (form !== 'table' && form !== 'md') {
		return failure('--compare-to', `Changes are shown as a table or md, not as ${form}.`);
	}
	if (plan === '-' && other === '-') {
		return failure('--compare-to', 'Only one of the two plans can come from standard input.');
	}
	return success(other);
}

function oneOf<T extends string>(flag: string, written: string, known: readonly T[]): Parsed<T> {
	const found = known.find((name) => name === written);
	if (found !== undefined) return success(found);
	const near = nearest(written, known);
	const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
	return failure(flag, `${quoted(written)} is not one of ${known.join(', ')}${hint}.`);
}
