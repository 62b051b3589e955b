import { success, type Parsed } from '../parsed.ts';
import type { NameMap } from '../sha256.ts';
import { at, numberAt, textAt } from '../shape.ts';
import { readPod } from './pod.ts';
import type { PodFacts } from './types.ts';

/** A workload that manifests ask for, with its number of pods. */
export interface Template {
	readonly facts: PodFacts;
	readonly replicas: number;
}

/** Gathers Deployments, StatefulSets and autoscalers: what should run, when no pods are at hand. */
export class TemplateSum {
	readonly #templates = new Map<string, Template & { readonly stated: boolean }>();
	readonly #floors = new Map<string, number>();
	readonly #mapName: NameMap;

	constructor(mapName: NameMap) {
		this.#mapName = mapName;
	}

	/** Takes a Deployment, StatefulSet or DaemonSet; replicas default to 1, as in Kubernetes. */
	addWorkload(object: unknown, kind: string): Parsed<undefined> {
		const owner = nameOf(object, kind);
		const pod = at(object, 'spec', 'template');
		const facts = readPod({ pod, owner, mapName: this.#mapName });
		if (!facts.ok) return facts;
		const replicas = numberAt(object, 'spec', 'replicas');
		const key = `${kind}/${owner.namespace}/${owner.name}`;
		this.#templates.set(key, {
			facts: facts.value,
			replicas: Math.max(0, Math.round(replicas ?? 1)),
			stated: replicas !== undefined
		});
		return success(undefined);
	}

	/** Takes a HorizontalPodAutoscaler: now running, else its minimum, stands for absent replicas. */
	addAutoscaler(object: unknown): void {
		const { namespace } = nameOf(object, '');
		const kind = textAt(object, 'spec', 'scaleTargetRef', 'kind') ?? '';
		const name = textAt(object, 'spec', 'scaleTargetRef', 'name') ?? '';
		const pods =
			numberAt(object, 'status', 'currentReplicas') || numberAt(object, 'spec', 'minReplicas');
		this.#floors.set(`${kind}/${namespace}/${name}`, Math.max(1, Math.round(pods ?? 1)));
	}

	finish(): readonly Template[] {
		return [...this.#templates].map(([key, { facts, replicas, stated }]) => {
			const floor = this.#floors.get(key);
			return { facts, replicas: stated || floor === undefined ? replicas : floor };
		});
	}
}

function nameOf(
	object: unknown,
	kind: string
): { readonly kind: string; readonly name: string; readonly namespace: string } {
	return {
		kind,
		name: textAt(object, 'metadata', 'name') ?? 'unnamed',
		namespace: textAt(object, 'metadata', 'namespace') ?? 'default'
	};
}
