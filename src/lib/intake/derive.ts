import type { Derived, Inventory, Scope } from './inventory/types.ts';
import { notMeasured, type Missing } from './parsed.ts';
import type { Series } from './prometheus.ts';
import { isProxyContainer, type ContainerUse } from './usage.ts';

/**
 * Peak over mean (κ, `model.md` §20): the 99th percentile of the summed rate over its mean. The
 * series should be 5-minute rates over days; the answer says over how much time they run.
 */
export function peakFactor(series: readonly Series[]): Derived | Missing {
	const sums = new Map<number, number>();
	for (const one of series)
		one.times.forEach((time, index) => {
			sums.set(time, (sums.get(time) ?? 0) + (one.values[index] ?? 0));
		});
	const rates = Float64Array.from(sums.values()).sort();
	if (rates.length < 100)
		return notMeasured(`${rates.length} moments are too few for a 99th percentile: give 100.`);
	const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
	if (mean <= 0) return notMeasured('The rate is 0 all the time.');
	const times = [...sums.keys()];
	const hours = (times.reduce(later, 0) - times.reduce(earlier, Infinity)) / 3600;
	const p99 = quantile(rates, 0.99);
	return {
		value: Math.max(1, p99 / mean),
		from:
			`99th percentile ${p99.toPrecision(4)} over mean ${mean.toPrecision(4)} of ${series.length} ` +
			`summed series, ${rates.length} moments in ${hours.toFixed(1)} hours`
	};
}

function later(a: number, b: number): number {
	return Math.max(a, b);
}

function earlier(a: number, b: number): number {
	return Math.min(a, b);
}

/** Linear quantile (type 7) of sorted values. */
function quantile(sorted: Float64Array, q: number): number {
	const place = (sorted.length - 1) * q;
	const low = sorted[Math.floor(place)] ?? 0;
	const high = sorted[Math.ceil(place)] ?? low;
	return low + (high - low) * (place - Math.floor(place));
}

/**
 * Services a proxy sees, where Istio Sidecars limit it: the mean over the namespaces that hold
 * services, each by the Sidecar that rules it; a namespace without one sees all.
 */
export function visibleServices(inventory: Inventory): Derived | Missing {
	const { services, scopes } = inventory;
	if (!services || services.count === 0)
		return notMeasured('No services among the files: add kubectl get services.');
	const scoped = scopes.filter((scope) => scope.wholeNamespace);
	if (scoped.length === 0)
		return {
			value: services.count,
			from: `All ${services.count} services: no Sidecar limits them`
		};
	const weights = podsByNamespace(inventory);
	let seen = 0;
	let weight = 0;
	for (const namespace of services.byNamespace.keys()) {
		const own = weights.get(namespace) ?? (weights.size > 0 ? 0 : 1);
		seen += own * countVisible(namespace, scoped, services.byNamespace);
		weight += own;
	}
	if (weight === 0) return notMeasured('No pod runs in a namespace that holds services.');
	return {
		value: Math.round(seen / weight),
		from:
			`${scoped.length} Sidecars over ${services.byNamespace.size} namespaces, mean of ` +
			`${(seen / weight).toFixed(1)} of ${services.count} services` +
			(weights.size > 0 ? ', weighted by pods' : '')
	};
}

function podsByNamespace({ groups }: Inventory): ReadonlyMap<string, number> {
	const pods = new Map<string, number>();
	for (const group of groups)
		pods.set(group.namespace, (pods.get(group.namespace) ?? 0) + group.pods);
	return pods;
}

function countVisible(
	namespace: string,
	scopes: readonly Scope[],
	services: ReadonlyMap<string, number>
): number {
	const all = [...services.values()].reduce((sum, count) => sum + count, 0);
	const scope =
		scopes.find((one) => one.namespace === namespace) ?? scopes.find((one) => one.meshWide);
	if (!scope) return all;
	let seen = 0;
	for (const [other, count] of services) {
		const hosts = scope.hosts.filter((host) => reaches(host, other, namespace));
		seen += hosts.some((host) => host.endsWith('/*')) ? count : Math.min(count, hosts.length);
	}
	return seen;
}

function reaches(host: string, namespace: string, from: string): boolean {
	const target = host.slice(0, host.indexOf('/'));
	if (target === '~') return false;
	return target === '*' || target === namespace || (target === '.' && namespace === from);
}

/** Clusters an Envoy holds for a service (χ): ports × (1 + subsets), by their means. */
export function clustersPerService({ services }: Inventory): Derived | Missing {
	if (!services || services.count === 0)
		return notMeasured('No services among the files: add kubectl get services.');
	const ports = services.ports / services.count;
	const subsets = services.subsets / services.count;
	return {
		value: Math.max(1, ports * (1 + subsets)),
		from: `${services.ports} ports and ${services.subsets} subsets of ${services.count} services`
	};
}

/** Requested over used, for CPU and memory, of proxies or of all else. */
export interface RequestsToUse {
	readonly cpu: Derived | Missing;
	readonly memory: Derived | Missing;
}

/** Compares what groups request with what kubectl top or the metrics API saw them use. */
export function requestsToUse(
	inventory: Inventory,
	uses: readonly ContainerUse[],
	of: 'proxies' | 'applications'
): RequestsToUse {
	const own = uses.filter((use) => isProxyContainer(use.container) === (of === 'proxies'));
	const seen = new Set(uses.map((use) => use.namespace));
	const requested = { cpu: 0, memMiB: 0 };
	for (const group of inventory.groups) {
		// Use seen in one namespace says nothing of the requests of another.
		if (!seen.has(undefined) && !seen.has(group.namespace)) continue;
		const block = of === 'proxies' ? group.proxy?.requests : group.app;
		const pods = of === 'proxies' ? (group.proxy?.pods ?? 0) : group.pods;
		requested.cpu += (block?.cpu ?? 0) * pods;
		requested.memMiB += (block?.memMiB ?? 0) * pods;
	}
	const ratio = (figure: 'cpu' | 'memMiB'): Derived | Missing => {
		const unit = figure === 'cpu' ? 'cores' : 'MiB';
		const used = own.reduce(
			(sum, use) => sum + (use[figure === 'cpu' ? 'cpuCores' : 'memMiB'] ?? 0),
			0
		);
		if (used <= 0)
			return notMeasured(`No use of ${of} was seen: add kubectl top pods --containers.`);
		if (requested[figure] <= 0) return notMeasured(`The ${of} request none.`);
		return {
			value: requested[figure] / used,
			from:
				`${requested[figure].toPrecision(4)} ${unit} requested over ${used.toPrecision(4)} used by ` +
				`${own.length} containers`
		};
	};
	return { cpu: ratio('cpu'), memory: ratio('memMiB') };
}
