import { NAME_CHARS } from '../../plan/text.ts';
import { cleaned, failure, success, type Parsed, type Problem } from '../parsed.ts';
import type { NameMap } from '../sha256.ts';
import { at, listAt, objectAt, textAt } from '../shape.ts';
import { reservedBy } from './reserved.ts';
import { readContainer } from './container.ts';
import { injectsByPod } from './injection.ts';
import { roleOf } from './mesh-marks.ts';
import type { ContainerFacts, PodFacts } from './types.ts';

/** Where a pod is taken from: a running pod, or the template of a workload. */
export interface PodSource {
	/** The object with metadata and spec of the pod. */
	readonly pod: unknown;
	/** Set for a template: the workload that makes the pods. */
	readonly owner?:
		{ readonly kind: string; readonly name: string; readonly namespace: string } | undefined;
	readonly mapName: NameMap;
}

/**
 * Keeps what is needed of a pod and drops the rest: environment, annotations, volumes, secrets and
 * commands are never copied. A figure that cannot be read makes the pod an error, not a 0.
 */
export function readPod({ pod, owner, mapName }: PodSource): Parsed<PodFacts> {
	const namespace = owner?.namespace ?? textAt(pod, 'metadata', 'namespace') ?? 'default';
	const labels = objectAt(pod, 'metadata', 'labels');
	const parent = owner ?? ownerOf(pod);
	const name = mapName(shown(textAt(pod, 'metadata', 'name') ?? parent.name));
	const place = `${mapName(shown(namespace))}/${name}`;
	const errors: Problem[] = [];
	const read = (from: 'containers' | 'initContainers'): ContainerFacts[] =>
		listAt(pod, 'spec', from).flatMap((container) => {
			const facts = readContainer(container, place, from);
			if (!facts.ok) errors.push(...facts.errors);
			return facts.ok ? [facts.value] : [];
		});
	const main = read('containers');
	const init = read('initContainers');
	const reserved = reservedBy({ main, init, spec: at(pod, 'spec'), place });
	if (!reserved.ok) errors.push(...reserved.errors);
	if (main.length === 0 && errors.length === 0)
		return failure(place, `${place} has no containers.`);
	if (errors.length > 0 || !reserved.ok) return { ok: false, errors };
	const containers = [...main, ...init.filter((container) => container.native)];
	return success({
		namespace: mapName(shown(namespace)),
		name,
		workloadKind: parent.kind,
		workload: mapName(shown(parent.name)),
		phase: textAt(pod, 'status', 'phase') ?? '',
		node: textAt(pod, 'spec', 'nodeName'),
		hostNetwork: at(pod, 'spec', 'hostNetwork') === true,
		fargate: textAt(labels, 'eks.amazonaws.com/fargate-profile') !== undefined,
		ambient:
			textAt(labels, 'istio.io/dataplane-mode') === 'ambient' ||
			textAt(pod, 'metadata', 'annotations', 'ambient.istio.io/redirection') === 'enabled',
		injects: injectsByPod(pod),
		...roleOf({ namespace, labels, ownerKind: parent.kind, containers: images(pod) }),
		containers,
		reserved: reserved.value
	});
}

function shown(name: string): string {
	return cleaned(name).slice(0, NAME_CHARS);
}

function images(pod: unknown): { readonly name: string; readonly image: string }[] {
	const running = listAt(pod, 'spec', 'initContainers').filter(
		(container) => textAt(container, 'restartPolicy') === 'Always'
	);
	return [...listAt(pod, 'spec', 'containers'), ...running].map((container) => ({
		name: textAt(container, 'name') ?? '',
		image: textAt(container, 'image') ?? ''
	}));
}

/** The workload a pod belongs to: its controller, a ReplicaSet's Deployment, a Job's CronJob. */
function ownerOf(pod: unknown): { readonly kind: string; readonly name: string } {
	const owners = listAt(pod, 'metadata', 'ownerReferences');
	const owner = owners.find((one) => at(one, 'controller') === true) ?? owners[0];
	const kind = textAt(owner, 'kind');
	const name = textAt(owner, 'name');
	if (kind === undefined || name === undefined)
		return { kind: 'Pod', name: textAt(pod, 'metadata', 'name') ?? 'unnamed' };
	if (kind === 'Job') return { kind, name: name.replace(/-\d{6,12}$/, '') };
	if (kind !== 'ReplicaSet') return { kind, name };
	const hash = textAt(pod, 'metadata', 'labels', 'pod-template-hash');
	const suffix = hash === undefined ? /-[a-z0-9]{6,10}$/.exec(name)?.[0] : `-${hash}`;
	if (suffix === undefined || !name.endsWith(suffix)) return { kind, name };
	return { kind: 'Deployment', name: name.slice(0, -suffix.length) };
}
