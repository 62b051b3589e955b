import { describe, expect, it } from 'vitest';
import { detect } from './detect.ts';

const kinds: readonly (readonly [string, string, string])[] = [
	['fortio', 'Fortio', '{"RunType":"HTTP","RequestedQPS":"100","DurationHistogram":{"Count":1}}'],
	['k6-handle-summary', 'k6', '{"metrics":{"http_reqs":{"type":"counter","values":{"count":3}}}}'],
	['k6-summary-export', 'k6', '{"metrics":{"http_reqs":{"count":3,"rate":1.5}},"root_group":{}}'],
	[
		'k6-machine-readable',
		'k6',
		'{"config":{"duration":3},"results":{"metrics":[{"name":"http_reqs","contains":"default"}]}}'
	],
	['nighthawk', 'Nighthawk', '{"options":{},"results":[{"name":"global","statistics":[]}]}'],
	['vegeta', 'vegeta', '{"latencies":{"mean":1},"requests":2,"status_codes":{"200":2}}'],
	['prometheus-range', 'Prometheus', '{"status":"success","data":{"resultType":"matrix"}}'],
	['pod-metrics', 'metrics API', '{"kind":"PodMetricsList","apiVersion":"metrics.k8s.io/v1beta1"}'],
	['kube-json', 'kubectl', '{"apiVersion":"v1","items":[{"apiVersion":"v1","kind":"Pod"}]'],
	['kube-json', 'kubectl', '[{"apiVersion":"v1","kind":"Pod"}]'],
	['ecs-task-definition', 'aws', '{"taskDefinition":{"containerDefinitions":[]}}'],
	['ecs-services', 'aws', '{"services":[{"serviceName":"a","taskDefinition":"b"}]}'],
	['appmesh-virtual-nodes', 'aws', '{"virtualNodes":[{"virtualNodeName":"a"}]}'],
	['helm-values', 'istio', '{"global":{"proxy":{"resources":{}}}}'],
	['kube-yaml', 'kubectl', '# deployed\napiVersion: v1\nkind: Service\nmetadata:\n  name: a\n'],
	['helm-values', 'istio', 'global:\n  proxy:\n    resources: {}\n'],
	['helm-values', 'linkerd', 'controllerReplicas: 3\nproxy:\n  cores: 1\n'],
	['helm-values', 'consul', 'global:\n  datacenter: dc1\nserver:\n  replicas: 3\n'],
	['helm-values', 'App Mesh', 'region: eu-west-1\nsidecar:\n  resources:\n    requests: {}\n'],
	['meshup-plan', 'MeshUp', '{"version":1,"name":"Mine","workload":{"pods":120}}'],
	['meshup-plan', 'somebody', 'workload:\n  pods: 120\nplatform:\n  cloud: gcp\n'],
	['meshup-plan', 'the address bar', 'https://meshup.example/#s=1.abc'],
	[
		'meshup-report',
		'MeshUp',
		'{"version":1,"modelVersion":"1","dataVersion":"2","plan":{},"options":['
	],
	['meshup-record', 'a script', '{"time":{"months":36},"workload":{},"node":{},"mesh":{}}'],
	[
		'meshup-rates',
		'a bank',
		'{"base":"EUR","date":"2026-11-20","source":"Bank","rates":{"USD":"1.1"}}'
	],
	['meshup-rates', 'a table', 'base,date,source,currency,rate\nEUR,2026-11-20,Bank,USD,1.1\n'],
	['hey-csv', 'hey', 'response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read\n'],
	['kubectl-top', 'kubectl', 'POD   NAME   CPU(cores)   MEMORY(bytes)\n'],
	['kubectl-top', 'kubectl', 'NAMESPACE   POD   NAME   CPU(cores)   MEMORY(bytes)\n'],
	['kubectl-top', 'kubectl', 'shop   web-1   istio-proxy   4m   51Mi\n']
];

describe('detect', () => {
	it.each(kinds)('finds %s in what %s writes: %s', (kind, _tool, text) => {
		expect(detect(text).kind).toBe(kind);
		expect(detect(text).reasons.length).toBeGreaterThan(0);
	});

	it('tells wrk2 from wrk by its corrected latency record', () => {
		const wrk = '  Thread Stats   Avg\n  Latency Distribution\nRequests/sec:   10.00\n';
		expect(detect(wrk).kind).toBe('wrk');
		expect(detect(`${wrk}  Detailed Percentile spectrum:\n`).kind).toBe('wrk2');
	});

	it('says what to run instead for 6 near misses', () => {
		const near = [
			'{"status":"success","data":{"resultType":"vector","result":[]}}',
			'{"serviceArns":["arn:aws:ecs:eu-west-1:1:service/a"]}',
			'Requests      [total, rate, throughput]         1, 1.00, 1.00\n',
			'NAME      READY   STATUS    RESTARTS   AGE\n',
			'NAME       CPU(cores)   MEMORY(bytes)\n',
			'\0\0\0PK'
		];
		for (const text of near) {
			expect(detect(text).kind).toBe('unreadable');
			expect(detect(text).advice).toMatch(/^(Ask|Run|Add|Give) /);
		}
	});

	it('does not guess: prose, an empty file and foreign JSON are unknown', () => {
		for (const text of ['', ' \n', 'Dear all, the mesh is slow.', '{"hello": "world"}', '[[[1]]]'])
			expect(detect(text)).toMatchObject({ kind: 'unknown', confidence: 'none' });
	});

	it('sees through a byte order mark and through a file cut off after 40 characters', () => {
		expect(detect('\uFEFF{"taskDefinition":{"containerDefinitions":[{"na').kind).toBe(
			'ecs-task-definition'
		);
	});
});
