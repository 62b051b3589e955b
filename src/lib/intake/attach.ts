import { meanBetween, type Series, type Window } from './prometheus.ts';
import type { Component, Run } from './run.ts';
import { isProxyContainer, type ContainerUse } from './usage.ts';

/** What the values of a series are, told by their metric name or by their size. */
export function seriesMeaning(series: Series): 'cores' | 'bytes' | 'other' {
	const name = series.labels.get('__name__') ?? '';
	if (/memory|bytes|rss/.test(name)) return 'bytes';
	if (/requests|_total$/.test(name)) return 'other';
	const largest = series.values.reduce((most, value) => Math.max(most, value), 0);
	// Nothing that runs fits in 100 kB, and nobody has 100,000 cores in one container.
	return largest > 1e5 ? 'bytes' : 'cores';
}

/** Adds to a run the mean use of each container while it ran: cores and MiB. */
export function withSeries(
	run: Run,
	series: readonly Series[],
	options: { readonly window: Window; readonly proxies?: readonly string[] }
): Run {
	const { window, proxies = [] } = options;
	const found = new Map<string, Component>();
	for (const one of series) {
		const name = one.labels.get('container') ?? one.labels.get('job') ?? 'process';
		const key = `${one.labels.get('pod') ?? ''}/${name}`;
		const mean = meanBetween(one, window);
		const meaning = seriesMeaning(one);
		if (mean === undefined || meaning === 'other') continue;
		const role = isProxyContainer(name) || proxies.includes(name) ? 'proxy' : 'application';
		const known = found.get(key) ?? { name, role };
		const figure = meaning === 'cores' ? { cpuCores: mean } : { memMiB: mean / 1024 ** 2 };
		found.set(key, { ...known, ...figure });
	}
	return { ...run, components: [...run.components, ...found.values()] };
}

/** Adds to a run what a snapshot taken while it ran saw. */
export function withUses(run: Run, uses: readonly ContainerUse[]): Run {
	const components = uses.map(({ container, cpuCores, memMiB }): Component => ({
		name: container,
		role: isProxyContainer(container) ? 'proxy' : 'application',
		cpuCores,
		memMiB
	}));
	return { ...run, components: [...run.components, ...components] };
}
