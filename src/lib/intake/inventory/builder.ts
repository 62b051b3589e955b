import { quoted, type Parsed, type Problem } from '../parsed.ts';
import { keepNames, type NameMap } from '../sha256.ts';
import { textAt } from '../shape.ts';
import { GroupSum } from './group-sum.ts';
import { injectsByNamespace } from './injection.ts';
import { kindMessage, readingOf } from './kinds.ts';
import { NodeSum } from './node-sum.ts';
import { PartSum } from './part-sum.ts';
import { readPod } from './pod.ts';
import { ServiceSum } from './service-sum.ts';
import { requestsNothing, skipReason, Skips } from './skips.ts';
import { TemplateSum } from './template-sum.ts';
import type { Inventory, KindCount, MeshName, PodFacts } from './types.ts';

const MAX_PROBLEMS = 100;
/** Names remembered to tell repeats; beyond them repeats count again. */
const MAX_OBJECTS = 500_000;

/**
 * Takes the objects of a cluster one by one, from any number of files in any order, and keeps sums.
 * Nothing else of an object stays: 20,000 pods cost what their workloads cost.
 */
export class InventoryBuilder {
	readonly #mapName: NameMap;
	readonly #groups = new Map<string, GroupSum>();
	readonly #parts = new PartSum();
	readonly #nodes = new NodeSum();
	readonly #services: ServiceSum;
	readonly #templates: TemplateSum;
	readonly #skips = new Skips();
	readonly #kinds = new Map<string, { count: number; reading: KindCount['reading'] }>();
	readonly #problems: Problem[] = [];
	readonly #seen = new Set<string>();
	readonly #injecting = new Map<string, MeshName | 'ambient'>();
	#pods = 0;
	#seenPods = 0;
	#twice = 0;
	#hidden = 0;

	constructor(mapName: NameMap = keepNames) {
		this.#mapName = mapName;
		this.#services = new ServiceSum(mapName);
		this.#templates = new TemplateSum(mapName);
	}

	/** Takes one object; `kind` and `apiVersion` stand in where a list states them once for all. */
	add(
		object: unknown,
		listed: { readonly kind?: string; readonly apiVersion?: string } = {}
	): void {
		const kind = textAt(object, 'kind') ?? listed.kind ?? 'Unknown';
		const apiVersion = textAt(object, 'apiVersion') ?? listed.apiVersion ?? 'v1';
		const reading = readingOf(apiVersion, kind);
		if (this.#isRepeated(object, `${kind}.${apiVersion}`)) return;
		this.#count(`${kind} (${apiVersion})`, reading);
		if (reading === 'used') this.#use(object, kind);
		else if (reading !== 'counted')
			this.#note([{ path: quoted(kind), message: kindMessage(apiVersion, kind) }]);
	}

	/** Says what was wrong with an element that could not even be parsed. */
	reject(problem: Problem): void {
		this.#note([problem]);
	}

	#use(object: unknown, kind: string): void {
		if (kind === 'Pod') this.#addPod(object);
		else if (kind === 'Node') this.#check(this.#nodes.addNode(object));
		else if (kind === 'Namespace') this.#addNamespace(object);
		else if (kind === 'Service') this.#services.addService(object);
		else if (kind === 'Sidecar') this.#services.addScope(object);
		else if (kind === 'DestinationRule') this.#services.addDestinationRule(object);
		else if (kind === 'HorizontalPodAutoscaler') this.#templates.addAutoscaler(object);
		else if (['Deployment', 'StatefulSet', 'DaemonSet'].includes(kind))
			this.#check(this.#templates.addWorkload(object, kind));
	}

	#addNamespace(object: unknown): void {
		const mesh = injectsByNamespace(object);
		const name = this.#mapName(textAt(object, 'metadata', 'name') ?? 'unnamed');
		if (mesh) this.#injecting.set(name, mesh);
	}

	/** A template with what its namespace asks for; a mark of its own wins. */
	#injected(facts: PodFacts): PodFacts {
		const mesh = this.#injecting.get(facts.namespace);
		if (mesh === undefined || facts.injects !== undefined) return facts;
		return mesh === 'ambient' ? { ...facts, ambient: true } : { ...facts, injects: mesh };
	}

	#addPod(object: unknown): void {
		this.#seenPods++;
		const pod = readPod({ pod: object, mapName: this.#mapName });
		if (pod.ok) this.#place(pod.value, 1);
		else {
			const name = textAt(object, 'metadata', 'name') ?? 'unnamed';
			this.#skips.add('unreadable', this.#mapName(name));
			this.#note(pod.errors);
		}
	}

	#place(pod: PodFacts, times: number): void {
		const reason = skipReason(pod);
		if (reason !== undefined) this.#skips.add(reason, `${pod.namespace}/${pod.name}`, times);
		if (reason === undefined || reason === 'hostNetwork') {
			this.#nodes.addPod(pod);
			if (pod.role !== 'workload') this.#parts.add(pod, times);
		}
		if (reason !== undefined || pod.role !== 'workload') return;
		if (requestsNothing(pod)) this.#skips.add('noRequests', `${pod.namespace}/${pod.name}`, times);
		this.#pods += times;
		const key = `${pod.namespace}/${pod.workloadKind}/${pod.workload}/${pod.fargate}`;
		const group = this.#groups.get(key) ?? new GroupSum(pod);
		group.add(pod, times);
		this.#groups.set(key, group);
	}

	/** The inventory of all that was taken; manifests stand in for pods only when there are none. */
	finish(): Inventory {
		const templates = this.#templates.finish();
		const basis = this.#seenPods > 0 ? 'pods' : templates.length > 0 ? 'manifests' : 'none';
		if (basis === 'manifests')
			for (const { facts, replicas } of templates)
				if (replicas > 0) this.#place(this.#injected(facts), replicas);
		const groups = [...this.#groups.values()].map((group) => group.finish());
		return {
			basis,
			podsCounted: this.#pods,
			skipped: this.#skips.finish(),
			groups: groups.sort((a, b) => b.pods - a.pods || (a.id < b.id ? -1 : 1)),
			...this.#parts.finish(),
			nodes: this.#nodes.groups(),
			provider: this.#nodes.provider,
			region: this.#nodes.region,
			...this.#services.finish(),
			kinds: [...this.#kinds].map(([kind, count]) => ({ kind, ...count })),
			problems: this.#allProblems(),
			packing: this.#nodes.packing()
		};
	}

	/** The same object in two files, or the same file dropped twice, counts once. */
	#isRepeated(object: unknown, kind: string): boolean {
		const name = textAt(object, 'metadata', 'name');
		if (name === undefined) return false;
		const key = `${kind} ${textAt(object, 'metadata', 'namespace') ?? ''}/${name}`;
		if (this.#seen.has(key)) {
			this.#twice++;
			return true;
		}
		if (this.#seen.size < MAX_OBJECTS) this.#seen.add(key);
		return false;
	}

	#allProblems(): readonly Problem[] {
		const more: Problem[] = [];
		if (this.#hidden > 0)
			more.push({ path: '', message: `${this.#hidden} more problems like these.` });
		if (this.#twice > 0)
			more.push({ path: '', message: `${this.#twice} objects came twice and count once.` });
		return [...this.#problems, ...more];
	}

	#count(kind: string, reading: KindCount['reading']): void {
		const entry = this.#kinds.get(kind) ?? { count: 0, reading };
		entry.count++;
		if (this.#kinds.size < 500) this.#kinds.set(kind, entry);
	}

	#check(outcome: Parsed<unknown>): void {
		if (!outcome.ok) this.#note(outcome.errors);
	}

	#note(problems: readonly Problem[]): void {
		for (const problem of problems) {
			if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
			else this.#hidden++;
		}
	}
}
