import { inputAt } from '../../engine/inputs.ts';
import type { Report, ReportAssumption } from '../../report/types.ts';
import type { Worked, WorkedOption } from '../../report/work-out.ts';
import { Names } from './names.ts';

/** One input cell: a number that formulas refer to by name. */
export interface InputCell {
	readonly name: string;
	readonly assumption: ReportAssumption;
	/** Absent: no figure, and the cell says so. */
	readonly value: number | undefined;
	/** Follows from another input, and is a formula. */
	readonly formula?: string;
	/** Comes from a run of another mesh: a value that does not follow the sheet. */
	readonly computed: boolean;
	readonly isPrice: boolean;
}

/** Input cells of a workbook, and the name of each input of each option. */
export interface InputCells {
	readonly cells: readonly InputCell[];
	readonly nameOf: (option: string, path: string) => string;
	/** The same, where the formulas of that option read the input at all. */
	readonly find: (option: string, path: string) => string | undefined;
	readonly isMissing: (name: string) => boolean;
}

/** A cell for each input that some option's formulas read; options that agree share one. */
export function inputCellsOf(worked: Worked, report: Report): InputCells {
	const names = new Names();
	const byId = new Map<string, InputCell>();
	const owners = new Map<string, string>();
	const known = new Map(report.assumptions.map((assumption) => [assumption.id, assumption]));
	for (const entry of worked.options) {
		for (const path of pathsOf(entry)) {
			const own = `${entry.option.id}:${path}`;
			const assumption = known.get(own) ?? known.get(path) ?? unlisted(path, entry);
			const cell = byId.get(assumption.id) ?? cellOf(assumption, entry, names);
			byId.set(assumption.id, cell);
			owners.set(own, cell.name);
		}
	}
	const cells = withFormulas([...byId.values()], owners);
	const missing = new Set(cells.filter(({ value }) => value === undefined).map(({ name }) => name));
	return {
		cells,
		nameOf: (option, path) => {
			const name = owners.get(`${option}:${path}`);
			if (name === undefined) throw new Error(`${option} has no input "${path}"`);
			return name;
		},
		find: (option, path) => owners.get(`${option}:${path}`),
		isMissing: (name) => missing.has(name)
	};
}

/** Inputs of formulas, and the rate that present values are taken at. */
const pathsOf = ({ run }: WorkedOption): Iterable<string> =>
	run === undefined ? [] : new Set([...run.compiled.tape.leaves.keys(), DISCOUNT]);

export const DISCOUNT = 'time.discountAnnual';

function cellOf(assumption: ReportAssumption, entry: WorkedOption, names: Names): InputCell {
	const { path, option, unit } = assumption;
	return {
		name: names.of(path, option),
		assumption,
		value: entry.run?.values.get(path)?.toNumber(),
		computed: path.startsWith('derived.'),
		isPrice: inputAt(path)?.sourced === true && unit.startsWith('USD')
	};
}

/** What stands outside the report's list: values that come from the run of the mesh being left. */
function unlisted(path: string, { option }: WorkedOption): ReportAssumption {
	const leaf = option.leaves.get(path);
	const input = inputAt(path);
	return {
		id: `${option.id}:${path}`,
		option: option.id,
		path,
		label: input?.label ?? path,
		value: leaf?.value ?? '',
		unit: input?.unit ?? 'USD/month',
		basis: leaf?.basis ?? 'derived',
		...(leaf === undefined ? { reason: 'from the run of the mesh being left' } : {}),
		changed: false
	};
}

/** Bytes of a KiB. */
const KIB = 1024;

/** Inputs that follow from others as the plan derives them, so that the sheet follows too. */
function withFormulas(
	cells: readonly InputCell[],
	owners: ReadonlyMap<string, string>
): readonly InputCell[] {
	const at = new Map(cells.map((cell) => [cell.name, cell]));
	const beside = (cell: InputCell, path: string): InputCell | undefined => {
		const own = [...owners].find(
			([key, name]) => name === cell.name && key.endsWith(`:${cell.assumption.path}`)
		);
		const option = own?.[0].slice(0, -cell.assumption.path.length - 1);
		return at.get(owners.get(`${option}:${path}`) ?? '');
	};
	return cells.map((cell) => {
		const { path, basis, changed } = cell.assumption;
		if (changed || basis === 'user' || cell.value === undefined) return cell;
		if (path === 'workload.bytesPerCall' || path === 'workload.bytesPerEdgeRequest') {
			const payload = beside(cell, 'workload.payloadKiB');
			if (payload?.value === undefined || payload.value === 0) return cell;
			const factor = cell.value / payload.value;
			if (basis !== 'derived' && factor % KIB !== 0) return cell;
			return { ...cell, formula: `${payload.name}*${factor}` };
		}
		const peers = path === 'workload.visibleServices' && basis === 'derived';
		const source = peers ? beside(cell, 'workload.peersPerProxy') : undefined;
		return source?.value === cell.value ? { ...cell, formula: source.name } : cell;
	});
}
