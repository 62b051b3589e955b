import type { Missing, Problem } from '../parsed.ts';

export type MeshName = 'istio' | 'linkerd' | 'consul' | 'app-mesh' | 'other';

/** What a pod is for; only 'workload' and 'gateway' may carry a user's traffic. */
export type Role =
	'workload' | 'daemon' | 'control-plane' | 'ztunnel' | 'waypoint' | 'gateway' | 'node-agent';

/** Cores and MiB; an absent one is not set, which is not 0. */
export interface Resources {
	readonly cpu?: number | undefined;
	readonly memMiB?: number | undefined;
}

export interface ContainerFacts {
	readonly name: string;
	/** Mesh whose proxy it is; absent for an application container. */
	readonly mesh?: MeshName | undefined;
	/** An init container that keeps running (restartPolicy Always). */
	readonly native: boolean;
	readonly requests: Resources;
	readonly limits: Resources;
}

/** All that is kept of a pod or a pod template. */
export interface PodFacts {
	readonly namespace: string;
	readonly name: string;
	readonly workloadKind: string;
	readonly workload: string;
	readonly phase: string;
	readonly node?: string | undefined;
	readonly hostNetwork: boolean;
	readonly fargate: boolean;
	/** Traffic is taken by a node tunnel. */
	readonly ambient: boolean;
	/** Mesh asked to inject its proxy, by label or annotation. */
	readonly injects?: MeshName | undefined;
	readonly role: Role;
	/** Mesh of a role other than workload and daemon. */
	readonly mesh?: MeshName | undefined;
	readonly containers: readonly ContainerFacts[];
	/** What the scheduler reserves: containers, native sidecars, init peak, overhead. */
	readonly reserved: Resources;
}

/** Pods of one workload, means over its pods. */
export interface Group {
	readonly id: string;
	readonly namespace: string;
	readonly workload: string;
	readonly workloadKind: string;
	readonly pods: number;
	readonly runtime: 'k8s' | 'fargate';
	readonly app: Resources;
	readonly appLimits: Resources;
	readonly podsWithoutRequests: number;
	readonly proxy?: ProxyFacts | undefined;
	readonly ambientPods: number;
	/** Mesh that will inject a proxy into pods made from this template, where marks say so. */
	readonly injects?: MeshName | undefined;
}

export interface ProxyFacts {
	readonly mesh: MeshName;
	readonly pods: number;
	readonly nativePods: number;
	readonly requests: Resources;
	readonly limits: Resources;
	/** Pods whose proxy has no CPU or no memory request. */
	readonly podsWithoutRequests: number;
}

/** A part of a mesh that runs beside the workloads. */
export interface MeshPart {
	readonly mesh: MeshName;
	readonly role: Exclude<Role, 'workload' | 'daemon'>;
	readonly workload: string;
	readonly pods: number;
	/** Sum over its pods. */
	readonly requests: Resources;
}

export interface NodeGroup {
	readonly type: string;
	readonly zone: string;
	readonly count: number;
	readonly cpu: number;
	readonly memMiB: number;
	readonly maxPods: number;
	/** Whole machine, before reservations. */
	readonly vcpu: number;
	readonly memGiB: number;
}

export type SkipReason = 'finished' | 'hostNetwork' | 'notRunning' | 'noRequests' | 'unreadable';

/** Pods of one reason: those set aside, or (noRequests) counted with nothing reserved. */
export interface Skipped {
	readonly reason: SkipReason;
	readonly count: number;
	readonly examples: readonly string[];
	readonly meaning: string;
}

/** Objects of one kind. */
export interface KindCount {
	readonly kind: string;
	readonly count: number;
	readonly reading: 'used' | 'counted' | 'unknown-kind' | 'no-such-kind';
}

/** A figure worked out from the files, with what it was worked out from. */
export interface Derived {
	readonly value: number;
	readonly from: string;
}

export interface Inventory {
	/** Whence the pod numbers are: pods that run, or what manifests ask for. */
	readonly basis: 'pods' | 'manifests' | 'tasks' | 'none';
	readonly podsCounted: number;
	readonly skipped: readonly Skipped[];
	readonly groups: readonly Group[];
	readonly meshParts: readonly MeshPart[];
	/** Requests of DaemonSet pods over all nodes. */
	readonly daemons: { readonly pods: number; readonly requests: Resources };
	readonly nodes: readonly NodeGroup[];
	readonly provider?: 'eks' | 'gke' | 'aks' | undefined;
	readonly region?: string | undefined;
	/** Services and their ports; absent when no Service was read. */
	readonly services?: ServiceFacts | undefined;
	readonly scopes: readonly Scope[];
	readonly kinds: readonly KindCount[];
	readonly problems: readonly Problem[];
	readonly packing: Derived | Missing;
}

export interface ServiceFacts {
	readonly count: number;
	readonly ports: number;
	/** Subsets of DestinationRules by service, summed. */
	readonly subsets: number;
	readonly byNamespace: ReadonlyMap<string, number>;
}

/** One Istio Sidecar: which services proxies of a namespace see. */
export interface Scope {
	readonly namespace: string;
	readonly hosts: readonly string[];
	/** True when it holds for the whole namespace. */
	readonly wholeNamespace: boolean;
	/** True in the root namespace: rules every namespace without its own. */
	readonly meshWide: boolean;
}
