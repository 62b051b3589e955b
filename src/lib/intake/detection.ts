import type { DocumentKind } from '../plan/document.ts';

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
	| 'meshup-plan'
	| 'meshup-report'
	| 'meshup-record'
	| 'meshup-rates'
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

/** What MeshUp itself writes or reads: it is opened, not imported. */
export function ownDocument(kind: DocumentKind): Detection {
	return {
		kind: `meshup-${kind}`,
		confidence: 'certain',
		reasons: [OWN[kind]],
		advice: kind === 'record' ? 'It is for meshup model.' : 'It is opened, not imported.'
	};
}

const OWN: Readonly<Record<DocumentKind, string>> = {
	plan: 'is a plan of MeshUp',
	report: 'is a report of MeshUp, with its plan',
	record: 'is an input record of the model',
	rates: 'holds exchange rates'
};

export function certain(kind: Kind, ...reasons: readonly string[]): Detection {
	return { kind, confidence: 'certain', reasons };
}

export function likely(kind: Kind, ...reasons: readonly string[]): Detection {
	return { kind, confidence: 'likely', reasons };
}
