import { explain, type Term } from '../engine/graph/explain.ts';
import { Gap as NoFigure, type Exact } from '../engine/graph/exact.ts';
import type { Named } from '../engine/graph/tape.ts';
import { ROW_KEYS } from '../engine/rows.ts';
import type { Run } from '../engine/run.ts';
import { assumptionOf } from './assumptions.ts';
import { gapFor } from './gap.ts';
import type { Why, WhyTerm } from './types.ts';
import type { Worked, WorkedOption } from './work-out.ts';

export interface WhyAsked {
	readonly worked: Worked;
	readonly option: string;
	/** A row key, or the id of a named step. */
	readonly id: string;
	/** Plan month; 0 for what is paid before the start. */
	readonly month: number;
}

/** Formula, values and sources behind one number of one month; nothing where there is no such step. */
export function whyOf({ worked, option, id, month }: WhyAsked): Why | undefined {
	const entry = worked.options.find(({ option: known }) => known.id === option);
	const run = entry?.run;
	if (entry === undefined || run === undefined) return undefined;
	const { named } = run.compiled.tape;
	const name = month === 0 ? `once.${id}` : id;
	const step = named.get(name);
	const row = named.get(id);
	if (step === undefined) {
		return month === 0 && row !== undefined && isRow(id) ? notBefore(option, id, row) : undefined;
	}
	const { meaning, unit, formula, terms } = explain(step);
	const k = Math.max(0, month - 1);
	return {
		option,
		id: name,
		label: meaning.label,
		...(meaning.symbol === undefined ? {} : { symbol: meaning.symbol }),
		month,
		value: valueText(run.answers.of(name, k), entry),
		unit,
		formula,
		...(meaning.why === undefined ? {} : { why: meaning.why }),
		...(meaning.limits === undefined ? {} : { limits: meaning.limits }),
		terms: terms.map((term) => termOf(term, entry, run, k)),
		sources: meaning.sources ?? []
	};
}

const isRow = (id: string): boolean => ROW_KEYS.some((key) => key === id);

/** A row that has no one-off part. */
const notBefore = (option: string, id: string, { meaning }: Named): Why => ({
	option,
	id,
	label: meaning.label,
	month: 0,
	value: '0',
	unit: 'USD',
	formula: '0',
	why: 'Nothing of this is paid before month 1.',
	terms: [],
	sources: []
});

function termOf(term: Term, entry: WorkedOption, run: Run, k: number): WhyTerm {
	if (term.kind === 'input') {
		const leaf = entry.option.leaves.get(term.id);
		const value = run.values.get(term.id);
		const assumption =
			leaf === undefined ? undefined : assumptionOf(term.id, leaf, entry.option.id);
		return {
			kind: 'input',
			id: term.id,
			label: assumption?.label ?? term.id,
			value: value === undefined ? (assumption?.value ?? 'not available') : value.toFixed(),
			unit: term.unit,
			...(assumption === undefined ? {} : { assumption })
		};
	}
	return {
		kind: 'step',
		id: term.id,
		label: term.meaning.label,
		value: valueText(run.answers.of(term.id, k), entry),
		unit: term.unit
	};
}

const SHOWN_DIGITS = 12;

const valueText = (value: Exact, { option }: WorkedOption): string =>
	value instanceof NoFigure
		? `not available: ${gapFor(value.paths, option).reason}`
		: value.toSignificantDigits(SHOWN_DIGITS).toFixed();
