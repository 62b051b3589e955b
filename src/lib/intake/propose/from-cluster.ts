import { derivedFigures } from '../derived-figures.ts';
import type { HelmReading } from '../helm.ts';
import type { IntakeResult } from '../intake.ts';
import { isMissing } from '../parsed.ts';
import type { Group, Inventory, MeshName } from '../inventory/types.ts';
import { planGroups } from './merge-groups.ts';
import { counted, derived, override, shown, type Proposal } from './proposal.ts';

const CLOUDS = { eks: 'aws', gke: 'gcp', aks: 'azure' } as const;

/** What the Kubernetes files say for a plan of their own (`model.md` §16). */
export function proposeCluster(result: IntakeResult): readonly Proposal[] {
	const { inventory, derived: found, helm } = result;
	const out: Proposal[] = [];
	if (inventory.groups.length > 0)
		out.push(
			counted(
				'workload.groups',
				planGroups(inventory),
				`${inventory.podsCounted} pods of ${inventory.groups.length} workloads, ` +
					(inventory.basis === 'pods' ? 'running' : 'as manifests ask for')
			)
		);
	const services = inventory.services?.count ?? 0;
	if (services > 0) out.push(counted('workload.services', services, 'Services of the cluster'));
	const visible = found.visibleServices;
	if (!isMissing(visible) && inventory.scopes.length > 0)
		out.push(derived('workload.visibleServices', visible.value, visible.from));
	const clusters = found.clustersPerService;
	if (!isMissing(clusters))
		out.push(derived('workload.clustersPerService', clusters.value, clusters.from));
	const peak = derivedFigures(result).find((one) => one.id === 'peak')?.figure;
	if (peak && !isMissing(peak))
		out.push(derived('workload.peakToAverage', peak.value, `${peak.from}, taken as requests/s`));
	return [...out, ...fromNodes(inventory), ...fromMesh(inventory), ...helm.flatMap(fromHelm)];
}

/** Below this the nodes hold little but themselves. */
const NEARLY_EMPTY = 0.2;

const caution = (share: number): string =>
	share < NEARLY_EMPTY
		? '; the nodes are nearly empty now: a plan that keeps them so asks for many more'
		: '';

function fromNodes(inventory: Inventory): readonly Proposal[] {
	const { nodes, provider, region, packing, daemons } = inventory;
	const [largest] = nodes;
	if (!largest) return [];
	const total = nodes.reduce((sum, group) => sum + group.count, 0);
	const zones = new Set(nodes.map((group) => group.zone));
	const out = [
		counted('workload.azs', zones.size, `Zones of ${total} nodes`),
		counted('platform.maxPods', largest.maxPods, `Allocatable pods of ${largest.type}`)
	];
	if (provider) out.push(counted('platform.cloud', CLOUDS[provider], 'Provider id of the nodes'));
	if (region) out.push(counted('platform.region', region, 'Region label of the nodes'));
	if (largest.type !== 'unlabelled')
		out.push(counted('platform.nodeType', largest.type, `Most frequent of ${total} nodes`));
	if (!isMissing(packing))
		out.push(
			derived('platform.packing', packing.value, `${packing.from}${caution(packing.value)}`)
		);
	if (daemons.pods > 0) {
		const from = `${daemons.pods} DaemonSet pods over ${total} nodes`;
		out.push(
			derived('platform.systemDaemonPods', daemons.pods / total, from),
			derived('platform.systemDaemonCpu', (daemons.requests.cpu ?? 0) / total, from),
			derived('platform.systemDaemonMemMiB', (daemons.requests.memMiB ?? 0) / total, from)
		);
	}
	return out;
}

/** The option that stands for a mesh found in the cluster. */
function optionOf(mesh: MeshName, ambient: boolean): string | undefined {
	if (mesh === 'istio') return ambient ? 'istio-ambient' : 'istio-sidecar';
	return mesh === 'other' ? undefined : mesh;
}

function fromMesh(inventory: Inventory): readonly Proposal[] {
	const proxied = inventory.groups.filter((group) => group.proxy !== undefined);
	const ambient = inventory.groups.some((group) => group.ambientPods > 0);
	const injects = inventory.groups.find((group) => group.injects !== undefined)?.injects;
	const mesh =
		proxied[0]?.proxy?.mesh ?? injects ?? (ambient ? 'istio' : inventory.meshParts[0]?.mesh);
	const option = mesh && optionOf(mesh, proxied.length === 0 && !injects && ambient);
	if (!mesh || !option) return [];
	const own = proxied.filter((group) => group.proxy?.mesh === mesh);
	const pods = own.reduce((sum, group) => sum + (group.proxy?.pods ?? 0), 0);
	const from =
		pods > 0
			? `${pods} pods with a proxy of ${mesh} run today`
			: `Parts or marks of ${mesh} are in the cluster`;
	return [counted('migration.from', option, from), ...requestOf(own, option)];
}

/** What the proxies of today request, a mean over pods; left out where none is set. */
function requestOf(groups: readonly Group[], option: string): readonly Proposal[] {
	const mean = (of: 'cpu' | 'memMiB'): number | undefined => {
		let sum = 0;
		let pods = 0;
		for (const { proxy } of groups) {
			if (proxy?.requests[of] === undefined) continue;
			sum += proxy.requests[of] * proxy.pods;
			pods += proxy.pods;
		}
		return pods === 0 ? undefined : sum / pods;
	};
	const inputs = { 'mesh.proxy.cpuReq': mean('cpu'), 'mesh.proxy.memReqMiB': mean('memMiB') };
	return Object.entries(inputs).flatMap(([input, value]) =>
		value === undefined
			? []
			: [
					override(option, input, {
						value: shown(value),
						from: 'Mean request of the proxies that run today',
						basis: 'counted'
					})
				]
	);
}

const TIER = 'mesh.controlPlane.tiers[0]';

/** Values of a chart; those of the control plane are per replica there, totals here. */
function fromHelm({ chart, figures }: HelmReading): readonly Proposal[] {
	const option = chart === 'istio' ? 'istio-sidecar' : chart;
	const replicas = figures.find((figure) => figure.input === 'controlPlane.pods')?.value ?? 1;
	return figures.map(({ input, value, key }): Proposal => {
		const from = `${key} of the ${chart} chart`;
		if (!input.startsWith('controlPlane.') && !input.startsWith('mesh.'))
			return counted(input, value, from);
		const field = input.replace('controlPlane.', '');
		if (field === input) return override(option, input, { value, from, basis: 'counted' });
		const total = field === 'pods' ? value : value * replicas;
		const basis = field === 'pods' ? 'counted' : 'derived';
		const times = field === 'pods' ? from : `${from} × ${replicas} replicas`;
		return override(option, `${TIER}.${field}`, { value: shown(total), from: times, basis });
	});
}
