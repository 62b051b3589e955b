/** What a file is, found from what it says; its name is never looked at. */
export type Kind =
	| 'fortio'
	| 'k6-handle-summary'
	| 'k6-summary-export'
	| 'k6-machine-readable'
	| 'wrk'
	| 'wrk2'
	| 'nighthawk'
	| 'vegeta'
	| 'hey-csv'
	| 'hey-text'
	| 'prometheus-range'
	| 'kubectl-top'
	| 'pod-metrics'
	| 'kube-json'
	| 'kube-yaml'
	| 'ecs-task-definition'
	| 'ecs-services'
	| 'appmesh-virtual-nodes'
	| 'helm-values'
	| 'unreadable'
	| 'unknown';

export interface Detection {
	readonly kind: Kind;
	/** certain: the format's own marks are there; likely: it only looks like it. */
	readonly confidence: 'certain' | 'likely' | 'none';
	/** What was seen, each a phrase that completes "because it …". */
	readonly reasons: readonly string[];
	/** What to do instead, where the file is recognised but cannot serve. */
	readonly advice?: string | undefined;
}

/** A format that is recognised, and of which another form is needed. */
export function unreadable(reason: string, advice: string): Detection {
	return { kind: 'unreadable', confidence: 'certain', reasons: [reason], advice };
}

export function certain(kind: Kind, ...reasons: readonly string[]): Detection {
	return { kind, confidence: 'certain', reasons };
}

export function likely(kind: Kind, ...reasons: readonly string[]): Detection {
	return { kind, confidence: 'likely', reasons };
}
