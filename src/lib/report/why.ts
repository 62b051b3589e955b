import { explain, type Term } from '../engine/graph/explain.ts';
import { Gap as NoFigure } from '../engine/graph/gap.ts';
import { type Exact } from '../engine/graph/gap.ts';
import type { Named, Tape } from '../engine/graph/tape.ts';
import { META } from '../engine/row-meanings.ts';
import { ROW_KEYS, type RowKey } from '../engine/rows.ts';
import type { Run } from '../engine/run.ts';
import { assumptionOf } from './assumptions.ts';
import { leafOf } from '../plan/resolve/leaf.ts';
import { gapFor } from './gap.ts';
import { HOT_SPOT } from './latency.ts';
import { computedOf, type Computed } from './computed.ts';
import type { Why, WhyTerm } from './types.ts';
import { isWhyMoney, whyMoney } from './why-money.ts';
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
	if (isWhyMoney(id)) return whyMoney({ id, entry, worked });
	const computed = computedOf(id);
	if (computed !== undefined) return whyComputed({ worked, entry, run, computed });
	const { tape } = run.compiled;
	const name = month === 0 ? `once.${id}` : id;
	const step = namedAt(tape, name);
	if (step === undefined) {
		const nothing = month === 0 ? (isRowKey(id) ? 'before' : undefined) : absentAt(tape, id);
		return nothing === undefined ? undefined : whyNothing({ option, id, month, nothing });
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

const isRowKey = (id: string): id is RowKey => ROW_KEYS.some((key) => key === id);

/** A quantity by its key, which may stand for a step of another name. */
function namedAt({ named, roots, steps }: Tape, id: string): Named | undefined {
	const own = named.get(id);
	const step = roots.get(id);
	if (own !== undefined || step === undefined || steps[step]?.op === 'constant') return own;
	return [...named.values()].find((other) => other.step === step);
}

/** A quantity that is a plain 0 for want of the part. */
const absentAt = ({ roots, steps }: Tape, id: string): 'absent' | undefined =>
	steps[roots.get(id) ?? -1]?.op === 'constant' ? 'absent' : undefined;

const NOTHING = {
	before: { unit: 'USD', why: 'Nothing of this is paid before month 1.' },
	absent: { unit: '1', why: 'This option has no such part.' }
} as const;

interface Nothing {
	readonly option: string;
	readonly id: string;
	readonly month: number;
	readonly nothing: keyof typeof NOTHING;
}

const whyNothing = ({ nothing, id, ...where }: Nothing): Why => ({
	...where,
	id,
	label: isRowKey(id) ? META[id].label : id,
	value: '0',
	formula: '0',
	...NOTHING[nothing],
	terms: [],
	sources: []
});

function termOf(term: Term, entry: WorkedOption, run: Run, k: number): WhyTerm {
	const { id, symbol, unit } = term;
	if (term.kind === 'input') return { ...inputTerm(id, entry, run), symbol };
	if (term.kind === 'month') {
		return { kind: 'constant', id, label: 'Months since month 1', symbol, value: String(k), unit };
	}
	return {
		kind: 'step',
		id,
		symbol,
		label: term.meaning.label,
		value: valueText(run.answers.of(id, k), entry),
		unit
	};
}

function inputTerm(id: string, { option }: WorkedOption, run: Run): WhyTerm {
	const leaf = option.leaves.get(id);
	const value = run.values.get(id);
	const assumption = leaf === undefined ? undefined : assumptionOf(id, leaf, option.id);
	return {
		kind: 'input',
		id,
		label: assumption?.label ?? id,
		value: value === undefined ? (assumption?.value ?? 'not available') : value.toFixed(),
		unit: assumption?.unit ?? '1',
		...(assumption === undefined ? {} : { assumption })
	};
}

interface ComputedAsked {
	readonly worked: Worked;
	readonly entry: WorkedOption;
	readonly run: Run;
	readonly computed: Computed;
}

/** A figure that is worked out beside the graph, from steps and inputs of it. */
function whyComputed({ worked, entry, run, computed }: ComputedAsked): Why {
	const { id, label, unit, formula, why, limits, inputs, steps } = computed;
	const { tape } = run.compiled;
	const below = steps.flatMap((key): WhyTerm[] => {
		const step = namedAt(tape, key);
		if (step === undefined) return [];
		const value = valueText(run.answers.of(key), entry);
		return [{ kind: 'step', id: key, label: step.meaning.label, value, unit: step.unit }];
	});
	const hot = worked.catalog.planning.figures[HOT_SPOT];
	const skew = (): WhyTerm[] => {
		const assumption = hot && assumptionOf(HOT_SPOT, leafOf(hot, 'planning'));
		return assumption === undefined ? [] : [{ kind: 'input', ...assumption, assumption }];
	};
	return {
		option: entry.option.id,
		id,
		label,
		month: 1,
		value: computed.value(entry, worked),
		unit,
		formula,
		...(why === undefined ? {} : { why }),
		...(limits === undefined ? {} : { limits }),
		terms: [
			...below,
			...inputs.flatMap((path) => (path === HOT_SPOT ? skew() : [inputTerm(path, entry, run)]))
		],
		sources: computed.sources ?? []
	};
}

const SHOWN_DIGITS = 12;

const valueText = (value: Exact, { option }: WorkedOption): string =>
	value instanceof NoFigure
		? `not available: ${gapFor(value.paths, option).reason}`
		: value.toSignificantDigits(SHOWN_DIGITS).toFixed();
