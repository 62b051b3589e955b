const FILLER = 'x'.repeat(800);

/**
 * Pod `index` of about 1.6 KB as kubectl prints it: it asks (100 + index mod 7) m and 64 + index mod 5 Mi
 * beside a sidecar of 10 m and 40 Mi; every 50th has ended.
 */
export function podText(index: number): string {
	const workload = `app-${index % 400}`;
	return JSON.stringify({
		apiVersion: 'v1',
		kind: 'Pod',
		metadata: {
			name: `${workload}-6d4b75cb6d-${index}`,
			namespace: `team-${index % 40}`,
			labels: { app: workload, 'pod-template-hash': '6d4b75cb6d' },
			annotations: { note: `brackets ]}[{ and \\"quotes\\" ${FILLER}` },
			ownerReferences: [{ kind: 'ReplicaSet', name: `${workload}-6d4b75cb6d`, controller: true }]
		},
		spec: {
			nodeName: `node-${index % 500}`,
			containers: [
				{
					name: 'app',
					image: 'a:1',
					env: [{ name: 'A', value: FILLER.slice(0, 200) }],
					resources: {
						requests: { cpu: `${100 + (index % 7)}m`, memory: `${64 + (index % 5)}Mi` }
					}
				},
				{
					name: 'istio-proxy',
					image: 'proxyv2',
					resources: { requests: { cpu: '10m', memory: '40Mi' } }
				}
			]
		},
		status: { phase: index % 50 === 0 ? 'Succeeded' : 'Running' }
	});
}

/** `kubectl get pods -A -o json` of so many pods. */
export function manyPods(count: number): string {
	const pods = Array.from({ length: count }, (_, index) => podText(index)).join(',');
	return `{"apiVersion":"v1","items":[${pods}],"kind":"List","metadata":{"resourceVersion":""}}`;
}

/** What a plain count over the same pods gives: milli-cores and MiB of those that run. */
export function recount(count: number): {
	readonly running: number;
	readonly milliCpu: number;
	readonly memMiB: number;
} {
	let [running, milliCpu, memMiB] = [0, 0, 0];
	for (let index = 0; index < count; index++) {
		if (index % 50 === 0) continue;
		running++;
		milliCpu += 100 + (index % 7);
		memMiB += 64 + (index % 5);
	}
	return { running, milliCpu, memMiB };
}
