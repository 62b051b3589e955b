import { LABELS } from './mesh-labels.ts';

/** A row of the Prices page from the mesh files, people, benefits or companions. */
export interface MeshRow {
	/** Unique: file, then path, such as `istio/istio-sidecar.proxy.c1`. */
	readonly id: string;
	readonly group: 'mesh' | 'people' | 'benefits' | 'companion';
	readonly label: string;
	/** The value as it stands, or the centre of a range; absent where a range has none. */
	readonly amount?: string;
	readonly low?: string;
	readonly high?: string;
	readonly unit: string;
	readonly method: string;
	readonly grade: string;
	/** Keys into the sources of the same group of files, first the main one. */
	readonly sources: readonly string[];
	readonly asOf: string;
	readonly observations: readonly string[];
	/** Why an assumed figure is what it is, how a derived one came about, what else to know. */
	readonly why: string;
	/** Set where there is no figure: `why` has the reason. */
	readonly missing?: string;
}

interface Said {
	readonly method: string;
	readonly grade: string;
	readonly sources: readonly string[];
	readonly asOf: string;
	readonly why: string;
}

export interface Place {
	readonly id: string;
	readonly group: MeshRow['group'];
	readonly label: string;
}

interface Spot extends Place {
	readonly key: string;
	readonly parent: string;
	readonly said: Said | undefined;
}

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((it) => typeof it === 'string') : [];

/** Units of amounts that stand in a table, by the table and the column. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	tiers: {
		maxConn: 'connection/plane',
		pods: 'pod/plane',
		cpu: 'core/plane',
		memMiB: 'MiB/plane',
		diskGiB: 'GiB/plane',
		maxNodes: 'node',
		clients: 'connection'
	},
	steps: {
		aboveReceivedRps: 'request/s',
		aboveServices: 'service',
		aboveTasks: 'pod',
		cpu: 'core/pod',
		memMiB: 'MiB/pod'
	},
	default: { replicas: 'pod', cpuReq: 'core/pod', memReqMiB: 'MiB/pod' },
	ha: { replicas: 'pod', cpuReq: 'core/pod', memReqMiB: 'MiB/pod' }
};

function columnUnit(parent: string, key: string): string | undefined {
	return parent === 'features' ? '1' : COLUMNS[parent]?.[key];
}

function saidBy(node: Node, around: Said | undefined): Said | undefined {
	const sources = [...texts(node['sources']), ...texts([node['source']])];
	const method = text(node['method']) || (around?.method ?? '');
	if (method === '') return around;
	const why = ['reason', 'derivation', 'note'].map((key) => text(node[key])).filter(Boolean);
	return {
		method,
		grade: text(node['grade']) || (around?.grade ?? ''),
		sources: sources.length > 0 ? sources : (around?.sources ?? []),
		asOf: text(node['asOf']) || (around?.asOf ?? ''),
		why: why.length > 0 ? why.join(' ') : (around?.why ?? '')
	};
}

const DECIMAL = /^-?\d+(\.\d+)?$/;
const NOTHING: Said = { method: 'published', grade: 'A', sources: [], asOf: '', why: '' };

function row(spot: Spot, said: Said, node: Node): MeshRow {
	const own = LABELS[spot.key] ?? (text(node['label']) || spot.key);
	const optional = {
		...(text(node['amount']) || text(node['central'])
			? { amount: text(node['amount']) || text(node['central']) }
			: {}),
		...(text(node['low']) === '' ? {} : { low: text(node['low']) }),
		...(text(node['high']) === '' ? {} : { high: text(node['high']) }),
		...(text(node['missing']) === '' ? {} : { missing: text(node['missing']) })
	};
	return {
		id: spot.id,
		group: spot.group,
		label: `${spot.label}: ${own}`,
		unit: text(node['unit']) || '1',
		observations: texts(node['observations']),
		...said,
		...optional
	};
}

const isFigure = (node: Node): boolean =>
	'unit' in node && ('amount' in node || 'low' in node || 'missing' in node);

function* children(node: Node, spot: Spot, said: Said | undefined): Generator<MeshRow> {
	for (const [key, value] of Object.entries(node)) {
		const list = Array.isArray(node);
		const name = list && isNode(value) ? text(value['id']) || key : key;
		const next: Spot = {
			...spot,
			id: `${spot.id}.${name.replaceAll(' ', '-')}`,
			parent: list ? spot.parent : spot.key,
			key: list ? spot.key : key,
			said
		};
		const unit = columnUnit(list ? '' : spot.key, key);
		if (unit !== undefined && DECIMAL.test(text(value))) {
			yield row(next, said ?? NOTHING, { amount: text(value), unit });
		} else if (isNode(value)) {
			yield* rowsOf(value, next);
		}
	}
}

/** Every figure, range and gap inside a value, with the words and sources that apply to it. */
function* rowsOf(node: Node, spot: Spot): Generator<MeshRow> {
	const said = saidBy(node, spot.said);
	if (isFigure(node) || ('missing' in node && 'reason' in node)) {
		const why = text(node['reason']);
		yield row(spot, said ?? { ...NOTHING, why }, node);
		return;
	}
	yield* children(node, spot, said);
}

/** Rows of one part of a file. `place` names it; ids grow from there. */
export function* rowsIn(value: unknown, place: Place): Generator<MeshRow> {
	if (!isNode(value)) return;
	const key = place.id.split(/[./]/).at(-1) ?? '';
	yield* rowsOf(value, { ...place, key, parent: '', said: undefined });
}
