import type { ReportOption } from '../../report/types.ts';
import { columnName, fixedAddress, type Entry, type Grid } from './grid.ts';
import type { InputCells } from './inputs.ts';
import { lineItemCell } from './line-items.ts';
import type { OptionCells } from './option-rows.ts';
import { COLUMN } from './places.ts';
import { roundedFormula } from './rounding.ts';
import { STYLES } from './styles.ts';

export interface SharesAsked {
	readonly options: readonly OptionCells[];
	readonly inputs: InputCells;
	readonly minorUnit: number;
	readonly months: number;
}

type UnitCost = NonNullable<ReportOption['unitCosts']>[number];

const HEADS: Readonly<Record<UnitCost['per'], string>> = {
	service: 'Per service',
	pod: 'Per pod',
	'million requests': 'Per million requests'
};

/** Unit costs and showback, as formulas of the ledger: what the page and the PDF say of them. */
export function shares(grid: Grid, asked: SharesAsked): void {
	unitCosts(grid, asked);
	showback(grid, asked);
}

function unitCosts(grid: Grid, asked: SharesAsked): void {
	const known = asked.options.filter(({ option }) => (option.unitCosts ?? []).length > 0);
	const [first] = known;
	if (first === undefined) return;
	const pers = (first.option.unitCosts ?? []).map(({ per }) => per);
	grid.skip();
	grid.line([{ text: 'Unit cost in month 1', style: STYLES.section }]);
	grid.line([
		{ text: 'Option', style: STYLES.head },
		...pers.map((per): Entry => ({ text: HEADS[per], style: STYLES.headNumber }))
	]);
	const counts = grid.line([
		{ text: 'How many there are', style: STYLES.quiet },
		...(first.option.unitCosts ?? []).map((cost) => countEntry(asked, first, cost))
	]);
	for (const cells of known) {
		const costs = pers.map((per) => cells.option.unitCosts?.find((cost) => cost.per === per));
		grid.line([
			{ text: cells.option.label, style: STYLES.text },
			...costs.map((cost, at) => {
				const count = fixedAddress(counts, 2 + at);
				return cost && unitCost(asked, { cells, cost, count, first });
			})
		]);
	}
	grid.line([
		{
			text: 'Recurring spend of month 1, one-off cash left out, over what there is of each.',
			style: STYLES.note
		}
	]);
}

function countEntry({ inputs }: SharesAsked, cells: OptionCells, cost: UnitCost): Entry {
	const formula = countOf(inputs, cells.option.id, cost.per);
	return formula === undefined
		? { number: cost.count, style: STYLES.computed }
		: { formula, result: cost.count, style: STYLES.number };
}

interface UnitCostAsked {
	readonly cells: OptionCells;
	readonly cost: UnitCost;
	/** Cell with how many there are, of the first option. */
	readonly count: string;
	readonly first: OptionCells;
}

/** Rounded as the report does it; as a value where an option counts otherwise than the first. */
function unitCost({ inputs, minorUnit }: SharesAsked, asked: UnitCostAsked): Entry {
	const { cells, cost, count, first } = asked;
	const result = Number(cost.amount);
	const [own, theirs] = [cells, first].map(({ option }) => countOf(inputs, option.id, cost.per));
	const isKnown = own === undefined || own === theirs;
	const isSame = first.option.unitCosts?.some(
		(it) => it.per === cost.per && it.count === cost.count
	);
	if (!isKnown || isSame !== true) return { number: result, style: STYLES.computedMoney };
	const spend = lineItemCell(cells.rows.get('total.spend') ?? 0, COLUMN.zero + 1);
	const rounding = { minorUnit: minorUnit + 2, rounding: 'half-even' } as const;
	const formula = `IF(${count}>0,${roundedFormula(`${spend}/${count}`, rounding)},"")`;
	return { formula, result, style: STYLES.unitCost };
}

/** How many there are, by the names of the inputs; nothing where an option reads none. */
function countOf(inputs: InputCells, option: string, per: UnitCost['per']): string | undefined {
	const name = (path: string): string | undefined => inputs.find(option, path);
	if (per === 'service') return name('workload.services');
	if (per === 'pod') {
		const groups: string[] = [];
		for (let at = 0; ; at++) {
			const pods = name(podsPath(at));
			if (pods === undefined) break;
			groups.push(pods);
		}
		return groups.length === 0 ? undefined : groups.join('+');
	}
	const [rate, hours] = [name('workload.edgeRps'), name('time.hoursPerMonth')];
	return rate === undefined || hours === undefined ? undefined : `${rate}*${hours}*3600/1000000`;
}

const podsPath = (at: number): string => `workload.groups[${at}].pods`;

/** Columns: group, its pods, its share of them, then one an option. */
const FIRST_OPTION = 4;

function showback(grid: Grid, asked: SharesAsked): void {
	const known = asked.options.filter(({ option }) => (option.showback ?? []).length > 0);
	const parts = known[0]?.option.showback;
	if (parts === undefined) return;
	grid.skip();
	const title = `Showback by group over ${asked.months} months`;
	grid.line([{ text: title, style: STYLES.section }]);
	grid.line([
		{ text: 'Group', style: STYLES.head },
		...['Pods', 'Share', ...known.map(({ option }) => option.label)].map((text): Entry => ({
			text,
			style: STYLES.headNumber
		}))
	]);
	const from = grid.nextRow;
	const last = from + parts.length - 1;
	const total = last + 1;
	parts.forEach(({ group, share }, at) => {
		const row = from + at;
		grid.line([
			{ text: group, style: STYLES.text },
			podsOf(asked, known, at),
			{ formula: `$B${row}/$B$${total}`, result: share, style: STYLES.percent },
			...known.map((cells, index): Entry => {
				const result = Number(cells.option.showback?.[at]?.amount ?? 0);
				if (!isOfTheseGroups(asked, known, cells)) {
					return { number: result, style: STYLES.computedMoney };
				}
				const place = { row, from, last, total, column: columnName(FIRST_OPTION + index) };
				return { formula: partFormula(asked.minorUnit, place), result, style: STYLES.money };
			})
		]);
	});
	const pods = known[0] === undefined ? 0 : podsIn(known[0], parts.length);
	grid.line([
		{ text: 'All groups', style: STYLES.strong },
		{ formula: `SUM($B$${from}:$B$${last})`, result: pods, style: STYLES.wholeStrong },
		{ formula: `SUM($C$${from}:$C$${last})`, result: 1, style: STYLES.percentStrong },
		...known.map(({ option, rows }): Entry => ({
			formula: lineItemCell(rows.get('total.spend') ?? 0, COLUMN.all),
			result: Number(option.totals.spend),
			style: STYLES.moneyStrong
		}))
	]);
	grid.line([
		{
			text: 'In the share of the pods of month 1; cents left over go to the largest remainders, so that the parts add up to the total.',
			style: STYLES.note
		}
	]);
}

const podsAt = ({ workings }: OptionCells, at: number): number =>
	workings?.run.values.get(podsPath(at))?.toNumber() ?? 0;

const podsIn = (cells: OptionCells, groups: number): number =>
	Array.from({ length: groups }, (_, at) => podsAt(cells, at)).reduce((sum, pods) => sum + pods, 0);

/** Pods of a group by the name of their input. */
function podsOf({ inputs }: SharesAsked, [first]: readonly OptionCells[], at: number): Entry {
	const result = first === undefined ? 0 : podsAt(first, at);
	const pods = first && inputs.find(first.option.id, podsPath(at));
	return pods === undefined
		? { number: result, style: STYLES.computed }
		: { formula: pods, result, style: STYLES.number };
}

/** An option may have pods of its own: its parts then stand as the tool worked them out. */
function isOfTheseGroups(
	{ inputs }: SharesAsked,
	[first]: readonly OptionCells[],
	cells: OptionCells
): boolean {
	const nameOf = (of: OptionCells | undefined, at: number): string | undefined =>
		of && inputs.find(of.option.id, podsPath(at));
	const groups = cells.option.showback ?? [];
	return groups.every((_, at) => nameOf(first, at) === nameOf(cells, at));
}

interface Place {
	readonly row: number;
	/** First and last group, and the row of all together. */
	readonly from: number;
	readonly last: number;
	readonly total: number;
	readonly column: string;
}

/**
 * The part of a group: its whole units, and one more where its remainder is among the largest. Equal
 * remainders go to the group that stands first, as in the report.
 */
function partFormula(minorUnit: number, { row, from, last, total, column }: Place): string {
	const scale = 10 ** minorUnit;
	const units = `ROUND(${column}$${total}*${scale},0)`;
	const pods = `$B$${from}:$B$${last}`;
	const [all, own] = [`${units}*${pods}/$B$${total}`, `${units}*$B${row}/$B$${total}`];
	const [rests, rest] = [`MOD(${all},1)`, `MOD(${own},1)`];
	const before = `SUMPRODUCT((${rests}>${rest})+(${rests}=${rest})*(ROW(${pods})<ROW()))`;
	const left = `${units}-SUMPRODUCT(INT(${all}))`;
	return `(INT(${own})+IF(${before}<${left},1,0))/${scale}`;
}
