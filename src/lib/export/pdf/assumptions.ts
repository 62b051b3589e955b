import { formatCellExact } from '../../format/ledger-cell.ts';
import type { Report, ReportAssumption } from '../../report/types.ts';
import { shortName } from '../short-names.ts';
import { subjectsOf } from './subjects.ts';
import type { TableAsked, TableRow } from './table.ts';

/** Every input under its subject: value, range, unit, and whose word it is. */
export function assumptionsTable(report: Report): TableAsked {
	const labels = new Map(report.options.map(({ id, label }) => [id, shortName(label)]));
	const numbers = numbersOf(report);
	const rows = subjectsOf(report.assumptions).flatMap(({ title, inputs }): TableRow[] => [
		{ cells: [title, '', '', ''], leads: true },
		...inputs.map(({ name, unit, values }) => ({
			cells: [name, valuesOf(values, labels), unit === '1' ? '' : unit, basisOf(values, numbers)]
		}))
	]);
	return {
		size: 7.5,
		columns: [
			{ head: 'Input', share: 2.6 },
			{ head: 'Value', share: 3.2 },
			{ head: 'Unit', share: 1.2 },
			{ head: 'Whose word [source], as of', share: 2.2 }
		],
		rows
	};
}

/** Sources are numbered in their order: keys would take half of the page. */
const numbersOf = ({ sources }: Report): ReadonlyMap<string, number> =>
	new Map(sources.map(({ id }, at) => [id, at + 1]));

/** Thousands are set apart: "1,000,000". */
const written = (value: string): string => (/^-?\d/.test(value) ? formatCellExact(value) : value);

/** From this many options on, the value of most of them is said of "all others". */
const MANY = 4;

/** Values that options share are said once. */
function valuesOf(
	values: readonly ReportAssumption[],
	labels: ReadonlyMap<string, string>
): string {
	// An option may have no such input: it is none of "all others" then.
	const rest = values.length === labels.size ? 'all others' : 'all others that have it';
	const owners = new Map<string, string[]>();
	for (const { value, low, high, option } of values) {
		const range =
			low === undefined || high === undefined ? '' : ` (${written(low)} to ${written(high)})`;
		const text = `${written(value)}${range}`;
		const label = option === undefined ? '' : (labels.get(option) ?? option);
		owners.set(text, [...(owners.get(text) ?? []), label]);
	}
	const [only, ...others] = [...owners].sort(([, a], [, b]) => a.length - b.length);
	if (only === undefined) return '';
	if (others.length === 0) return only[0];
	return [only, ...others]
		.map(([text, names], at) => {
			const isRest = at === others.length && names.length > 1 && values.length >= MANY;
			return `${isRest ? rest : names.join(', ')}: ${text}`;
		})
		.join('; ');
}

function basisOf(
	values: readonly ReportAssumption[],
	numbers: ReadonlyMap<string, number>
): string {
	const said = new Map<string, Set<number>>();
	for (const { basis, source, asOf, changed } of values) {
		const word = [changed ? 'changed' : basis, asOf]
			.filter((text) => text !== undefined)
			.join(', ');
		const known = said.get(word) ?? new Set<number>();
		const number = source === undefined ? undefined : numbers.get(source);
		if (number !== undefined) known.add(number);
		said.set(word, known);
	}
	return [...said]
		.map(([word, known]) => (known.size === 0 ? word : `${word} [${[...known].join(', ')}]`))
		.join('; ');
}
