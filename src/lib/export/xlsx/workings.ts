import { DoubleAnswers } from '../../engine/answers.ts';
import { Gap } from '../../engine/graph/gap.ts';
import { Expr } from '../../engine/graph/expr.ts';
import { tapeOf, type Roots } from '../../engine/graph/tape.ts';
import { WorkbookReading, type Seed, type WorkbookStep } from '../../engine/graph/workbook.ts';
import type { Sheet } from '../../engine/graph/workbook-text.ts';
import type { Run } from '../../engine/run.ts';
import { ROW_KEYS } from '../../engine/rows.ts';
import type { WorkedOption } from '../../report/work-out.ts';
import { address, columnName, fixedAddress } from './grid.ts';
import type { InputCells } from './inputs.ts';
import { COLUMN, HEAD_ROW, monthRange } from './places.ts';

/** Formulas of one option: every named step that its ledger depends on. */
export interface Workings {
	readonly option: string;
	readonly run: Run;
	readonly reading: WorkbookReading;
	/** Checks that must stay above 0, in order. */
	readonly checks: readonly string[];
	/** Value of a step in month k + 1; `undefined` where there is no figure. */
	readonly value: (id: string, k: number) => number | undefined;
	/** Whether some month of a step has no figure. */
	readonly isEmpty: (id: string) => boolean;
	readonly months: number;
}

const checkId = (at: number): string => `check.${at}`;

/** Reads the graph of an option as a workbook, with the values that its cells have now. */
export function workingsOf({ option, run }: WorkedOption, months: number): Workings | undefined {
	if (run === undefined) return undefined;
	const { rows, checks } = run.compiled;
	const seeds: readonly Seed[] = [
		...ROW_KEYS.flatMap((key) => {
			const once = rows.once[key];
			const own = [rows.monthly[key], ...(once === undefined ? [] : [once])];
			return own.map(({ node }) => ({ meaning: { id: key, label: key }, node }));
		}),
		...checks.map(({ code, path, margin }, at) => ({
			meaning: { id: checkId(at), label: `Above 0, or ${code}: ${path}` },
			node: margin.node
		}))
	];
	const reading = new WorkbookReading(seeds);
	reading.fit(layoutForLength(months), months - 1);
	const value = valuesOf(run, reading, months);
	const isWhole = ({ id, monthly }: WorkbookStep): boolean =>
		Array.from({ length: monthly ? months : 1 }, (_, k) => value(id, k)).every(
			(known) => known !== undefined
		);
	const empty = new Set(reading.steps.filter((step) => !isWhole(step)).map(({ id }) => id));
	return {
		option: option.id,
		run,
		reading,
		checks: checks.map((_, at) => checkId(at)),
		value,
		isEmpty: (id) => empty.has(id),
		months
	};
}

/** Values in doubles, of rows that were cut out of long formulas too. */
function valuesOf(run: Run, reading: WorkbookReading, months: number): Workings['value'] {
	const roots: Roots = Object.fromEntries(
		reading.steps.map(({ id, node }) => [id, new Expr(node)] as const)
	);
	const read = { values: run.values, causes: new Map(), months };
	const answers = new DoubleAnswers(tapeOf(roots), read);
	return (id, k) => {
		const value = answers.of(id, k);
		return value instanceof Gap ? undefined : settled(value.toNumber());
	};
}

/** Engines differ in the last digit of a power; a file has the same bytes everywhere. */
const settled = (value: number): number => Number(value.toPrecision(12));

const FAR_ROW = 99_999;

/** The longest addresses and names that may occur: the true layout gives shorter ones. */
const layoutForLength =
	(months: number) =>
	(steps: readonly WorkbookStep[]): Sheet => {
		const monthly = new Map(steps.map((step) => [step.id, step.monthly]));
		return {
			input: (path) => `in_${'x'.repeat(20)}.${path}`,
			step: (id, k) => cellOf({ monthly: monthly.get(id) === true }, FAR_ROW, k),
			months: () => monthRange(FAR_ROW, months, 1),
			month: monthCell,
			mayBeEmpty: () => false
		};
	};

const cellOf = ({ monthly }: Pick<WorkbookStep, 'monthly'>, row: number, k: number): string =>
	monthly ? address(row, COLUMN.zero + 1 + k) : fixedAddress(row, COLUMN.all);

const monthCell = (k: number): string => `${columnName(COLUMN.zero + 1 + k)}$${HEAD_ROW}`;

/** The sheet as the formulas of an option see it, once its workings begin at `firstRow`. */
export function sheetOf(workings: Workings, inputs: InputCells, firstRow: number): Sheet {
	const { steps } = workings.reading;
	const rows = new Map(steps.map((step, at) => [step.id, { step, row: firstRow + at }]));
	const empty = new Set<string>();
	const find = (id: string): { readonly step: WorkbookStep; readonly row: number } => {
		const found = rows.get(id);
		if (found === undefined) throw new Error(`no row for "${id}"`);
		return found;
	};
	return {
		input: (path) => inputs.nameOf(workings.option, path),
		step: (id, k) => {
			const { step, row } = find(id);
			const cell = cellOf(step, row, k);
			if (workings.isEmpty(id)) empty.add(cell);
			return cell;
		},
		months: (id) => monthRange(find(id).row, workings.months, 1),
		month: monthCell,
		mayBeEmpty: (reference) => empty.has(reference) || inputs.isMissing(reference)
	};
}
