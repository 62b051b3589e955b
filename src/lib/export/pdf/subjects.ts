import type { ReportAssumption } from '../../report/types.ts';

export interface Subject {
	readonly title: string;
	readonly inputs: readonly SubjectInput[];
}

interface SubjectInput {
	/** Tells the input apart from the others of its subject. */
	readonly name: string;
	readonly unit: string;
	/** Of all options, or one for each. */
	readonly values: readonly ReportAssumption[];
}

/** Where paths begin and what is told there, in the order of the page; the longest beginning counts. */
const SUBJECTS: readonly (readonly [from: string, title: string])[] = [
	['time', 'Period and rates'],
	['workload', 'Workload'],
	['node', 'Nodes'],
	['storage', 'Disk'],
	['network', 'Network'],
	['observability', 'Metrics, traces and logs'],
	['latency', 'Latency'],
	['mesh.proxy', 'Proxies beside pods'],
	['mesh.ztunnel', 'Node tunnels'],
	['mesh.waypoint', 'Waypoints'],
	['mesh.gateway', 'Ingress gateways'],
	['mesh.controlPlane', 'Control plane'],
	['mesh.nodeAgent', 'Agents on nodes'],
	['mesh', 'Fees of the mesh'],
	['support', 'People'],
	['support.licence', 'Licence'],
	['support.migration', 'Migration'],
	['support.migration.source', 'The mesh being left'],
	['opportunity', 'Avoided cost']
];

const OTHER = 'Other';

/** Inputs under what they are about; those that read the same are told apart. */
export function subjectsOf(assumptions: readonly ReportAssumption[]): readonly Subject[] {
	const byPath = grouped(assumptions, ({ path }) => path);
	const bySubject = grouped([...byPath.values()], ([first]) => titleOf(first?.path ?? ''));
	return [...SUBJECTS.map(([, title]) => title), OTHER].flatMap((title) => {
		const groups = bySubject.get(title) ?? [];
		return groups.length === 0 ? [] : [{ title, inputs: named(groups) }];
	});
}

function titleOf(path: string): string {
	const found = SUBJECTS.filter(([from]) => path === from || path.startsWith(`${from}.`));
	return found.sort(([a], [b]) => b.length - a.length)[0]?.[1] ?? OTHER;
}

/** Items of a list stand together, first to last, numbered in words: "Control plane disk, tier 2". */
function named(groups: readonly (readonly ReportAssumption[])[]): readonly SubjectInput[] {
	const inputs = groups.flatMap((values) =>
		values[0] === undefined ? [] : [{ ...itemOf(values[0]), values }]
	);
	const uses = grouped(inputs, ({ label }) => label);
	const names = grouped(inputs, nameOf);
	const stems = [...new Set(inputs.map(({ stem }) => stem))];
	return stems
		.flatMap((stem) =>
			inputs.filter((input) => input.stem === stem).sort((a, b) => a.number - b.number)
		)
		.map((input) => {
			const { label, path, unit, values } = input;
			const isTold = names.get(nameOf(input))?.length === 1;
			const alone = uses.get(label)?.length === 1;
			return { name: alone ? label : isTold ? nameOf(input) : `${label} (${path})`, unit, values };
		});
}

interface Item extends Pick<ReportAssumption, 'label' | 'path' | 'unit'> {
	/** The path without the number of its item. */
	readonly stem: string;
	readonly number: number;
	/** What an item of its list is called. */
	readonly word: string;
}

function itemOf({ label, path, unit }: ReportAssumption): Item {
	const [, list = '', number = '0'] = /(\w+)s\[(\d{1,4})\]/.exec(path) ?? [];
	return {
		label,
		path,
		unit,
		stem: path.replace(/\[\d{1,4}\]/, ''),
		number: Number(number),
		word: list
	};
}

const nameOf = ({ label, word, number }: Item): string =>
	word === '' ? label : `${label}, ${word} ${number + 1}`;

function grouped<T>(
	all: readonly T[],
	keyOf: (one: T) => string
): ReadonlyMap<string, readonly T[]> {
	const groups = new Map<string, T[]>();
	for (const one of all) {
		const group = groups.get(keyOf(one));
		if (group === undefined) groups.set(keyOf(one), [one]);
		else group.push(one);
	}
	return groups;
}
