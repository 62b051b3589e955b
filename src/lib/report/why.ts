import { explain, type Term } from '../engine/graph/explain.ts';
import { Gap as NoFigure, type Exact } from '../engine/graph/exact.ts';
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
	const name = month === 0 ? `once.${id}` : id;
	const named = run.compiled.tape.named.get(name);
	if (named === undefined) return undefined;
	const { meaning, unit, formula, terms } = explain(named);
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
