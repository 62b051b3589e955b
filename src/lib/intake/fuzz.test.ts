import { describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { mutate, type Random } from '../../../tests/intake/mutate.ts';
import { readFiles } from './intake.ts';
import { textFile } from './source-file.ts';

const MUTATIONS = 10_000;
/** Milliseconds a KB of input may take. */
const MS_PER_KB = 50;

const SEEDS: readonly (readonly [format: string, text: string])[] = [
	['Fortio', compact('fortio-1.3.json')],
	['k6 handleSummary', compact('k6-handle-summary.json')],
	['k6 summary export', compact('k6-summary-export.json')],
	['k6 machine-readable', compact('k6-machine-readable.json')],
	['Nighthawk', compact('nighthawk-old.json')],
	['vegeta', compact('vegeta-12.8.json')],
	['Prometheus', compact('prometheus-gaps.json')],
	['PodMetrics', compact('pod-metrics.json')],
	['kubectl get pods', somePods(3)],
	['kubectl get nodes', compact('nodes.json')],
	['ECS task definition', compact('ecs-task-worker.json')],
	['ECS services', compact('ecs-services.json')],
	['App Mesh', compact('appmesh-virtual-nodes.json')],
	['wrk', fixture('real-wrk-direct.txt')],
	['wrk2', fixture('wrk2.txt')],
	['hey CSV', fixture('real-hey.csv').slice(0, 900)],
	['hey text', fixture('real-hey-direct-100.txt')],
	['kubectl top', fixture('kubectl-top.txt')],
	['kubectl -o yaml', fixture('services-list.yaml')],
	['Helm values', fixture('helm-consul.yaml')]
];

function compact(name: string): string {
	return JSON.stringify(JSON.parse(fixture(name)));
}

function somePods(count: number): string {
	const list: { items: unknown[] } = JSON.parse(fixture('pods.json'));
	return JSON.stringify({ ...list, items: list.items.slice(0, count) });
}

/** xorshift32, so that a failure names the seed that repeats it. */
function random(seed: number): Random {
	let state = (seed * 2_654_435_761) >>> 0 || 1;
	return (below) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % below;
	};
}

async function milliseconds(text: string): Promise<number> {
	const before = performance.now();
	const result = await readFiles([textFile('fuzz', text)]);
	const taken = performance.now() - before;
	for (const run of result.runs)
		for (const figure of [run.achievedRps, run.meanMs, run.errors, ...Object.values(run.latencyMs)])
			if (figure !== undefined && !(figure >= 0 && figure < Infinity)) throw new Error(`${figure}`);
	for (const { app, pods } of result.inventory.groups)
		if (!Number.isFinite((app.cpu ?? 0) + (app.memMiB ?? 0) + pods)) throw new Error('not finite');
	return taken;
}

/** The least of three tries, as another process may have had the processor in one. */
async function steady(text: string): Promise<number> {
	return Math.min(await milliseconds(text), await milliseconds(text), await milliseconds(text));
}

describe.each(SEEDS)('%s', (format, text) => {
	it(`takes ${MUTATIONS} mutations without an exception, a slow one or a changed prototype`, async () => {
		const before = Object.getOwnPropertyNames(Object.prototype).join();
		const slow: string[] = [];
		for (let seed = 1; seed <= MUTATIONS; seed++) {
			const mutant = mutate(text, random(seed));
			const allowed = MS_PER_KB * Math.max(1, mutant.length / 1024);
			const taken = await milliseconds(mutant).catch((fault: unknown) => {
				throw new Error(`${format}, seed ${seed}: ${String(fault)}`, { cause: fault });
			});
			if (taken > allowed && (await steady(mutant)) > allowed) slow.push(`seed ${seed}`);
		}
		expect(slow).toEqual([]);
		expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(before);
		expect('polluted' in {}).toBe(false);
	}, 120_000);
});
