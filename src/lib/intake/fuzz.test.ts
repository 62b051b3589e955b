import { beforeAll, describe, expect, it } from 'vitest';
import { fixture } from '../../../tests/intake/fixture.ts';
import { mutate, type Random } from '../../../tests/intake/mutate.ts';
import { readFiles } from './intake.ts';
import { textFile } from './source-file.ts';

const MUTATIONS = 10_000;
/** Milliseconds a KB of input may take. */
const MS_PER_KB = 50;

const SEEDS: readonly (readonly [format: string, text: string])[] = [
	['Fortio', oneOf('fortio-1.3.json', 'DurationHistogram', 'Data')],
	['k6 handleSummary', compact('k6-handle-summary.json')],
	['k6 summary export', compact('k6-summary-export.json')],
	['k6 machine-readable', compact('k6-machine-readable.json')],
	['Nighthawk', compact('nighthawk-old.json')],
	['vegeta', compact('vegeta-12.8.json')],
	['Prometheus', compact('prometheus-gaps.json')],
	['PodMetrics', compact('pod-metrics.json')],
	['kubectl get pods', someItems('pods.json', 2, 4)],
	['kubectl get nodes', someItems('nodes.json', 0, 1)],
	['ECS task definition', compact('ecs-task-worker.json')],
	['ECS services', compact('ecs-services.json')],
	['App Mesh', compact('appmesh-virtual-nodes.json')],
	['wrk', fixture('real-wrk-direct.txt')],
	['wrk2', fixture('wrk2.txt')],
	['hey CSV', fixture('real-hey.csv').slice(0, 900)],
	['hey text', fixture('real-hey-direct-100.txt')],
	['kubectl top', fixture('kubectl-top.txt')],
	['kubectl -o yaml', lastService()],
	['Helm values', fixture('helm-consul.yaml')]
];

function compact(name: string): string {
	return JSON.stringify(JSON.parse(fixture(name)));
}

// Seeds hold each thing once: an edit then hits something new more often, and a run costs less.
function someItems(name: string, from: number, to: number): string {
	const list: { items: unknown[] } = JSON.parse(fixture(name));
	return JSON.stringify({ ...list, items: list.items.slice(from, to) });
}

/** A result whose list at `outer.inner` keeps its first element. */
function oneOf(name: string, outer: string, inner: string): string {
	const result: Record<string, Record<string, unknown[]>> = JSON.parse(fixture(name));
	const own = result[outer] ?? {};
	return JSON.stringify({ ...result, [outer]: { ...own, [inner]: own[inner]?.slice(0, 1) } });
}

/** The list in YAML with its second service, whose annotation looks like another element. */
function lastService(): string {
	const text = fixture('services-list.yaml');
	const [first = 0, second = 0] = [...text.matchAll(/^ {2}- /gm)].map(({ index }) => index);
	return text.slice(0, first) + text.slice(second);
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

/** Traces of faults that are caught and told cost more than what is tested here. */
beforeAll(() => {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	return () => {
		Error.stackTraceLimit = stackTraceLimit;
	};
});

/** The least of three tries, as another process may have had the processor in one. */
async function steady(text: string): Promise<number> {
	return Math.min(await milliseconds(text), await milliseconds(text), await milliseconds(text));
}

describe.each(SEEDS)('%s', (format, text) => {
	it(`takes ${MUTATIONS} mutations without an exception, a slow one or a changed prototype`, async () => {
		const before = Object.getOwnPropertyNames(Object.prototype).join();
		const slow: string[] = [];
		const seen = new Set<string>();
		for (let seed = 1; seed <= MUTATIONS; seed++) {
			const mutant = mutate(text, random(seed));
			if (seen.has(mutant)) continue; // An edit may change nothing, or two the same.
			seen.add(mutant);
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
